import { load } from 'js-yaml';
import { parse } from 'yaml';
import { config, container, environment, LEAST, objects, pod, problems, RICH, sets, value } from './subject';
import { Discovery, InstanaConfiguration, InstanaDaemon, InstanaDaemonProps, InstanaTkgiRuntime } from '../../../src';
import { expectGolden } from '../../golden';
import { differences } from '../differences';

const CONFIG_PATH = '/opt/instana/agent/etc/instana-config-yml';

describe('what is written', () => {
  test('of a definition that says no more than it must', () => {
    expectGolden('instana-agent', (chart) => new InstanaDaemon(chart, 'instana-agent', LEAST));
  });

  test('of everything', () => {
    expectGolden('instana-agent.rich', (chart) => new InstanaDaemon(chart, 'instana-agent', RICH));
  });

  test.each([['the least', LEAST], ['everything', RICH]])('is accepted: %s', (_, props) => expect(problems(props)).toEqual([]));
});

/** Everything of a pod that a part may bring, in one line each. */
function lines(props: Partial<InstanaDaemonProps>): string[] {
  const { containers: [{ ports = [], volumeMounts = [], env = [] }], volumes = [] } = pod(props);
  const files = objects(props).filter(({ kind }) => kind === 'ConfigMap').flatMap(({ data }) => Object.entries<string>(data));
  const said = Object.entries(environment({ name: 'any', env }));
  return [
    ...ports.map(({ name, containerPort }) => `port ${name} ${containerPort}`),
    ...volumeMounts.filter(({ mountPath }) => mountPath !== CONFIG_PATH).map(({ mountPath, readOnly }) => `mount ${mountPath} ${readOnly ? 'ro' : 'rw'}`),
    ...volumes.flatMap(({ projected }) => projected?.sources ?? []).flatMap(({ secret }) => secret?.items?.map(({ path }) => `file ${path} of ${secret.name}`) ?? []),
    ...said.map(([name, text]) => `env ${name}=${text}`),
    ...files.map(([name, text]) => `config ${name} ${JSON.stringify(parse(text))}`),
    ...objects(props).filter(({ kind }) => kind === 'Service').map(({ metadata, spec }) => `Service ${metadata.name} ${spec.ports.map((port: { port: number }) => port.port)}`),
    ...objects(props).filter(({ kind }) => kind === 'ClusterRole').flatMap(({ rules }) => rules).map((rule) => `right ${rule.resources} ${rule.verbs}`),
  ];
}

/** Of what the lines tell. */
const TOLD = /^. (DaemonSet\.spec\.template\.spec\.(volumes|containers\[instana-agent\]\.(ports|volumeMounts|env))\b|(ConfigMap|Service|ClusterRole)\.)/;

const OTLP = (grpc: boolean, http: boolean) => `config configuration-opentelemetry.yaml ${JSON.stringify({ 'com.instana.plugin.opentelemetry': { grpc: { enabled: grpc }, http: { enabled: http } } })}`;

const services = (ports: string) => [`Service instana-agent-headless ${ports}`, `Service instana-agent ${ports}`];

/** What a part of the agent brings, and takes the place of what. */
const PARTS: [string, Partial<InstanaDaemonProps>, string[], string[]][] = [
  ['openTelemetry', { openTelemetry: {} }, [
    'port otlp-grpc 4317', 'port otlp-legacy 55680', 'port otlp-http 4318', OTLP(true, true), ...services('42699,4317,55680,4318'),
  ], [OTLP(false, false), ...services('42699')]],
  ['openTelemetry by gRPC', { openTelemetry: { http: false } }, [
    'port otlp-grpc 4317', 'port otlp-legacy 55680', OTLP(true, false), ...services('42699,4317,55680'),
  ], [OTLP(false, false), ...services('42699')]],
  ['openTelemetry by HTTP', { openTelemetry: { grpc: false } }, ['port otlp-http 4318', OTLP(false, true), ...services('42699,4318')], [OTLP(false, false), ...services('42699')]],
  ['openTelemetry, off', { openTelemetry: { enabled: false } }, [], []],
  ['proxy', { proxy: { host: 'proxy' } }, [
    'env INSTANA_AGENT_PROXY_HOST=proxy', 'env INSTANA_AGENT_PROXY_PORT=80', 'env INSTANA_AGENT_PROXY_PROTOCOL=http',
  ], []],
  ['downloadKey', { downloadKey: value('keys', 'downloadKey') }, ['env INSTANA_DOWNLOAD_KEY=keys/downloadKey'], []],
  ['tkgiRuntime containerd', { tkgiRuntime: InstanaTkgiRuntime.CONTAINERD }, ['mount /var/vcap/sys/run/containerd ro', 'mount /var/vcap/jobs/containerd/config ro'], []],
  ['tkgiRuntime docker', { tkgiRuntime: InstanaTkgiRuntime.DOCKER }, ['mount /var/vcap/sys/run/docker ro'], []],
  ['ibmCloud', { ibmCloud: true }, ['mount /var/data ro'], []],
  ['zone', { zone: 'blue' }, ['env INSTANA_ZONE=blue'], []],
  ['tags', { tags: ['a', 'b'] }, ['env INSTANA_AGENT_TAGS=a,b'], []],
  ['listenAddress', { listenAddress: '*' }, ['env INSTANA_AGENT_HTTP_LISTEN=*'], []],
  ['configuration that is secret', { configuration: { db: InstanaConfiguration.fromSecret(value('db', 'k')) } }, ['file configuration-db.yaml of db'], []],
  ['no headless Service', { discovery: [] }, [], ['env K8S_SERVICE_DOMAIN=instana-agent-headless.node-agents.svc', ...services('42699')]],
];

