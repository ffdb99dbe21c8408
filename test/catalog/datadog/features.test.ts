import { difference, facts } from './facts';
import { clusterAgent, container, containers, Define, manifests, pod } from './subject';
import { DatadogHostPackages } from '../../../src';

const KERNEL = ['/host/proc ro /proc Directory', '/host/sys/fs/cgroup ro /sys/fs/cgroup Directory'];
const OS_RELEASE = '/host/etc/os-release ro /etc/os-release File';
const PASSWD = '/etc/passwd ro /etc/passwd File';
const GROUP = '/etc/group ro /etc/group File';
const ROOT = ['/host/root ro / Directory', 'HOST_ROOT=/host/root'];
const SOCKETS = '/var/run/datadog rw /var/run/datadog DirectoryOrCreate';
const PROBE_SOCKETS = '/var/run/sysprobe rw empty';
const EBPF = ['SYS_ADMIN', 'SYS_RESOURCE', 'SYS_PTRACE', 'NET_ADMIN', 'NET_BROADCAST', 'NET_RAW', 'IPC_LOCK', 'CHOWN', 'DAC_READ_SEARCH', 'AppArmor Unconfined'];

/** What a program of its own is. */
function program(name: string, command: string, ...more: string[]): string[] {
  return [command, 'uid 0', ...more].map((fact) => `${name}: ${fact}`);
}

function systemProbe(...more: string[]): string[] {
  return [
    `agent: ${PROBE_SOCKETS}`,
    ...program('system-probe', 'system-probe --config=/etc/datadog-agent/system-probe.yaml', ...KERNEL, OS_RELEASE, '/sys/kernel/debug rw /sys/kernel/debug Directory', PROBE_SOCKETS,
      ...EBPF, ...more),
    ...[
      'enabled=true', 'sysprobe_socket=/var/run/sysprobe/sysprobe.sock', 'enable_runtime_compiler=false', 'enable_kernel_header_download=false',
    ].map((setting) => `system-probe.yaml system_probe_config.${setting}`),
    'system-probe.yaml discovery.enabled=false',
  ];
}

function watched(network: boolean, services: boolean): string[] {
  return [`system-probe.yaml network_config.enabled=${network}`, `system-probe.yaml service_monitoring_config.enabled=${services}`];
}

const PROCESS_AGENT = program('process-agent', 'process-agent --cfgpath=/etc/datadog-agent/datadog.yaml', ...KERNEL, OS_RELEASE, PROBE_SOCKETS);

const DOGSTATSD_OFF = 'datadog.yaml use_dogstatsd=false';
const APM_OFF = 'datadog.yaml apm_config.enabled=false';

