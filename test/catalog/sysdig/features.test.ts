import { objects, secret } from './subject';
import { SysdigDaemonProps, SysdigDriver, SysdigLogLevel, SysdigMode } from '../../../src';
import { differences } from '../differences';

const POD = 'DaemonSet.spec.template.spec';
const AGENT = `${POD}.containers[sysdig]`;
const CONFIG = 'ConfigMap.data.dragent.yaml';
const ITEMS = `${POD}.volumes[config-opt-draios-etc-kubernetes-config].configMap.items`;

function mounted(container: string, path: string, volume: string, readOnly: boolean = true): string[] {
  return [`${container}.volumeMounts[${path}].mountPath ${path}`, `${container}.volumeMounts[${path}].name ${volume}`,
    ...(readOnly ? [`${container}.volumeMounts[${path}].readOnly true`] : [])];
}

function hostPath(name: string, path: string, type: string = 'Directory'): string[] {
  return [`${POD}.volumes[${name}].hostPath.path ${path}`, `${POD}.volumes[${name}].hostPath.type ${type}`, `${POD}.volumes[${name}].name ${name}`];
}

function secretFiles(name: string, items: { [key: string]: string }): string[] {
  const volume = `${POD}.volumes[secret-${name}]`;
  return [`${volume}.name secret-${name}`, `${volume}.secret.secretName ${name}`, ...Object.entries(items)
    .flatMap(([key, path]) => [`${volume}.secret.items[${key}].key ${key}`, `${volume}.secret.items[${key}].path ${path}`])];
}

function variable(container: string, name: string, value: string): string[] {
  return [`${container}.env[${name}].name ${name}`, `${container}.env[${name}].value ${value}`];
}

const added = (...all: string[][]) => all.flat().map((line) => `+ ${line}`);
const gone = (...all: string[][]) => all.flat().map((line) => `- ${line}`);
const said = (...parts: string[]) => added(parts.map((part) => `${CONFIG}.${part}`));

/** The container that makes a driver, and what it sees of the node. */
function builder(privileges: string[] = []): string[] {
  const own = `${POD}.initContainers[sysdig-agent-kmodule]`;
  return [
    `${own}.image quay.io/sysdig/agent-kmodule:14.7.4`, `${own}.name sysdig-agent-kmodule`, `${own}.resources.limits.memory 512Mi`,
    `${own}.resources.requests.cpu 250m`, `${own}.resources.requests.memory 348Mi`, `${own}.securityContext.allowPrivilegeEscalation true`,
    `${own}.securityContext.privileged true`, `${own}.securityContext.readOnlyRootFilesystem false`, `${own}.securityContext.runAsGroup 0`,
    `${own}.securityContext.runAsUser 0`, ...privileges,
    ...mounted(own, '/host/boot', 'boot'), ...mounted(own, '/host/etc', 'etc'), ...mounted(own, '/host/lib/modules', 'lib-modules'),
    ...mounted(own, '/host/usr', 'usr'), ...hostPath('boot', '/boot'), ...hostPath('lib-modules', '/lib/modules'),
  ];
}

const KMODULE = `${POD}.initContainers[sysdig-agent-kmodule]`;

const CAPABILITIES = ['SYS_ADMIN', 'SYS_RESOURCE', 'SYS_PTRACE', 'SYS_CHROOT', 'DAC_READ_SEARCH', 'KILL', 'SETUID', 'SETGID'];

const LEGACY = [
  ...gone(variable(AGENT, 'SYSDIG_AGENT_DRIVER', 'universal_ebpf').slice(1)),
  ...added(
    variable(AGENT, 'SYSDIG_AGENT_DRIVER', 'legacy_ebpf').slice(1), variable(AGENT, 'SYSDIG_BPF_PROBE', ''), builder(),
    variable(KMODULE, 'SYSDIG_AGENT_DRIVER', 'legacy_ebpf'), variable(KMODULE, 'SYSDIG_BPF_PROBE', ''),
    mounted(KMODULE, '/sys/kernel/debug', 'sys-kernel-debug'), mounted(KMODULE, '/root/.sysdig', 'bpf-probes', false),
    mounted(AGENT, '/root/.sysdig', 'bpf-probes', false), [`${POD}.volumes[bpf-probes].emptyDir {}`, `${POD}.volumes[bpf-probes].name bpf-probes`],
  ),
];

