import { JsonPatch } from 'cdk8s';
import {
  Assumption, Daemon, DaemonProps, Defaults, FluentdDaemon, HostPath, LogOutput, NodeExporterDaemon, Nodes, Placement, Tolerations, Variant,
} from '../../../src';
import { IMAGE, problems } from '../../util';

const GPU = Nodes.withLabel('gpu', 'true');
const LARGE = Nodes.withInstanceType('large');

function told(variants: Variant[], props: Partial<DaemonProps> = {}): string[] {
  return problems((chart) => new Daemon(chart, 'agent', { image: IMAGE, variants, ...props })).map((line) => line.replace('[chart/agent] ', ''));
}

describe('variants', () => {
  test('that divide the nodes are fine', () => expect(told([Variant.of('gpu', GPU), Variant.of('large', LARGE)])).toEqual([]));

  test('of one name are told', () => expect(told([Variant.of('gpu', GPU), Variant.of('gpu', LARGE)])).toEqual(["two variants are named 'gpu'; each needs a name of its own"]));

  test.each([
    ['GPU nodes', "the variant name 'GPU nodes' (9 characters)"], ['', "the variant name '' (0 characters)"], ['a.b', "the variant name 'a.b' (3 characters)"],
    ['a'.repeat(64), `the variant name '${'a'.repeat(64)}' (64 characters)`],
  ])('whose name would not fit are told: %j', (name, subject) => {
    expect(told([Variant.of(name, GPU)])).toEqual([
      `${subject} is not allowed: at most 63 characters, lower-case letters, digits and inner dashes, since it is part of the DaemonSet's name and a label value`,
    ]);
  });

  test('called rest are told', () => {
    expect(told([Variant.of('rest', GPU)])).toEqual(["the variant name 'rest' is taken by the nodes that no variant names; give the variant another name"]);
  });

  test('that get no node are told, with those that took them', () => {
    const zone = (...zones: string[]) => Nodes.withLabel('zone', ...zones);
    expect(told([Variant.of('a', zone('a')), Variant.of('gpu', GPU), Variant.of('b', zone('b')), Variant.of('both', zone('a', 'b'))])).toEqual([
      "variant 'both' gets no node, since 'a', 'b' before it take all that it names; put it before, or leave it out",
    ]);
    expect(told([Variant.of('gpu', GPU), Variant.of('other', Nodes.withLabel('zone', 'a')), Variant.of('again', GPU)])).toEqual([
      "variant 'again' gets no node, since 'gpu' before it takes all that it names; put it before, or leave it out",
    ]);
  });

  test('for nodes that are not the daemon\'s are told', () => {
    expect(told([Variant.of('windows', Nodes.withLabel('kubernetes.io/os', 'windows'))], { tolerations: Tolerations.none() })).toEqual([
      "variant 'windows' is for kubernetes.io/os=windows, and no such node is in the daemon's domain (kubernetes.io/os=linux); widen the domain by placement, or leave the variant out",
    ]);
  });

  test('for nodes that cannot be are told', () => {
    expect(told([Variant.of('both', Nodes.withLabel('size', 'a').intersection(Nodes.withLabel('size', 'b')))])).toEqual([
      "variant 'both' asks for nodes that cannot be: size=a,size=b contradicts itself; ask for less at once",
    ]);
    expect(told([Variant.of('none', Nodes.withLabelLessThan('cpu', 0))])).toEqual(["variant 'none' asks for nodes that cannot be: cpu<0 contradicts itself; ask for less at once"]);
  });

  test('for labels that cannot be are told', () => {
    const [problem, ...others] = told([Variant.of('gpu', Nodes.withLabel('nvidia.com/gpu present', 'true'))]);
    expect(others).toEqual([]);
    expect(problem).toMatch(/^variant 'gpu' asks for what no label can be: Invalid value: "nvidia\.com\/gpu present": name part must consist of alphanumeric characters/);
    expect(told([Variant.of('gpu', Nodes.withLabel('gpu', 'a b'))])[0]).toMatch(/^variant 'gpu' asks for what no label can be: Invalid value: "a b": a valid label must be/);
    expect(told([Variant.of('gpu', Nodes.withLabelGreaterThan('cpu', 1.5))])[0])
      .toBe("variant 'gpu' asks for what no label can be: Invalid value: \"1.5\": for 'Gt', 'Lt' operators, the value must be an integer");
  });

  test('that leave nothing for the definition are told', () => {
    expect(told([Variant.of('gpu', GPU), Variant.of('other', GPU.complement())])).toEqual([
      "the variants ('gpu', 'other') take every node of the domain and leave none for the definition as it stands; say variantsOnly: true",
    ]);
    expect(told([Variant.of('gpu', GPU), Variant.of('other', GPU.complement())], { variantsOnly: true })).toEqual([]);
  });

  test('by order are told where their opposite is needed, and taken where integers are assumed', () => {
    const large = Variant.of('large', Nodes.withLabelGreaterThan('cpu', 16));
    const why = "a node whose label 'cpu' is no whole number is neither above nor below a bound; if it is one on every node that has it, say so: "
      + "Assumption.integerLabel('cpu'); else name the values: Nodes.withLabel";
    expect(told([large])).toEqual([`the rest cannot leave out exactly the nodes of 'large': ${why}`]);
    expect(told([large, Variant.of('gpu', GPU)], { variantsOnly: true })).toEqual([`variant 'gpu' cannot leave out exactly the nodes of 'large': ${why}`]);
    expect(told([large], { assumptions: [Assumption.integerLabel('other')] })).toHaveLength(1);
    expect(told([large], { assumptions: [Assumption.integerLabel('cpu')] })).toEqual([]);
    expect(told([Variant.of('gpu', GPU), large], { variantsOnly: true })).toEqual([]);
  });

  test('without any nodes of their own leave no DaemonSet at all', () => {
    expect(told([], { variantsOnly: true })).toEqual(['variantsOnly leaves no DaemonSet, since there are no variants; give variants, or leave variantsOnly out']);
  });

  test('alone have no use for a selector that was given', () => {
    expect(told([Variant.of('gpu', GPU)], { variantsOnly: true, selector: { app: 'agent' } })).toEqual([
      'selector is that of the DaemonSet for the nodes that no variant names, and variantsOnly leaves none; leave one of the two out',
    ]);
  });

  test('whose pods a given selector would take are told', () => {
    expect(told([Variant.of('gpu', GPU)], { selector: { 'app.kubernetes.io/name': 'agent' } })).toEqual([
      "the DaemonSets 'agent' and 'agent-gpu' of namespace 'node-agents' can select each other's pods; a selector that is given must not match the pods of variants, whose labels "
      + 'app.kubernetes.io/name and app.kubernetes.io/instance differ',
    ]);
  });

  test('need labels, which Defaults.none() does not add', () => {
    expect(told([Variant.of('gpu', GPU)], { defaults: Defaults.none(), selector: { app: 'agent' }, podLabels: { app: 'agent' } })).toEqual([
      'with Defaults.none() no label is added, so the pods of variants could not be told apart; define each as a Daemon of its own, or leave defaults out',
    ]);
  });

  test('alone may not tolerate every taint, which would send them to virtual nodes', () => {
    const variants = [Variant.of('gpu', GPU, { tolerations: Tolerations.everyTaint() })];
    expect(told(variants, { tolerations: Tolerations.none() })).toEqual([
      "variant 'gpu' tolerates every taint and the daemon does not, so that it alone would be sent to virtual nodes, where its pods stay Pending; "
      + 'name the taints: Tolerations.of(…), or let the daemon tolerate every taint',
    ]);
    expect(told(variants, { tolerations: Tolerations.none(), placement: Placement.linux().includingVirtualNodes() })).toEqual([]);
    expect(told(variants)).toEqual([]);
  });

  test('with arguments that come after none are told', () => {
    expect(told([Variant.of('gpu', GPU, { extraArgs: ['--gpu'] })])).toEqual([
      "variant 'gpu': extraArgs (--gpu) come after args, and there are none, so that the image's own arguments would be lost; give args",
    ]);
    expect(told([Variant.of('gpu', GPU, { containers: { helper: { extraArgs: ['--gpu'] } } })], { containers: [{ name: 'helper', image: IMAGE }] })).toHaveLength(1);
  });

  test('that change a container which is not there are told', () => {
    expect(told([Variant.of('gpu', GPU, { containers: { proxy: { args: [] } } })], { sidecars: [{ name: 'helper', image: IMAGE }] })).toEqual([
      "variant 'gpu': there is no container 'proxy' whose definition could change; there are: helper",
    ]);
  });

  test('of another product are told', () => {
    const fluentd = FluentdDaemon.variant('gpu', GPU, {});
    expect(told([fluentd])).toEqual(["variant 'gpu': it is made by FluentdDaemon.variant, which knows nothing of this daemon's options; make it by Variant.of"]);
    expect(problems((chart) => new NodeExporterDaemon(chart, 'exporter', { variants: [fluentd] }))).toEqual([
      "[chart/exporter] variant 'gpu': it is made by FluentdDaemon.variant, which knows nothing of this daemon's options; make it by NodeExporterDaemon.variant",
    ]);
    expect(problems((chart) => new FluentdDaemon(chart, 'fluentd', { output: LogOutput.stdout(), variants: [Variant.of('gpu', GPU)] }))).toEqual([
      "[chart/fluentd] variant 'gpu': it is made by Variant.of, which knows nothing of this daemon's options; make it by FluentdDaemon.variant",
    ]);
  });

  test('tell what is wrong with all once, and else whose it is', () => {
    const variants = [Variant.of('gpu', GPU, { hostPaths: [HostPath.readOnly('sys')] }), Variant.of('large', LARGE)];
    expect(told(variants, { ports: [{ name: 'not_a_name', number: 1 }] }).map((line) => line.slice(0, 55))).toEqual([
      'spec.template.spec.containers[0].ports[0].name: Invalid', "variant 'gpu': the path 'sys' of the node must be absol",
    ]);
    expect(told([Variant.of('gpu', GPU, { args: ['a'], image: IMAGE })], { hostPaths: [HostPath.readOnly('sys')] })).toEqual([
      "the path 'sys' of the node must be absolute",
    ]);
  });

  test('tell everything at once', () => {
    expect(told([Variant.of('gpu', GPU), Variant.of('gpu', GPU), Variant.of('A', LARGE, { extraArgs: ['x'] }), Variant.of('again', GPU)])).toHaveLength(5);
  });

  test('that patches have made to overlap, or to miss nodes, are told with a node', () => {
    const patched = (...ops: JsonPatch[]) => problems((chart) => {
      const daemon = new Daemon(chart, 'agent', { image: IMAGE, variants: [Variant.of('gpu', GPU)], placement: Placement.everyNode(), tolerations: Tolerations.none() });
      daemon.daemonSets[0].addJsonPatch(...ops);
    });
    const affinity = '/spec/template/spec/affinity';
    expect(patched(JsonPatch.remove(affinity))).toEqual(["[chart/agent] JSON patches break the division of the nodes: 'agent' and 'agent-gpu' both take a node with gpu=true"]);
    expect(patched(JsonPatch.add('/spec/template/spec/nodeSelector', { zone: 'a' }))).toEqual([
      '[chart/agent] JSON patches break the division of the nodes: no DaemonSet takes a node without the label gpu, zone',
    ]);
  });
});

test('a variant\'s name and its daemon\'s together may not be another daemon\'s', () => {
  expect(problems((chart) => {
    new Daemon(chart, 'agent-gpu', { image: IMAGE });
    new Daemon(chart, 'agent', { image: IMAGE, variants: [Variant.of('gpu', GPU)] });
  })).toEqual([
    "[chart/agent] the DaemonSet 'agent-gpu' is also made by the daemon 'chart/agent-gpu', and one would replace the other; give one of them another name",
  ]);
});