/** Each feature by itself: what comes with it, and what it takes away; nothing else. */
const FEATURES: readonly [string, Define, string[], string[]?][] = [
  ['logs', { logs: {} }, [
    'ad.datadoghq.com/logs_exclude=true',
    'agent: /var/log/pods ro /var/log/pods Directory', 'agent: /var/log/containers ro /var/log/containers Directory',
    'agent: /opt/datadog-agent/run rw /var/lib/node-agents/datadog DirectoryOrCreate',
    'datadog.yaml logs_enabled=true', 'datadog.yaml logs_config.container_collect_all=false', 'datadog.yaml logs_config.k8s_container_use_file=true', 'datadog.yaml logs_config.auto_multi_line_detection=true',
  ], ['agent: /opt/datadog-agent/run rw empty']],
  ['traces', { apm: {} }, [
    ...program('trace-agent', 'trace-loader /etc/datadog-agent/datadog.yaml trace-agent -config=/etc/datadog-agent/datadog.yaml', 'port traces 8126', ...KERNEL, SOCKETS),
    'datadog.yaml apm_config.enabled=true', 'datadog.yaml apm_config.receiver_port=8126', 'datadog.yaml apm_config.apm_non_local_traffic=true',
    'datadog.yaml apm_config.receiver_socket=/var/run/datadog/apm.socket', 'Service datadog-local: traces 8126',
  ], [APM_OFF]],
  ['traces by the port alone', { apm: { socket: false } }, [
    ...program('trace-agent', 'trace-loader /etc/datadog-agent/datadog.yaml trace-agent -config=/etc/datadog-agent/datadog.yaml', 'port traces 8126', ...KERNEL),
    'datadog.yaml apm_config.enabled=true', 'datadog.yaml apm_config.receiver_port=8126', 'datadog.yaml apm_config.apm_non_local_traffic=true',
    'datadog.yaml apm_config.receiver_socket=', 'Service datadog-local: traces 8126',
  ], [APM_OFF]],
  ['DogStatsD', { dogstatsd: {} }, [
    'agent: port dogstatsd 8125/UDP', `agent: ${SOCKETS}`, 'datadog.yaml use_dogstatsd=true', 'datadog.yaml dogstatsd_port=8125',
    'datadog.yaml dogstatsd_non_local_traffic=true', 'datadog.yaml dogstatsd_socket=/var/run/datadog/dsd.socket', 'Service datadog-local: dogstatsd 8125',
  ], [DOGSTATSD_OFF]],
  ['DogStatsD that tells origins', { dogstatsd: { originDetection: true, socket: false } }, [
    'hostPID', 'agent: port dogstatsd 8125/UDP', 'datadog.yaml use_dogstatsd=true', 'datadog.yaml dogstatsd_port=8125', 'datadog.yaml dogstatsd_non_local_traffic=true',
    'datadog.yaml dogstatsd_origin_detection=true', 'Service datadog-local: dogstatsd 8125',
  ], [DOGSTATSD_OFF]],
  ['processes', { processes: {} }, [`agent: ${PASSWD}`, 'datadog.yaml process_config.process_collection.enabled=true'],
    ['datadog.yaml process_config.process_collection.enabled=false']],
  ['processes without names of users', { processes: { userNames: false } }, ['datadog.yaml process_config.process_collection.enabled=true'],
    ['datadog.yaml process_config.process_collection.enabled=false']],
  ['networks', { networkMonitoring: true }, [...PROCESS_AGENT, ...systemProbe('/sys/fs/bpf ro /sys/fs/bpf Directory'), ...watched(true, false)]],
  ['services', { serviceMonitoring: true }, [...PROCESS_AGENT, ...systemProbe(...ROOT), ...watched(false, true)]],
  ['attacks', { security: { runtime: true } }, [
    'hostPID', ...systemProbe(...ROOT, PASSWD, GROUP), ...watched(false, false),
    ...program('security-agent', 'security-agent start -c=/etc/datadog-agent/datadog.yaml', OS_RELEASE, PROBE_SOCKETS),
    ...['datadog.yaml', 'system-probe.yaml'].flatMap((file) => ['enabled=true', 'socket=/var/run/sysprobe/runtime-security.sock'].map((setting) => (
      `${file} runtime_security_config.${setting}`))),
    'system-probe.yaml event_monitoring_config.socket=/var/run/sysprobe/event-monitor.sock',
    'system-probe.yaml runtime_security_config.policies.dir=/etc/datadog-agent/runtime-security.d',
    'system-probe.yaml runtime_security_config.activity_dump.local_storage.output_directory=/var/run/sysprobe/runtime-security/profiles',
    'system-probe.yaml runtime_security_config.security_profile.dir=/var/run/sysprobe/runtime-security/profiles',
  ]],
  ['benchmarks', { security: { compliance: true } }, [
    ...program('security-agent', 'security-agent start -c=/etc/datadog-agent/datadog.yaml', OS_RELEASE, ...KERNEL, PASSWD, GROUP, ...ROOT, 'AUDIT_CONTROL', 'AUDIT_READ',
      'DAC_READ_SEARCH', 'KILL'),
    'datadog.yaml compliance_config.enabled=true', 'datadog.yaml compliance_config.host_benchmarks.enabled=true',
  ]],
  ['the container runtime', { criSocketPath: '/run/crio/crio.sock' }, [
    'agent: /host/run/crio ro /run/crio Directory', 'datadog.yaml cri_socket_path=/host/run/crio/crio.sock',
  ]],
  ['packages of the node', { sbom: { containerImages: false, hostPackages: DatadogHostPackages.RPM } }, [
    'agent: /host/var/lib/rpm ro /var/lib/rpm Directory', 'agent: HOST_ROOT=/host', 'datadog.yaml sbom.enabled=true', 'datadog.yaml sbom.host.enabled=true',
  ]],
  ['GPUs', { gpu: true, kubeletRoot: '/kubelet' }, [
    'hostPID', 'runtime nvidia', 'agent: MKNOD', 'agent: NVIDIA_VISIBLE_DEVICES=all',
    'agent: DD_KUBERNETES_KUBELET_PODRESOURCES_SOCKET=/var/lib/kubelet/pod-resources/kubelet.sock',
    'agent: /var/lib/kubelet/pod-resources ro /kubelet/pod-resources Directory', 'agent: /var/run/nvidia-container-devices/all ro /dev/null CharDevice',
    'datadog.yaml gpu.enabled=true',
  ]],
  ['events', { kubernetesEvents: true }, [
    'datadog.yaml collect_kubernetes_events=true', 'datadog.yaml leader_election=true', 'datadog.yaml leader_election_default_resource=lease',
    'ClusterRole events get,list,watch', 'ClusterRole componentstatuses list', 'Role leases get,update datadog-leader-election', 'Role leases create',
    'Role configmaps get,update datadogtoken', 'Role configmaps create', 'RoleBinding datadog', 'init-config: DD_LEADER_ELECTION=true',
  ]],
  ['a cluster agent', clusterAgent, [
    'admission.datadoghq.com/enabled=false', ...['agent', 'init-config'].map((name) => `${name}: DD_CLUSTER_AGENT_AUTH_TOKEN=token`), 'datadog.yaml cluster_agent.enabled=true',
    'datadog.yaml cluster_agent.kubernetes_service_name=datadog-cluster-agent', 'datadog.yaml ignore_autoconf=["kubernetes_state"]',
    'datadog.yaml extra_config_providers=["clusterchecks","endpointschecks"]',
  ], ['datadog.yaml kubernetes_use_endpoint_slices=true', 'datadog.yaml orchestrator_explorer.enabled=false', 'ClusterRole nodes get', 'ClusterRole endpointslices list']],
  ['kubelets that know no fine rights', { kubelet: { fineGrainedAuthorization: false } }, ['ClusterRole nodes/metrics,nodes/stats,nodes/spec,nodes/proxy get'],
    ['ClusterRole nodes/metrics,nodes/stats,nodes/spec,nodes/pods,nodes/healthz,nodes/configz get']],
  ['a kubelet of another authority', { kubelet: { caPath: '/etc/kubelet.crt' } }, [
    'agent: /var/run/host-kubelet-ca.crt ro /etc/kubelet.crt File', 'datadog.yaml kubelet_client_ca=/var/run/host-kubelet-ca.crt',
  ]],
];