test.each(PARTS)('%s brings exactly what it needs', (_, props, brings, takes) => {
  const [without, with_] = [lines({}), lines(props)];
  expect(with_.filter((line) => !without.includes(line)).sort()).toEqual([...brings].sort());
  expect(without.filter((line) => !with_.includes(line)).sort()).toEqual([...takes].sort());
  expect(differences(objects(), objects(props)).filter((line) => !TOLD.test(line))).toEqual([]);
  expect(problems(props)).toEqual([]);
});

describe('the agent', () => {
  test('may read pods and nodes, and ask the kubelet for measurements: not for nodes/proxy, not for everything', () => {
    expect(lines({}).filter((line) => line.startsWith('right'))).toEqual(['right nodes,pods get,list,watch', 'right nodes/stats,nodes/metrics get']);
  });

  test('sees of an ordinary node what is there, and makes no directory but its own', () => {
    const { volumes = [] } = pod();
    expect(Object.fromEntries(volumes.flatMap(({ hostPath }) => (hostPath ? [[hostPath.path, hostPath.type]] : [])))).toEqual({
      '/dev': 'Directory',
      '/run': 'Directory',
      '/var/run': 'Directory',
      '/sys': 'Directory',
      '/var/log': 'Directory',
      '/etc/machine-id': 'File',
      '/var/lib/node-agents/instana-agent': 'DirectoryOrCreate',
    });
    expect(container().volumeMounts!.filter(({ mountPropagation }) => mountPropagation === 'HostToContainer').map(({ mountPath }) => mountPath))
      .toEqual(['/dev', '/run', '/var/run', '/sys', '/var/log']);
  });

  test('keeps who it is in its state directory', () => {
    const { INSTANA_AGENT_ID_FILE_PATH: file } = environment(container());
    const mount = container().volumeMounts!.find(({ mountPath }) => file!.startsWith(`${mountPath}/`))!;
    expect(mount.readOnly).toBeUndefined();
    expect(pod().volumes!.find(({ name }) => name === mount.name)!.hostPath!.path).toBe('/var/lib/node-agents/instana-agent');
  });

  test('is found as upstream is, and finds the others by the Service that lists them', () => {
    const made = objects();
    const service = (name: string) => made.find(({ kind, metadata }) => kind === 'Service' && metadata.name === name)!.spec;
    expect([service('instana-agent').internalTrafficPolicy, service('instana-agent-headless').clusterIP]).toEqual(['Local', 'None']);
    expect(environment(container()).K8S_SERVICE_DOMAIN).toBe('instana-agent-headless.node-agents.svc');
    const other = { discovery: [Discovery.service(), Discovery.headless({ name: 'agents' })] };
    expect(environment(container(other)).K8S_SERVICE_DOMAIN).toBe('agents.node-agents.svc');
  });

  test('has its backend written by its start script, which alone knows the key', () => {
    expect(environment(container())).toMatchObject({
      INSTANA_AGENT_MODE: 'APM', INSTANA_AGENT_KEY: 'instana-agent/key', INSTANA_AGENT_ENDPOINT: 'ingress-red-saas.instana.io', INSTANA_AGENT_ENDPOINT_PORT: '443', CONFIG_PATH,
    });
    expect(environment(container())).not.toHaveProperty('ENTRYPOINT_SKIP_BACKEND_TEMPLATE_GENERATION');
  });

  test('is asked on the loopback address, and has ten minutes to start', () => {
    const { startupProbe, livenessProbe, readinessProbe } = container();
    [startupProbe, livenessProbe, readinessProbe].forEach((probe) => expect(probe!.httpGet).toEqual({ path: '/status', port: 'agent-apis', host: '127.0.0.1' }));
    expect(startupProbe!.periodSeconds! * startupProbe!.failureThreshold!).toBe(600);
  });
});

describe('the configuration', () => {
  test('is read alike by two parsers', () => {
    const texts = Object.values(config(RICH));
    expect(texts.map((text) => load(text))).toEqual(texts.map((text) => parse(text)));
    expect(parse(config()['configuration-disable-kubernetes-sensor.yaml'])).toEqual({ 'com.instana.plugin.kubernetes': { enabled: false } });
  });

  test('lies where the start script looks, what is secret beside what is not', () => {
    const { volumes = [], containers: [{ volumeMounts = [] }] } = pod(RICH);
    const { name } = volumeMounts.find(({ mountPath }) => mountPath === CONFIG_PATH)!;
    const { sources = [] } = volumes.find((volume) => volume.name === name)!.projected!;
    expect(sources.map(({ configMap, secret }) => [configMap?.name, secret?.name, (configMap ?? secret)!.items!.map(({ key, path }) => `${key} → ${path}`)])).toEqual([
      ['instana-agent', undefined, ['disable-kubernetes-sensor', 'opentelemetry', 'host'].map((part) => `configuration-${part}.yaml → configuration-${part}.yaml`)],
      [undefined, 'databases', ['mysql.yaml → configuration-mysql.yaml', 'postgres.yaml → configuration-postgres.yaml']],
      [undefined, 'sap', ['configuration → configuration-sap.yaml']],
    ]);
  });

  test('is written as it is said', () => {
    const text = '# tags of the host\ncom.instana.plugin.host:\n  tags: [ "edge" ]\n';
    expect(config({ configuration: { host: InstanaConfiguration.yaml(text) } })['configuration-host.yaml']).toBe(text);
  });

  test('starts the pods again when it changes', () => {
    const checksum = (props: Partial<InstanaDaemonProps>) => JSON.stringify(sets(props)[0].spec.template.metadata!.annotations);
    expect(checksum({ configuration: { host: InstanaConfiguration.yaml('com.instana.plugin.host: {}') } })).not.toBe(checksum({}));
  });
});
