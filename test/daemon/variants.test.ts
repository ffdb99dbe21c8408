import { Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { Cpu, EnvValue, NetworkPolicyIpBlock, ServiceAccount } from 'cdk8s-plus-27';
import {
  Assumption, Daemon, DaemonProps, Discovery, HostPath, KubernetesAccess, LogCollectorDaemon, Nodes, Placement, Priority, Privileges, Rollout,
  TolerationOperator, Tolerations, Variant, VariantOverrides,
} from '../../src';
import { Container, DaemonSet } from '../../src/kubernetes/objects';
import { deepFreeze, IMAGE, problems, synth, Written } from '../util';

const GPU = Nodes.withLabel('gpu', 'true');
const LARGE = Nodes.withInstanceType('large');

function daemon(variants: Variant[], props: Partial<DaemonProps> = {}): Written[] {
  return synth((chart) => new Daemon(chart, 'agent', { image: IMAGE, variants, ...props }));
}

function sets(objects: Written[]): { [name: string]: DaemonSet } {
  return Object.fromEntries(objects.filter(({ kind }) => kind === 'DaemonSet').map((set) => [set.metadata.name, set as unknown as DaemonSet]));
}

function names(kind: string, objects: Written[]): string[] {
  return objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
}

/** The variant's DaemonSet. */
function variant(overrides: VariantOverrides, props: Partial<DaemonProps> = {}): DaemonSet {
  return sets(daemon([Variant.of('gpu', GPU, overrides)], props))['agent-gpu'];
}

function main(set: DaemonSet): Container {
  return set.spec.template.spec.containers[0];
}

describe('a daemon with variants', () => {
  test('is a DaemonSet for all other nodes under its own name, then one for each variant, in the order of its file', () => {
    expect(names('DaemonSet', daemon([Variant.of('gpu', GPU), Variant.of('large', LARGE)]))).toEqual(['agent', 'agent-gpu', 'agent-large']);
    synth((chart) => {
      const { daemonSets, name } = new Daemon(chart, 'agent', { image: IMAGE, variants: [Variant.of('gpu', GPU)] });
      expect(daemonSets.map((set) => set.name)).toEqual(['agent', 'agent-gpu']);
      expect(name).toBe('agent');
    });
  });

  test('has no DaemonSet for other nodes if it is meant for its variants alone', () => {
    const objects = daemon([Variant.of('gpu', GPU), Variant.of('large', LARGE)], { variantsOnly: true });
    expect(names('DaemonSet', objects)).toEqual(['agent-gpu', 'agent-large']);
    expect(sets(objects)['agent-gpu'].metadata.annotations!['cdk8s-daemons/domain']).toBe(
      'eks.amazonaws.com/compute-type!=fargate,gpu=true,kubernetes.io/os=linux,type!=virtual-kubelet || '
      + 'eks.amazonaws.com/compute-type!=fargate,kubernetes.io/os=linux,node.kubernetes.io/instance-type=large,type!=virtual-kubelet');
  });

  test('selects the pods of each DaemonSet by its own name, and all of them by the label they share', () => {
    const { agent, 'agent-gpu': gpu } = sets(daemon([Variant.of('gpu', GPU)], { component: 'monitor' }));
    expect(agent.spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' });
    expect(gpu.spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent-gpu' });
    const common = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/component': 'monitor', 'cdk8s-daemons/daemon': 'agent' };
    expect(agent.spec.template.metadata!.labels).toEqual({ ...common, 'app.kubernetes.io/instance': 'agent', 'cdk8s-daemons/variant': 'rest' });
    expect(gpu.spec.template.metadata!.labels).toEqual({ ...common, 'app.kubernetes.io/instance': 'agent-gpu', 'cdk8s-daemons/variant': 'gpu' });
  });

  test('keeps its selector when it gets variants, and the one that it was given', () => {
    const selector = ({ spec }: DaemonSet) => spec.selector;
    expect(selector(sets(daemon([Variant.of('gpu', GPU)])).agent)).toEqual(selector(sets(daemon([])).agent));
    const given = { matchLabels: { 'k8s-app': 'agent' } };
    const adopted = sets(daemon([Variant.of('gpu', GPU)], { selector: given.matchLabels }));
    expect(adopted.agent.spec.selector).toEqual(given);
    expect(adopted.agent.spec.template.metadata!.labels).toMatchObject(given.matchLabels);
    expect(adopted['agent-gpu'].spec.template.metadata!.labels).not.toHaveProperty('k8s-app');
  });

  test('says on each DaemonSet for which nodes all are, and what that takes for granted', () => {
    const cpu = [Variant.of('large', Nodes.withLabelGreaterThan('cpu', 8))];
    const { agent, 'agent-large': large } = sets(daemon(cpu, { placement: Placement.everyNode(), tolerations: Tolerations.none(), assumptions: [Assumption.integerLabel('cpu')] }));
    expect(agent.metadata.annotations).toEqual({ 'cdk8s-daemons/domain': '', 'cdk8s-daemons/assumptions': 'integerLabel(cpu)' });
    expect(large.metadata.annotations).toEqual(agent.metadata.annotations);
    expect(sets(daemon([])).agent.metadata).not.toHaveProperty('annotations');
  });

  test('cuts a name that is too long, with a hash of the whole', () => {
    const long = names('DaemonSet', daemon([Variant.of('b'.repeat(40), GPU)], { name: 'a'.repeat(40) }))[1];
    expect(long).toMatch(/^a{40}-b{13}-[0-9a-f]{8}$/);
  });

  test('has one ServiceAccount, one Role for what any of them may do, one Service', () => {
    const ports = [{ name: 'metrics', number: 9100 }];
    const objects = daemon([Variant.of('gpu', GPU), Variant.of('large', LARGE)], { ports, discovery: [Discovery.headless()], kubernetesAccess: [KubernetesAccess.read('pods')] });
    for (const kind of ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Service']) {
      expect(objects.filter((object) => object.kind === kind)).toHaveLength(1);
    }
    expect(objects.find(({ kind }) => kind === 'ClusterRole')!.rules).toHaveLength(1);
    const service = objects.find(({ kind }) => kind === 'Service')!;
    expect(service.spec.selector).toEqual({ 'cdk8s-daemons/daemon': 'agent' });
    expect(service.metadata.labels).not.toHaveProperty('cdk8s-daemons/variant');
    expect(Object.values(sets(objects)).map(({ spec }) => spec.template.spec.serviceAccountName)).toEqual(['agent', 'agent', 'agent']);
  });

  test('shares a ServiceAccount that it was given', () => {
    const objects = synth((chart) => new Daemon(chart, 'agent', {
      image: IMAGE, variants: [Variant.of('gpu', GPU)], serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'other'),
    }));
    expect(names('ServiceAccount', objects)).toEqual([]);
    expect(Object.values(sets(objects)).map(({ spec }) => spec.template.spec.serviceAccountName)).toEqual(['other', 'other']);
  });

  test('shares one state directory, so that a node keeps its state when it changes its variant', () => {
    const objects = daemon([Variant.of('gpu', GPU)], { hostPaths: [HostPath.stateDirectory()], privileges: Privileges.root() });
    expect(Object.values(sets(objects)).map(({ spec }) => spec.template.spec.volumes)).toEqual(Array(2).fill(
      [{ name: 'var-lib-node-agents-agent', hostPath: { path: '/var/lib/node-agents/agent', type: 'DirectoryOrCreate' } }]));
  });

  test('lets whoever may connect to its ports connect to those of every variant', () => {
    const objects = synth((chart) => new Daemon(chart, 'agent', {
      image: IMAGE,
      ports: [{ name: 'metrics', number: 9100 }],
      variants: [Variant.of('gpu', GPU)],
      networkPolicy: { ingressFrom: [NetworkPolicyIpBlock.ipv4(chart, 'clients', '10.0.0.0/8')] },
    }));
    const [policy] = objects.filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policy.spec.podSelector.matchLabels).toEqual({ 'cdk8s-daemons/daemon': 'agent' });
    expect(policy.spec.ingress[0].ports).toEqual([{ port: 9100, protocol: 'TCP' }]);
  });

  test('is patched as a whole, or one DaemonSet at a time', () => {
    const objects = synth((chart) => {
      const agent = new Daemon(chart, 'agent', { image: IMAGE, variants: [Variant.of('gpu', GPU)] });
      agent.addJsonPatch(JsonPatch.add('/spec/template/spec/enableServiceLinks', false));
      agent.daemonSets[1].addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 5));
    });
    const { agent, 'agent-gpu': gpu } = sets(objects);
    expect([agent, gpu].map(({ spec }) => (spec.template.spec as { enableServiceLinks?: boolean }).enableServiceLinks)).toEqual([false, false]);
    expect([agent, gpu].map(({ spec }) => spec.minReadySeconds)).toEqual([undefined, 5]);
  });

  test('changes no definition and shares none', () => {
    const variants = deepFreeze([Variant.of('gpu', GPU, deepFreeze({ extraArgs: ['b'], env: { A: EnvValue.fromValue('1') } }))]);
    const props = deepFreeze({ image: IMAGE, args: ['a'], variants });
    const objects = synth((chart) => { new Daemon(chart, 'one', props); new Daemon(chart, 'two', props); });
    expect(Object.values(sets(objects)).map((set) => main(set).args)).toEqual([['a'], ['a', 'b'], ['a'], ['a', 'b']]);
  });
});