describe('a feature', () => {
  test.each(FEATURES)('of %s brings what it needs, and nothing else', (_, options, more, less = []) => {
    const found = difference(options);
    expect([...found.more].sort()).toEqual([...more].sort());
    expect([...found.less].sort()).toEqual([...less].sort());
  });

  test('of images needs the container runtime, and brings the layers', () => {
    const found = difference({ criSocketPath: '/run/crio/crio.sock', sbom: {} }, { criSocketPath: '/run/crio/crio.sock' });
    expect(found).toEqual({
      more: [
        'agent: /host/var/lib/containers ro /var/lib/containers Directory', 'datadog.yaml sbom.enabled=true', 'datadog.yaml sbom.container_image.enabled=true',
        'datadog.yaml sbom.container_image.overlayfs_direct_scan=true',
      ],
      less: [],
    });
    expect(facts({ criSocketPath: '/run/containerd/containerd.sock', sbom: {} })).toContain('agent: /host/var/lib/containerd ro /var/lib/containerd Directory');
    expect(facts({ criSocketPath: '/run/k3s/containerd/containerd.sock', sbom: { imageDirectory: '/k3s' } })).toContain('agent: /host/k3s ro /k3s Directory');
  });

  test.each<[string, Define]>([
    ['logs', { logs: { enabled: false } }], ['traces', { apm: { enabled: false } }], ['DogStatsD', { dogstatsd: { enabled: false, originDetection: true } }],
    ['processes', { processes: { enabled: false, stripArguments: true } }], ['networks', { networkMonitoring: false }], ['services', { serviceMonitoring: false }],
    ['security', { security: { compliance: false, runtime: false } }], ['SBOM', { sbom: { enabled: false, hostPackages: DatadogHostPackages.DPKG } }], ['GPUs', { gpu: false }],
    ['events', { kubernetesEvents: false }], ['the kubelet', { kubelet: {} }],
  ])('of %s that is off leaves no trace', (_, options) => {
    expect(manifests(options)).toEqual(manifests({}));
  });

  test('is seen by all programs that it concerns: docker\'s logs, arguments, measurements of the agent itself, the kubelet\'s authority', () => {
    expect(difference({ logs: { docker: true } }, { logs: {} }).more).toEqual(['agent: /var/lib/docker/containers ro /var/lib/docker/containers Directory']);
    expect(difference({ processes: { stripArguments: true } }, { processes: {} }).more).toEqual(['datadog.yaml process_config.strip_proc_arguments=true']);
    const both = { networkMonitoring: true, security: { compliance: true }, processes: {} };
    expect(difference({ ...both, dogstatsd: {} }, both).more.filter((fact) => fact.includes(SOCKETS)).sort())
      .toEqual(['agent', 'process-agent', 'security-agent'].map((name) => `${name}: ${SOCKETS}`));
    expect(facts(both)).toContain(`process-agent: ${PASSWD}`);
    const authority = '/var/run/host-kubelet-ca.crt ro /etc/kubelet.crt File';
    expect(difference({ ...both, apm: {}, kubelet: { caPath: '/etc/kubelet.crt' } }, { ...both, apm: {} }).more.filter((fact) => fact.endsWith(authority)))
      .toEqual(['agent', 'trace-agent', 'process-agent', 'system-probe', 'security-agent'].map((name) => `${name}: ${authority}`));
  });
});

