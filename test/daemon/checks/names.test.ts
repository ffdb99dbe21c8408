import { Chart } from 'cdk8s';
import { EmptyDirOptions, Daemon, DaemonProps, DaemonSettings, DaemonVolume, Defaults, Discovery, HostPath } from '../../../src';
import { IMAGE, problems, problemsOfDaemon } from '../../util';

const LONG = 'a'.repeat(64);
const DNS_LABEL = 'at most 63 characters, lower-case letters, digits and inner dashes';
const LABEL_KEY = "an optional DNS subdomain and '/', then at most 63 letters, digits, '-', '_' and '.'";
const LABEL_VALUE = "at most 63 letters, digits, '-', '_' and '.', the last three only inside";

describe('a name', () => {
  test.each([LONG, 'Agent', 'my agent', 'agent.v1', '-agent', 'agent_1', ''])('fails when it is %j, which is told once for all that is made from it', (name) => {
    const found = { ports: [{ name: 'metrics', number: 9100 }], discovery: [Discovery.headless(), Discovery.service()] };
    expect(problemsOfDaemon({ name, ...found, configFiles: [{ path: '/etc/agent/a', content: 'a' }] })).toEqual([
      `[chart/agent] the name '${name}' (${name.length} characters) is not allowed: ${DNS_LABEL}, since it is also a label value and a DNS name; give a shorter or plainer name`,
    ]);
  });

  test('fails when it is no object name without defaults either', () => {
    const labels = { app: 'agent' };
    expect(problemsOfDaemon({ name: 'My.Agent', containerName: 'main', defaults: Defaults.none(), selector: labels, podLabels: labels })).toEqual([
      "[chart/agent] the name 'My.Agent' (8 characters) is not allowed: at most 253 characters, lower-case letters, digits and inner dashes and dots",
    ]);
  });

  test('fails beside a Service\'s own name', () => {
    const found = { ports: [{ name: 'metrics', number: 9100 }], discovery: [Discovery.service(), Discovery.headless({ name: 'My.Service' })] };
    expect(problemsOfDaemon({ name: 'Agent', ...found }).map((line) => line.slice(0, 50))).toEqual([
      "[chart/agent] the name 'Agent' (5 characters) is n", "[chart/agent] the Service name 'My.Service' (10 ch",
    ]);
  });

  test('is never wrong when it is made from the id', () => {
    expect(problems((chart) => [LONG, 'My Agent', 'äöü', 'a.b'].forEach((id) => new Daemon(chart, id, { image: IMAGE })))).toEqual([]);
  });

  test('fails when a Service gets too long by it, and says what to do', () => {
    const name = 'a'.repeat(60);
    expect(problemsOfDaemon({ name, ports: [{ name: 'metrics', number: 9100 }], discovery: [Discovery.headless(), Discovery.service()] })).toEqual([
      `[chart/agent] the Service name '${name}-cluster' (68 characters) is not allowed: at most 63 lower-case letters, digits and inner dashes, a letter first; `
      + 'give the Service another name, as in Discovery.headless({ name })',
    ]);
  });
});

describe('a namespace', () => {
  test.each([LONG, 'Node Agents', 'a.b'])('fails when it is %j', (namespace) => {
    expect(problemsOfDaemon({ namespace })).toEqual([`[chart/agent] the namespace '${namespace}' (${namespace.length} characters) is not allowed: ${DNS_LABEL}`]);
    expect(problems((chart: Chart) => new Daemon(chart, 'agent', { image: IMAGE }), { namespace })).toHaveLength(1);
  });
});

describe('a container name', () => {
  test.each([LONG, 'Main', 'a.b'])('fails when it is %j', (name) => {
    const text = `[chart/agent] the container name '${name}' (${name.length} characters) is not allowed: ${DNS_LABEL}`;
    expect(problemsOfDaemon({ containerName: name })).toEqual([text]);
    expect(problemsOfDaemon({ containers: [{ name, image: IMAGE }] })).toEqual([text]);
    expect(problemsOfDaemon({ initContainers: [{ name, image: IMAGE }] })).toEqual([text]);
    expect(problemsOfDaemon({ sidecars: [{ name, image: IMAGE }] })).toEqual([text]);
  });

  test('fails when two containers have it, whatever kind they are', () => {
    const twice = ["[chart/agent] two containers are named 'agent'; each needs a name of its own"];
    const agent = [{ name: 'agent', image: IMAGE }];
    expect(problemsOfDaemon({ containers: agent })).toEqual(twice);
    expect(problemsOfDaemon({ initContainers: agent })).toEqual(twice);
    expect(problemsOfDaemon({ sidecars: agent })).toEqual(twice);
  });
});

