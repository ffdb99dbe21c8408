import { objects, secret } from './subject';
import { AppDynamicsDaemonProps, AppDynamicsLogLevel } from '../../../src';
import { differences } from '../differences';

const POD = 'DaemonSet.spec.template.spec';
const AGENT = `${POD}.containers[machine-agent]`;
const NETVIZ = `${POD}.containers[appd-netviz-agent]`;
const COPY = `${POD}.initContainers[appd-netviz-conf]`;
const IMAGE = 'registry.example.com/machine-agent-netviz:24.10.0';

const added = (...all: string[][]) => all.flat().map((line) => `+ ${line}`);
const gone = (...all: string[][]) => all.flat().map((line) => `- ${line}`);

function variable(name: string, value: string): string[] {
  return [`${AGENT}.env[${name}].name ${name}`, `${AGENT}.env[${name}].value ${value}`];
}

function changed(name: string, before: string, after: string): string[] {
  return [`- ${AGENT}.env[${name}].value ${before}`, `+ ${AGENT}.env[${name}].value ${after}`];
}

function mounted(container: string, path: string, volume: string, readOnly: boolean = true): string[] {
  return [`${container}.volumeMounts[${path}].mountPath ${path}`, `${container}.volumeMounts[${path}].name ${volume}`,
    ...(readOnly ? [`${container}.volumeMounts[${path}].readOnly true`] : [])];
}

function rights(container: string, writable: boolean): string[] {
  return [`${container}.image ${IMAGE}`, `${container}.name ${/\[(.*?)\]/.exec(container)![1]}`, `${container}.securityContext.allowPrivilegeEscalation false`,
    `${container}.securityContext.capabilities.drop[] ALL`, `${container}.securityContext.readOnlyRootFilesystem ${!writable}`,
    `${container}.securityContext.runAsGroup 0`, `${container}.securityContext.runAsUser 0`];
}

function asked(container: string, cpu: string, memory: string, limit: string): string[] {
  return [`${container}.resources.requests.cpu ${cpu}`, `${container}.resources.requests.memory ${memory}`, `${container}.resources.limits.memory ${limit}`];
}

const ANALYTICS = [
  ...added(variable('APPDYNAMICS_AGENT_GLOBAL_ACCOUNT_NAME', 'example_0123'), variable('EVENT_ENDPOINT', 'https://analytics.api.appdynamics.com'),
    [`${AGENT}.ports[analytics].containerPort 9090`, `${AGENT}.ports[analytics].name analytics`, `${AGENT}.readinessProbe.tcpSocket.port analytics`,
      `${AGENT}.readinessProbe.timeoutSeconds 5`]),
  ...gone(asked(AGENT, '200m', '800Mi', '1Gi')),
  ...added(asked(AGENT, '300m', '1Gi', '2Gi')),
];

const PROXY = { host: 'proxy.example.com', port: 3128 };