describe('each program', () => {
  const all: Define = { apm: {}, networkMonitoring: true, security: { compliance: true, runtime: true } };

  test('has the configuration, the key and scratch space that all share, and a limit of memory that Go knows of', () => {
    const names = ['agent', 'trace-agent', 'process-agent', 'system-probe', 'security-agent'];
    expect(pod(all).containers.map(({ name }) => name)).toEqual(names);
    names.forEach((name) => {
      const { volumeMounts = [], env = [], resources, securityContext } = container(all, name);
      expect(volumeMounts.map((mount) => `${mount.name} ${mount.mountPath}`))
        .toEqual(expect.arrayContaining(['config /etc/datadog-agent', 'logdatadog /var/log/datadog', 'tmpdir /tmp']));
      expect(env.map((variable) => variable.name)).toEqual(expect.arrayContaining(['GOMEMLIMIT', 'DD_API_KEY', 'KUBERNETES', 'DD_KUBERNETES_KUBELET_HOST']));
      expect(env.find((variable) => variable.name === 'GOMEMLIMIT')!.value).toBe(`${Math.floor(parseInt(String(resources!.limits!.memory)) * 1024 * 0.8)}KiB`);
      expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    });
  });

  test('is of one image', () => {
    expect(new Set(containers({ ...all as object, image: 'registry.example.com/agent:7.81.1' }).map(({ image }) => image))).toEqual(new Set(['registry.example.com/agent:7.81.1']));
  });
});
