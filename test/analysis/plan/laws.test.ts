import fc from 'fast-check';
import { at, container, daemonSet, NodeGiven, planOf, PodGiven } from './ask';
import { PlanReport } from '../../../src/analysis/plan/plan-report';

/** Few values, so that things meet. */
const KEYS = ['kubernetes.io/os', 'hardware', 'cores'];
const VALUES = ['linux', 'gpu', '', '5', '05'];
const EFFECTS = ['NoSchedule', 'NoExecute', 'PreferNoSchedule'];

const taint = fc.record({ key: fc.constantFrom('gpu', 'spot'), value: fc.constantFrom('a', 'b'), effect: fc.constantFrom(...EFFECTS) });
const taints = fc.uniqueArray(taint, { maxLength: 3, selector: ({ key, effect }) => `${key}:${effect}` });
const labels = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES));
const allocatable = fc.constantFrom(undefined, { cpu: '2', memory: '4Gi', pods: '3' }, { cpu: '2000m', memory: '4096Mi', pods: '3' }, { cpu: '8', memory: '16Gi', pods: '10' });
const nodes = fc.array(fc.record({ labels, taints, allocatable }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((node, index): NodeGiven => ({ ...node, name: `n-${index}` })));

const requirement = fc.oneof(
  fc.record({ key: fc.constantFrom(...KEYS), operator: fc.constantFrom('In', 'NotIn'), values: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 }) }),
  fc.record({ key: fc.constantFrom(...KEYS), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({ key: fc.constant('cores'), operator: fc.constantFrom('Gt', 'Lt'), values: fc.constantFrom(['4'], ['6']) }),
);
const terms = fc.array(fc.record({ matchExpressions: fc.array(requirement, { minLength: 1, maxLength: 2 }) }), { minLength: 1, maxLength: 2 });
const affinity = fc.option(terms, { nil: undefined }).map((nodeSelectorTerms) => (
  nodeSelectorTerms === undefined ? {} : { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } }));
const toleration = fc.oneof(
  fc.record({ key: fc.constantFrom('gpu', 'spot'), operator: fc.constant('Exists') }),
  fc.record({ key: fc.constantFrom('gpu', 'spot'), value: fc.constantFrom('a', 'b'), effect: fc.constantFrom('', ...EFFECTS) }),
  fc.constant({ operator: 'Exists' }),
);
const spec = fc.record({
  affinity,
  nodeSelector: fc.constantFrom({}, { 'kubernetes.io/os': 'linux' }),
  tolerations: fc.array(toleration, { maxLength: 2 }),
  containers: fc.constantFrom({ cpu: '500m' }, { cpu: '1500m' }, { memory: '3Gi' }, {}).map((requests) => [container(requests)]),
  priorityClassName: fc.constantFrom(undefined, 'system-cluster-critical', 'system-node-critical'),
});
const daemonSets = fc.array(spec, { minLength: 1, maxLength: 4 }).map((specs) => specs.map((one, index) => daemonSet(`d-${index}`, one)));
const pods = fc.array(fc.record({
  node: fc.integer({ min: 0, max: 7 }), cpu: fc.constantFrom('100m', '1'), priority: fc.constantFrom(0, 2_000_000_000), daemonSet: fc.constantFrom(undefined, 'd-0'),
}), { maxLength: 12 }).map((all) => all.map(({ node, cpu, priority, daemonSet: owner }, index): PodGiven => (
  { name: `p-${index}`, nodeName: `n-${node}`, spec: { containers: [container({ cpu })] }, priority, daemonSet: owner })));

/** What is said of each node and each DaemonSet, whatever the classes are called. */
function said(report: PlanReport, names: readonly string[], sets: readonly object[], withNumbers = true): object {
  const idOf = (set: object) => `agents/${(set as { metadata: { name: string } }).metadata.name}`;
  return Object.fromEntries(names.flatMap((node) => sets.map((set) => {
    const { outcome, codes, reasons } = at(report, node, idOf(set));
    return [`${node} ${idOf(set)}`, withNumbers ? { outcome, reasons } : { outcome, codes: [...new Set(codes)].sort() }];
  })));
}

function without<T extends object>(object: T, path: string): T {
  return JSON.parse(JSON.stringify(object, (key, value) => (key === path ? undefined : value)));
}

/** Each pod alone, so that nothing competes. */
const alone = spec.map((one) => daemonSet('d', without(one, 'containers')));