describe('each part of the machine agent alone brings exactly what it needs', () => {
  test.each<[string, Partial<AppDynamicsDaemonProps>, string[]]>([
    ['no Server Visibility', { serverVisibility: false }, changed('APPDYNAMICS_SIM_ENABLED', 'true', 'false')],
    ['Docker Visibility', { docker: {} }, [
      ...changed('APPDYNAMICS_DOCKER_ENABLED', 'false', 'true'), ...changed('APPDYNAMICS_AGENT_ENABLE_CONTAINERIDASHOSTID', 'false', 'true'),
      ...added(mounted(AGENT, '/var/run/docker.sock', 'var-run-docker-sock'), [`${POD}.volumes[var-run-docker-sock].name var-run-docker-sock`,
        `${POD}.volumes[var-run-docker-sock].hostPath.path /var/run/docker.sock`, `${POD}.volumes[var-run-docker-sock].hostPath.type Socket`]),
    ]],
    ['Docker Visibility, off', { docker: { enabled: false, socket: '/srv/docker.sock' } }, []],
    ['analytics, without a Service', { analytics: { globalAccount: 'example_0123' }, discovery: [] }, ANALYTICS],
    ['analytics, off', { analytics: { enabled: false, globalAccount: 'example_0123' } }, []],
    ['the network agent', { netviz: { image: IMAGE } }, [
      ...added(
        [`${POD}.hostIPC true`], rights(NETVIZ, true), asked(NETVIZ, '100m', '150Mi', '300Mi'), mounted(NETVIZ, '/netviz-agent/conf', 'netviz-conf', false),
        [`${NETVIZ}.ports[netviz].containerPort 3892`, `${NETVIZ}.ports[netviz].name netviz`, `${NETVIZ}.securityContext.capabilities.add[] NET_ADMIN`,
          `${NETVIZ}.securityContext.capabilities.add[] NET_RAW`],
        rights(COPY, false), asked(COPY, '10m', '16Mi', '64Mi'), mounted(COPY, '/etc/netviz', 'config-etc-netviz'), mounted(COPY, '/merged', 'netviz-conf', false),
        [`${COPY}.command[] sh`, `${COPY}.command[] -c`,
          `${COPY}.command[] cp -R /netviz-agent/conf/. /merged/ && cp /etc/netviz/agent_config.lua /merged/agent_config.lua`],
        [`${POD}.volumes[netviz-conf].emptyDir {}`, `${POD}.volumes[netviz-conf].name netviz-conf`, `${POD}.volumes[config-etc-netviz].name config-etc-netviz`,
          `${POD}.volumes[config-etc-netviz].configMap.name machine-agent`,
          `${POD}.volumes[config-etc-netviz].configMap.items[agent_config.lua].key agent_config.lua`,
          `${POD}.volumes[config-etc-netviz].configMap.items[agent_config.lua].path agent_config.lua`],
      ),
    ]],
    ['the network agent, off', { netviz: { enabled: false, image: IMAGE } }, []],
    ['a place in the tree of servers', { hierarchyPath: 'production|' }, added(variable('APPDYNAMICS_MACHINE_HIERARCHY_PATH', 'production|'))],
    ['a limit of metrics', { metricLimit: 4000 }, added(variable('APPDYNAMICS_AGENT_METRIC_LIMIT', '4000'))],
    ['properties', { properties: { 'a': '1', 'b.c': 'x' } }, added(variable('APPDYNAMICS_MA_PROPERTIES', '-Da=1 -Db.c=x'))],
    ['a log of its own', { logLevel: AppDynamicsLogLevel.INFO }, []],
    ['a proxy', { proxy: PROXY },
      added(variable('APPDYNAMICS_AGENT_PROXY_HOST', 'proxy.example.com'), variable('APPDYNAMICS_AGENT_PROXY_PORT', '3128'))],
    ['a proxy with a password', { proxy: { ...PROXY, user: 'agent', password: { secret: secret('proxy'), key: 'proxy-password' } } }, added(
      variable('APPDYNAMICS_AGENT_PROXY_HOST', 'proxy.example.com'), variable('APPDYNAMICS_AGENT_PROXY_PORT', '3128'),
      variable('APPDYNAMICS_AGENT_PROXY_USER', 'agent'), variable('APPDYNAMICS_AGENT_PROXY_PASS', '/etc/appdynamics-proxy/password'),
      mounted(AGENT, '/etc/appdynamics-proxy', 'secret-proxy'), [`${POD}.volumes[secret-proxy].name secret-proxy`,
        `${POD}.volumes[secret-proxy].secret.secretName proxy`, `${POD}.volumes[secret-proxy].secret.items[proxy-password].key proxy-password`,
        `${POD}.volumes[secret-proxy].secret.items[proxy-password].path password`],
    )],
    ['the network of its pod', { hostNetwork: false }, gone([`${POD}.hostNetwork true`, `${POD}.dnsPolicy ClusterFirstWithHostNet`])],
  ])('%s', (_, props, expected) => {
    const found = differences(objects(), objects(props)).filter((line) => !line.includes('ConfigMap.data.agent_config.lua'));
    expect(found).toEqual([...expected].sort());
  });

  test('Docker\'s socket is found where a node has it, under the path that the agent knows', () => {
    expect(differences(objects({ docker: {} }), objects({ docker: { socket: '/var/vcap/sys/docker.sock' } })).filter((line) => /\.path /.test(line))).toEqual([
      `+ ${POD}.volumes[var-vcap-sys-docker-sock].hostPath.path /var/vcap/sys/docker.sock`,
      `- ${POD}.volumes[var-run-docker-sock].hostPath.path /var/run/docker.sock`,
    ]);
  });
});