describe('a volume name', () => {
  const ROOT = { mountPath: '/x' };
  const scratch = (name: string, options: EmptyDirOptions = {}) => DaemonVolume.emptyDir('/scratch', { name, ...options });

  test.each(['Data', 'a_b', LONG])('fails when it is %j', (name) => {
    const text = `[chart/agent] the volume name '${name}' (${name.length} characters) is not allowed: ${DNS_LABEL}`;
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly('/proc', { volumeName: name })] })).toEqual([text]);
    expect(problemsOfDaemon({ volumes: [scratch(name)] })).toEqual([text]);
  });

  test('fails when another volume has it', () => {
    const taken = (of: string) => [`[chart/agent] the volume name 'proc' of '${of}' is taken by another volume; give one of them another name`];
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly('/proc'), HostPath.readOnly('/srv', { volumeName: 'proc', ...ROOT })] })).toEqual(taken('/srv'));
    expect(problemsOfDaemon({ hostPaths: [HostPath.readOnly('/proc')], volumes: [scratch('proc')] })).toEqual(taken('/scratch'));
  });

  test('fails when a directory that starts empty has it', () => {
    const containers = [{ name: 'beside', image: IMAGE, hostPaths: [HostPath.readOnly('/srv', { volumeName: 'data' })] }];
    expect(problemsOfDaemon({ volumes: [scratch('data')], containers })).toEqual([
      "[chart/agent] the volume name 'data' of '/srv' is taken by another volume; give one of them another name",
    ]);
  });

  test('may be said again of the same path', () => {
    const proc = (mountPath: string) => HostPath.readOnly('/proc', { volumeName: 'proc-fs', mountPath });
    const volumes = [scratch('tmp')];
    expect(problemsOfDaemon({ hostPaths: [proc('/a'), proc('/b')], volumes, containers: [{ name: 'beside', image: IMAGE, volumes }] })).toEqual([]);
  });
});

describe('labels and annotations', () => {
  const key = `[chart/agent] the label key 'a b' is not allowed: ${LABEL_KEY}`;
  const value = (label: string) => `[chart/agent] the value 'no value' of the label '${label}' is not allowed: ${LABEL_VALUE}`;

  test.each([
    ['a key', { labels: { 'a b': '' } }, key],
    ['a pod label\'s key', { podLabels: { 'a b': '' } }, key],
    ['a value', { labels: { team: 'no value' } }, value('team')],
    ['a pod label\'s value', { podLabels: { team: 'no value' } }, value('team')],
    ['a value of the selector', { selector: { app: 'no value' } }, value('app')],
    ['the program', { program: 'no value' }, value('app.kubernetes.io/name')],
    ['the component', { component: 'no value' }, value('app.kubernetes.io/component')],
    ['the version', { version: 'no value' }, value('app.kubernetes.io/version')],
    ['an annotation', { annotations: { 'a b': '' } }, `[chart/agent] the annotation key 'a b' is not allowed: ${LABEL_KEY}`],
    ['a pod\'s annotation', { podAnnotations: { 'a b': '' } }, `[chart/agent] the annotation key 'a b' is not allowed: ${LABEL_KEY}`],
  ] as [string, Partial<DaemonProps>, string][])('fails when %s is not allowed, which is told once', (_, props, text) => expect(problemsOfDaemon(props)).toEqual([text]));

  test('fails when settings have a label that is not allowed', () => {
    expect(problems((chart, app) => {
      DaemonSettings.apply(app, { labels: { team: 'no value' } });
      new Daemon(chart, 'agent', { image: IMAGE });
    })).toEqual([value('team')]);
  });

  test('may be in capitals where Kubernetes takes that', () => {
    expect(problemsOfDaemon({ annotations: { 'Example.com/Owner': 'any text at all' }, labels: { Team: 'A' } })).toEqual([]);
  });
});