describe('a plan', () => {
  test('says of nodes in classes what it says of each of them alone', () => {
    fc.assert(fc.property(nodes, daemonSets, pods, fc.boolean(), (given, sets, running, hasPods) => {
      const names = given.map(({ name }) => name);
      const told = hasPods ? running : undefined;
      const together = said(planOf(sets, given, { pods: told }), names, sets, false);
      const apart = given.map((node) => said(planOf(sets, [node], { pods: told }), [node.name], sets, false));
      expect(together).toEqual(Object.assign({}, ...apart));
    }));
  });

  test('counts every node once for each DaemonSet, and lists every class with each DaemonSet', () => {
    fc.assert(fc.property(nodes, daemonSets, pods, (given, sets, running) => {
      const { nodeClasses, daemonSets: totals, placements, overhead } = planOf(sets, given, { pods: running });
      expect(nodeClasses.flatMap(({ nodes: own }) => own).sort()).toEqual(given.map(({ name }) => name).sort());
      expect(nodeClasses.map(({ count }) => count)).toEqual(nodeClasses.map(({ nodes: own }) => own.length));
      expect(nodeClasses.map(({ nodes: [first] }) => first)).toEqual(nodeClasses.map(({ nodes: [first] }) => first).sort());
      totals.forEach(({ desired, runs, pending, rejected, unknown, keepOnly, notDesired }) => {
        expect(desired).toBe(runs + pending + rejected + unknown);
        expect(desired + keepOnly + notDesired).toBe(given.length);
      });
      expect(placements.map(({ nodeClass, daemonSet: set }) => [nodeClass, set]))
        .toEqual(nodeClasses.flatMap(({ id }) => totals.map(({ daemonSet: set }) => [id, set])));
      expect(overhead.map(({ nodeClass }) => nodeClass)).toEqual(nodeClasses.map(({ id }) => id));
    }));
  });

  test('is the same whatever the order of the nodes, of their labels and of their taints', () => {
    fc.assert(fc.property(nodes, daemonSets, pods, fc.infiniteStream(fc.nat()), (given, sets, running, numbers) => {
      const shuffled = <T>(all: readonly T[]) => (
        all.map((one) => ({ one, rank: numbers.next().value! })).sort((a, b) => a.rank - b.rank).map(({ one }) => one));
      const other = shuffled(given).map((node) => (
        { ...node, labels: Object.fromEntries(shuffled(Object.entries(node.labels ?? {}))), taints: shuffled(node.taints ?? []) }));
      const asked = { pods: running, partitions: [[{ key: 'app', operator: 'Exists' }]] };
      expect(JSON.stringify(planOf(sets, other, asked))).toBe(JSON.stringify(planOf(sets, given, asked)));
    }));
  });

  test('is the same twice', () => {
    fc.assert(fc.property(nodes, daemonSets, pods, (given, sets, running) => (
      JSON.stringify(planOf(sets, given, { pods: running })) === JSON.stringify(planOf(sets, given, { pods: running })))));
  });

  test('says the same of DaemonSets in any order, where nothing competes', () => {
    fc.assert(fc.property(nodes, fc.array(spec, { minLength: 2, maxLength: 4 }), (given, specs) => {
      const free = given.map((node) => ({ ...node, allocatable: { cpu: '64', memory: '256Gi', pods: '110' } }));
      const sets = specs.map((one, index) => daemonSet(`d-${index}`, one));
      const names = free.map(({ name }) => name);
      expect(said(planOf([...sets].reverse(), free), names, sets)).toEqual(said(planOf(sets, free), names, sets));
    }));
  });

  test('of a DaemonSet that tolerates more never has fewer nodes', () => {
    fc.assert(fc.property(nodes, alone, toleration, (given, set, more) => {
      const wider = JSON.parse(JSON.stringify(set));
      wider.spec.template.spec.tolerations = [...wider.spec.template.spec.tolerations, more];
      expect(runningOn(wider, given)).toEqual(expect.arrayContaining(runningOn(set, given)));
    }));
  });

  test('of nodes with one more taint never has more nodes', () => {
    fc.assert(fc.property(nodes, alone, taint, (given, set, more) => {
      const others = (node: NodeGiven) => (node.taints ?? []).filter(({ key, effect }) => key !== more.key || effect !== more.effect);
      const tainted = given.map((node) => ({ ...node, taints: [...others(node), more] }));
      const untainted = tainted.map((node) => ({ ...node, taints: node.taints.filter((one) => one !== more) }));
      expect(runningOn(set, untainted)).toEqual(expect.arrayContaining(runningOn(set, tainted)));
    }));
  });

  function runningOn(set: object, given: readonly NodeGiven[]): string[] {
    const report = planOf([set], given);
    return given.map(({ name }) => name).filter((name) => ['runs', 'unknown'].includes(at(report, name, 'agents/d').outcome));
  }
});