describe('a variant of an own daemon', () => {
  test('is the daemon but for its nodes where it changes nothing', () => {
    const { agent, 'agent-gpu': gpu } = sets(daemon([Variant.of('gpu', GPU)], { args: ['a'], env: { A: EnvValue.fromValue('1') } }));
    const { affinity, ...others } = gpu.spec.template.spec;
    expect(others).toEqual({ ...agent.spec.template.spec, affinity: undefined });
    expect(affinity).not.toEqual(agent.spec.template.spec.affinity);
  });

  test('replaces the arguments, or adds to them', () => {
    const args = ['--a', '--b'];
    expect(main(variant({ args: ['--c'] }, { args })).args).toEqual(['--c']);
    expect(main(variant({ extraArgs: ['--c'] }, { args })).args).toEqual(['--a', '--b', '--c']);
    expect(main(variant({ args: ['--c'], extraArgs: ['--d'] }, { args })).args).toEqual(['--c', '--d']);
    expect(main(variant({ args: [] }, { args })).args).toEqual([]);
    expect(main(variant({}, { args })).args).toEqual(args);
  });

  test('merges variables and resources by name', () => {
    const props = {
      env: { A: EnvValue.fromValue('1'), B: EnvValue.fromValue('2') },
      resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) }, extended: { 'a/b': 1 } },
    };
    const own = main(variant({ env: { B: EnvValue.fromValue('3'), C: EnvValue.fromValue('4') }, resources: { memory: { limit: Size.gibibytes(1) }, extended: { 'c/d': 2 } } }, props));
    expect(own.env).toEqual([{ name: 'A', value: '1' }, { name: 'B', value: '3' }, { name: 'C', value: '4' }]);
    expect(own.resources).toEqual({ requests: { 'cpu': '100m', 'memory': '64Mi', 'a/b': '1', 'c/d': '2' }, limits: { 'memory': '1Gi', 'a/b': '1', 'c/d': '2' } });
  });

  test('has an image, a priority, a runtime class, a rollout and a grace period of its own', () => {
    const { metadata, spec } = variant({
      image: 'registry.example.com/agent:2.0.0', priority: Priority.nodeCritical(), runtimeClassName: 'nvidia', rollout: Rollout.onDelete(), terminationGracePeriod: Duration.minutes(5),
    }, { runtimeClassName: 'runc' });
    expect(spec.template.spec).toMatchObject({ priorityClassName: 'system-node-critical', runtimeClassName: 'nvidia', terminationGracePeriodSeconds: 300 });
    expect(spec.template.spec.containers[0].image).toBe('registry.example.com/agent:2.0.0');
    expect(spec.updateStrategy).toEqual({ type: 'OnDelete' });
    expect(metadata.labels!['app.kubernetes.io/version']).toBe('2.0.0');
  });

  test('adds tolerations to those of the daemon, also to those of its kind', () => {
    const gpu = Tolerations.of({ key: 'nvidia.com/gpu', operator: TolerationOperator.EXISTS });
    const added = { key: 'nvidia.com/gpu', operator: 'Exists' };
    expect(variant({ tolerations: gpu }, { tolerations: Tolerations.none() }).spec.template.spec.tolerations).toEqual([added]);
    expect(variant({ tolerations: gpu }).spec.template.spec.tolerations).toEqual([{ operator: 'Exists' }, added]);
    expect(sets(daemon([Variant.of('gpu', GPU, { tolerations: gpu })], { tolerations: Tolerations.none() })).agent.spec.template.spec.tolerations).toBeUndefined();
  });

  test('adds paths of the node, labels and annotations', () => {
    const { metadata, spec } = variant({
      hostPaths: [HostPath.readOnly('/sys')], annotations: { 'a/b': 'own' }, podLabels: { x: 'own' }, podAnnotations: { y: 'own' },
    }, { hostPaths: [HostPath.readOnly('/proc')], annotations: { 'a/c': 'all' }, podLabels: { z: 'all' } });
    expect(spec.template.spec.volumes!.map(({ hostPath }) => hostPath!.path)).toEqual(['/proc', '/sys']);
    expect(metadata.annotations).toMatchObject({ 'a/b': 'own', 'a/c': 'all' });
    expect(spec.template.metadata!.labels).toMatchObject({ x: 'own', z: 'all' });
    expect(spec.template.metadata!.annotations).toEqual({ y: 'own' });
  });

  test('has a ConfigMap of its own where its files differ, and only there', () => {
    const file = (content: string) => ({ path: '/etc/agent/agent.yaml', content });
    const objects = daemon([Variant.of('same', GPU, { configFiles: [file('a')] }), Variant.of('other', LARGE, { configFiles: [file('b')] })], { configFiles: [file('a')] });
    expect(objects.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata, data }) => [metadata.name, data['agent.yaml']])).toEqual([['agent', 'a'], ['agent-other', 'b']]);
    const mounted = Object.values(sets(objects)).map(({ spec }) => [spec.template.spec.volumes![0].configMap!.name, spec.template.metadata!.annotations!['cdk8s-daemons/config-checksum']]);
    expect(mounted.map(([name]) => name)).toEqual(['agent', 'agent', 'agent-other']);
    expect(new Set(mounted.map(([, checksum]) => checksum)).size).toBe(2);
  });

  test('leaves no ConfigMap that nobody mounts', () => {
    const file = (content: string) => ({ path: '/etc/agent/agent.yaml', content });
    const objects = daemon([Variant.of('gpu', GPU, { configFiles: [file('b')] })], { configFiles: [file('a')], variantsOnly: true });
    expect(names('ConfigMap', objects)).toEqual(['agent-gpu']);
  });

  test('changes containers beside the main one by their names', () => {
    const { spec } = variant({ containers: { helper: { extraArgs: ['--big'] }, proxy: { image: 'registry.example.com/proxy:3' } } }, {
      containers: [{ name: 'helper', image: 'registry.example.com/helper:1', args: ['--a'] }],
      initContainers: [{ name: 'prepare', image: 'registry.example.com/prepare:1' }],
      sidecars: [{ name: 'proxy', image: 'registry.example.com/proxy:2' }],
    });
    expect(spec.template.spec.containers.map(({ name, args }) => [name, args])).toEqual([['agent', undefined], ['helper', ['--a', '--big']]]);
    expect(spec.template.spec.initContainers!.map(({ name, image }) => [name, image])).toEqual([
      ['prepare', 'registry.example.com/prepare:1'], ['proxy', 'registry.example.com/proxy:3'],
    ]);
  });

  test('of a role keeps what the role gives', () => {
    const objects = synth((chart) => new LogCollectorDaemon(chart, 'collector', {
      image: IMAGE, kubernetesMetadata: true, hostPaths: [HostPath.readOnly('/opt')], variants: [Variant.of('gpu', GPU, { hostPaths: [HostPath.readOnly('/srv')] })],
    }));
    const [rest, gpu] = Object.values(sets(objects)).map(({ spec }) => spec.template.spec);
    const paths = (list: typeof rest.volumes) => list!.map(({ hostPath }) => hostPath!.path);
    expect(paths(rest.volumes)).toEqual(['/var/log', '/var/lib/node-agents/collector', '/opt']);
    expect(paths(gpu.volumes)).toEqual(['/var/log', '/var/lib/node-agents/collector', '/opt', '/srv']);
    expect(gpu.containers[0].env!.find(({ name }) => name === 'K8S_OWN_LOGS')!.value).toBe('/var/log/containers/collector-gpu-?????_node-agents_*.log');
    expect(gpu.automountServiceAccountToken).toBe(true);
    expect(gpu.containers[0].name).toBe('collector');
  });

  test('may open the daemon\'s port on its node, since no node runs both', () => {
    const ports = [{ name: 'metrics', number: 9100 }];
    expect(problems((chart: Chart) => new Daemon(chart, 'agent', { image: IMAGE, ports, discovery: [Discovery.hostPort('metrics')], variants: [Variant.of('gpu', GPU)] }))).toEqual([]);
  });
});
