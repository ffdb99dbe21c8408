import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Daemon, DaemonNamespace, DaemonProps, Discovery, KubernetesAccess, Nodes, Variant } from '../../../src';
import { IMAGE, problemsOf } from '../../util';
import { richProps } from '../rich';

/** What `app.synth()` complains about, the words of the API server with it. */
function told(props: Partial<DaemonProps>, change: (daemon: Daemon) => void = () => undefined): string[] {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  change(new Daemon(chart, 'agent', { image: IMAGE, ...props }));
  return problemsOf(chart.node.root as App);
}

function patched(...patches: JsonPatch[]) {
  return (daemon: Daemon) => daemon.addJsonPatch(...patches);
}

/** A patch of another object of the daemon. */
function companion(kind: string, patch: JsonPatch) {
  return (daemon: Daemon) => (
    daemon.node.findAll().filter((child) => ApiObject.isApiObject(child)).find((object) => object.kind === kind)!.addJsonPatch(patch));
}

const CONTAINER = '/spec/template/spec/containers/0';
const AT = 'spec.template.spec.containers[0]';

describe('what the API server would refuse', () => {
  test('is told in our words, and in those of the server', () => {
    expect(told({ ports: [{ name: 'metrics', number: 70000 }] })).toEqual([
      '[chart/agent] container \'agent\': the port 70000 is not allowed: ports are whole numbers from 1 to 65535 '
      + `[API server: ${AT}.ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive]`,
    ]);
  });

  test.each([
    ['an unknown field', JsonPatch.add('/spec/template/spec/nodeSelectors', {}), 'strict decoding error: unknown field "spec.template.spec.nodeSelectors"'],
    ['a value of another kind', JsonPatch.add(`${CONTAINER}/env`, [{ name: 'DEBUG', value: true }]),
      'json: cannot unmarshal bool into Go struct field EnvVar.spec.template.spec.containers.env.value of type string'],
    ['a malformed quantity', JsonPatch.add(`${CONTAINER}/resources`, { limits: { memory: '1GB' } }),
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
    ['a value that is none of a list', JsonPatch.add('/spec/template/spec/dnsPolicy', 'Nope'),
      'spec.template.spec.dnsPolicy: Unsupported value: "Nope": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"'],
    ['a request above its limit', JsonPatch.add(`${CONTAINER}/resources`, { limits: { memory: '1Gi' }, requests: { memory: '2Gi' } }),
      `${AT}.resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi`],
    ['a number that is too small', JsonPatch.add('/spec/minReadySeconds', -1), 'spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0'],
  ])('is told when a patch brings it in: %s', (_, patch, problem) => {
    expect(told({}, patched(patch))).toEqual([`[chart/agent] ${problem}`]);
  });

  test('is told with which object it is', () => {
    const files = { configFiles: [{ path: '/etc/agent/agent.conf', content: 'a' }] };
    expect(told(files, companion('ConfigMap', JsonPatch.add('/data/a b', '')))[0]).toMatch(/^\[chart\/agent\] the ConfigMap 'agent': data\[a b\]: Invalid value: "a b": a valid config key must/);
    expect(told({}, companion('ServiceAccount', JsonPatch.add('/metadata/labels/a b', ''))))
      .toEqual([expect.stringMatching(/^\[chart\/agent\] the ServiceAccount 'agent': metadata\.labels: Invalid value: "a b": name part must/)]);
    const access = { kubernetesAccess: [KubernetesAccess.clusterWide({ resources: ['pods'], verbs: ['get'] })] };
    expect(told(access, companion('ClusterRole', JsonPatch.replace('/rules/0/verbs', []))))
      .toEqual(["[chart/agent] the ClusterRole 'node-agents-agent': rules[0].verbs: Required value: verbs must contain at least one value"]);
    const service = { ports: [{ name: 'metrics', number: 9100 }], discovery: [Discovery.headless()] };
    expect(told(service, companion('Service', JsonPatch.replace('/spec/ports/0/protocol', 'tcp'))))
      .toEqual(['[chart/agent] the Service \'agent\': spec.ports[0].protocol: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"']);
  });

  test('is told of all objects at once', () => {
    expect(told({}, (daemon) => {
      companion('ServiceAccount', JsonPatch.add('/secret', 'x'))(daemon);
      daemon.addJsonPatch(JsonPatch.add('/spec/template/spec/dnsPolicy', 'Nope'), JsonPatch.add(`${CONTAINER}/terminationMessagePolicy`, 'Nope'));
    }).map((line) => line.replace(/: (Unsupported|unknown).*/, ''))).toEqual([
      `[chart/agent] ${AT}.terminationMessagePolicy`, '[chart/agent] spec.template.spec.dnsPolicy', "[chart/agent] the ServiceAccount 'agent': strict decoding error",
    ]);
  });

  test('is told once where all variants have it, and else of which it is', () => {
    const variants = ['gpu', 'large'].map((name) => Variant.of(name, Nodes.withLabel(name, 'true'), { args: [name] }));
    expect(told({ variants }, patched(JsonPatch.add('/spec/template/spec/dnsPolicy', 'Nope')))).toHaveLength(1);
    expect(told({ variants }, (daemon) => daemon.daemonSets[1].addJsonPatch(JsonPatch.add('/spec/minReadySeconds', -1))))
      .toEqual([expect.stringMatching(/^\[chart\/agent\] variant '(gpu|large)': spec\.minReadySeconds: Invalid value: -1/)]);
  });

  test('is told of a namespace for daemons too', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    new DaemonNamespace(chart, 'namespace', { labels: { team: 'no value' } });
    expect(problemsOf(chart.node.root as App)).toEqual([expect.stringMatching(/^\[chart\/namespace\] metadata\.labels: Invalid value: "no value": a valid label must be/)]);
  });

  test('is nothing of a daemon that uses everything', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
    new Daemon(chart, 'agent', richProps(chart));
    expect(() => (chart.node.root as App).synthYaml()).not.toThrow();
  });
});