const OFF_IN_SECURE = ['app_checks_enabled false', 'jmx.enabled false', 'prometheus.enabled false', 'statsd.enabled false'];

const PROXY = { host: 'proxy.example.com', port: 3128 };

describe('each part of the Sysdig agent alone brings exactly what it needs', () => {
  test.each<[string, Partial<SysdigDaemonProps>, string[]]>([
    ['the kernel module', { driver: SysdigDriver.KMOD }, [
      ...gone(
        variable(AGENT, 'SYSDIG_AGENT_DRIVER', 'universal_ebpf'), mounted(AGENT, '/sys/kernel/debug', 'sys-kernel-debug'),
        hostPath('sys-kernel-debug', '/sys/kernel/debug'), [`${AGENT}.volumeMounts[/host/dev].readOnly true`],
        CAPABILITIES.map((name) => `${AGENT}.securityContext.capabilities.add[] ${name}`),
        [`${AGENT}.securityContext.capabilities.drop[] ALL`, `${AGENT}.securityContext.seccompProfile.type Unconfined`,
          `${AGENT}.securityContext.appArmorProfile.type Unconfined`],
      ),
      ...added(
        [`${AGENT}.securityContext.privileged true`], builder(), mounted(KMODULE, '/etc/modprobe.d', 'etc-modprobe-d'),
        hostPath('etc-modprobe-d', '/etc/modprobe.d', 'DirectoryOrCreate'),
      ),
    ]],
    ['the eBPF program of old kernels', { driver: SysdigDriver.LEGACY_EBPF }, LEGACY],
    ['the eBPF program of the agent itself', { driver: SysdigDriver.UNIVERSAL_EBPF }, []],
    ['Sysdig Monitor', { mode: SysdigMode.MONITOR }, [
      ...gone([`${CONFIG}.security.enabled true`]),
      ...said('feature.mode monitor', 'security.enabled false', 'commandlines_capture.enabled false', 'drift_control.enabled false', 'drift_killer.enabled false',
        'falcobaseline.enabled false', 'memdump.enabled false', 'network_topology.enabled false', 'secure_audit_streams.enabled false'),
    ]],
    ['Sysdig Secure', { mode: SysdigMode.SECURE }, said('feature.mode secure', ...OFF_IN_SECURE)],
    ['the light form of Sysdig Secure', { mode: SysdigMode.SECURE_LIGHT },
      said('feature.mode secure_light', ...OFF_IN_SECURE, 'memdump.enabled false', 'network_topology.enabled false')],
    ['both of them', { mode: SysdigMode.MONITOR_AND_SECURE }, []],
    ['the name of the cluster', { clusterName: 'production' }, said('k8s_cluster_name production')],
    ['tags', { tags: { team: 'platform', site: 'eu:fra' } }, said('tags team:platform,site:eu:fra')],
    ['no captures', { captures: false }, said('sysdig_capture_enabled false')],
    ['drift control', { driftControl: true }, said('drift_control.enabled true')],
    ['no drift control', { driftControl: false }, said('drift_control.enabled false')],
    ['metrics of programs', { prometheus: {} }, said('prometheus.enabled true')],
    ['metrics of programs that are named', { prometheus: { config: 'scrape_configs: []\nglobal: { scrape_interval: 10s }' } }, [
      ...said('prometheus.enabled true'),
      ...added(['ConfigMap.data.prometheus.yaml.global.scrape_interval 10s', `${ITEMS}[prometheus.yaml].key prometheus.yaml`,
        `${ITEMS}[prometheus.yaml].path prometheus.yaml`]),
    ]],
    ['metrics of programs, off', { prometheus: { enabled: false, config: 'scrape_configs: []' } }, []],
    ['metrics of its own', { selfMetrics: {} }, [
      ...said('prometheus_exporter.enabled true', 'prometheus_exporter.listen_url 0.0.0.0:9544'),
      ...added([`${AGENT}.ports[metrics].containerPort 9544`, `${AGENT}.ports[metrics].name metrics`]),
    ]],
    ['metrics of its own by IPv6', { selfMetrics: { port: 9545, listenAddress: '::' } }, [
      ...said('prometheus_exporter.enabled true', 'prometheus_exporter.listen_url [::]:9545'),
      ...added([`${AGENT}.ports[metrics].containerPort 9545`, `${AGENT}.ports[metrics].name metrics`]),
    ]],
    ['metrics of its own, off', { selfMetrics: { enabled: false, port: 1 } }, []],
    ['an election at the start', { coldStartElection: true },
      said('k8s_delegation_election true', 'k8s_coldstart.enabled true', 'k8s_coldstart.enforce_leader_election true', 'k8s_coldstart.namespace node-agents')],
    ['a log of its own', { log: { console: SysdigLogLevel.WARNING } }, said('log.console_priority warning')],
    ['a proxy', { proxy: PROXY }, said('http_proxy.proxy_host proxy.example.com', 'http_proxy.proxy_port 3128', 'http_proxy.ssl false')],
    ['a proxy with credentials', { proxy: { ...PROXY, credentials: { secret: secret('proxy'), passwordKey: 'password' } } }, [
      ...said('http_proxy.proxy_host proxy.example.com', 'http_proxy.proxy_port 3128', 'http_proxy.ssl false'),
      ...added(secretFiles('proxy', { proxy_user: 'proxy_user', password: 'proxy_password' }), mounted(AGENT, '/opt/draios/etc/secrets/http_proxy', 'secret-proxy')),
    ]],
    ['an authority of its own', { ca: { secret: secret('own-ca'), key: 'ca.crt' } }, [
      ...said('ca_certificate certificates/ca.crt'),
      ...added(variable(AGENT, 'SSL_CERT_FILE', '/opt/draios/certificates/ca.crt'), secretFiles('own-ca', { 'ca.crt': 'ca.crt' }),
        mounted(AGENT, '/opt/draios/certificates', 'secret-own-ca')),
    ]],
    ['the directory of IBM Cloud', { varData: true }, added(mounted(AGENT, '/host/var/data', 'var-data', false), hostPath('var-data', '/var/data'))],
    ['configuration of one\'s own', { extraConfig: 'statsd: { enabled: false }' }, said('statsd.enabled false')],
  ])('%s', (_, props, expected) => {
    expect(differences(objects(), objects(props))).toEqual([...expected].sort());
  });

  test('proxy and authority also of the container that fetches a driver, without a password', () => {
    const props = { driver: SysdigDriver.LEGACY_EBPF, proxy: { ...PROXY, host: '2001:db8::1', tls: true, noProxy: ['10.0.0.0/8'] }, ca: { secret: secret('own-ca'), key: 'ca.crt' } };
    const changed = differences(objects({ driver: SysdigDriver.LEGACY_EBPF }), objects(props)).filter((line) => line.includes('initContainers'));
    const url = 'https://[2001:db8::1]:3128';
    expect(changed).toEqual(added(
      variable(KMODULE, 'SSL_CERT_FILE', '/opt/draios/certificates/ca.crt'), variable(KMODULE, 'http_proxy', url), variable(KMODULE, 'https_proxy', url),
      variable(KMODULE, 'no_proxy', '$(KUBERNETES_SERVICE_HOST),localhost,127.0.0.1,::1,.svc,.cluster.local,10.0.0.0/8'),
      mounted(KMODULE, '/opt/draios/certificates', 'secret-own-ca'),
    ).sort());
  });
});
