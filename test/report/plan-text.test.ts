import * as fc from 'fast-check';
import { anyPlan } from './any-plan';
import { Cell, FINE, GAP, nodeClass, partition, plan, RUNS, selectorReason, TYPICAL } from './plan-cases';
import { planText } from '../../src/report/plan-text';

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

function linesOf(report = TYPICAL, colour = false): string[] {
  return planText(report, { colour }).split('\n');
}

/** What stands under a title. */
function section(title: string, lines: readonly string[]): string[] {
  const from = lines.indexOf(title) + 1;
  return from === 0 ? [] : lines.slice(from, lines.indexOf('', from));
}

function tooLong(lines: readonly string[]): string[] {
  return lines.filter((line) => line.length > 100 && line.trim().includes(' '));
}

describe('the text of a plan', () => {
  test('begins with the verdict, says what a change changes, and shows who runs where', () => {
    const lines = linesOf();
    expect(lines.slice(0, lines.indexOf('Reasons')).join('\n')).toBe(`\
12 of 29 pods will not run: dcgm-exporter is refused on 2 nodes, fluentd waits on 10; the variants
of fluentd leave a gap; dcgm-exporter and node-exporter want port 9100/TCP of the same 2 nodes; 10
pods run only by ending others; taints keep fluentd off 3 nodes.

What if
  asked           label w-1 size=large, remove w-11
  runs → pending  node-agents/fluentd on w-1
                  memory: 500Mi requested, 120Mi left (14Gi of 14456Mi taken) (insufficient)
  runs → no node  monitoring/node-exporter and node-agents/fluentd on w-11

DaemonSet                 c1  c2  c3   runs
node-agents/fluentd       k   .   P    0/10
node-agents/fluentd-gpu   .   +   .     2/2
monitoring/dcgm-exporter  .   R   .     0/2
monitoring/node-exporter  +   +   ^   15/15

+ runs; ^ runs by ending others; P pending; R rejected; k keep-only (no new pod, one that is there
stays); . not-desired

Node classes
  c1  3 nodes: cp-1, cp-2 and cp-3; labels kubernetes.io/os=linux; taints
      node-role.kubernetes.io/control-plane:NoSchedule
  c2  2 nodes: gpu-1 and gpu-2; labels gpu=a100, kubernetes.io/os=linux
  c3  10 nodes: w-1, w-2, w-3 and 7 more; labels kubernetes.io/os=linux
`);
  });

  test('gives every reason once, the worst first, and last those that only tell that a node is for others', () => {
    expect(section('Reasons', linesOf()).join('\n')).toBe(`\
  rejected     the namespace admits baseline, and the pod needs privileged: hostPath volumes (volume
               "log") (pod-security)
               monitoring/dcgm-exporter on gpu-1 and gpu-2 (c2)
  pending      memory: 500Mi requested, 120Mi left (14Gi of 14456Mi taken) (insufficient)
               node-agents/fluentd on w-1, w-2, w-3 and 7 more (c3)
               the numbers are those of w-3, where it is worst
  keep-only    taint node-role.kubernetes.io/control-plane:NoSchedule is not tolerated
               (untolerated-taint)
               node-agents/fluentd on cp-1, cp-2 and cp-3 (c1)
  runs         it runs only by ending web/shop-1, of a lower priority (preemption)
               monitoring/node-exporter on w-1, w-2, w-3 and 7 more (c3)
  not-desired  the pod selects gpu=a100, and the node has no label gpu (node-selector)
               node-agents/fluentd-gpu and monitoring/dcgm-exporter on cp-1, cp-2, cp-3 and 10 more
                 (c1 and c3)
  not-desired  taint node-role.kubernetes.io/control-plane:NoSchedule is not tolerated
               (untolerated-taint)
               monitoring/dcgm-exporter on cp-1, cp-2 and cp-3 (c1)
  not-desired  the pod selects gpu!=a100 (node-selector)
               node-agents/fluentd on gpu-1 and gpu-2 (c2)`);
  });

  test('ends with what is taken of the nodes, what clashes, what is proved, and what to know besides', () => {
    const lines = linesOf();
    expect(lines.slice(lines.indexOf('Reasons') + section('Reasons', lines).length + 2).join('\n')).toBe(`\
What these DaemonSets take of each node, and its share of what the node has for pods
  class  nodes  pods  cpu          memory        besides
  c1     3      1     100m         64Mi          limits memory 64Mi; what the node has is not known
  c2     2      3     350m (8.9%)  600Mi (3.9%)  nvidia.com/gpu 1 (25%); limits memory 900Mi
  c3     10     2     250m

Host ports
  clash  port 9100/TCP is wanted by monitoring/dcgm-exporter and monitoring/node-exporter
         on gpu-1 and gpu-2

Partitions
  gap      none of node-agents/fluentd and node-agents/fluentd-gpu takes a node with gpu=h100,
           without the label size
           wanted: each node with kubernetes.io/os=linux taken exactly once, over all labels that
             nodes can have
           fix: let node-agents/fluentd take gpu=h100
  holds    node-agents/fluentd and node-agents/fluentd-gpu take each node with
           kubernetes.io/os=linux exactly once, over the given nodes
  taint    node-role.kubernetes.io/control-plane:NoSchedule is tolerated by node-agents/fluentd-gpu
           and not by node-agents/fluentd, so nothing is proved of nodes that have it; it is on
           cp-1, cp-2 and cp-3
  assumed  size is an integer where it is there

Warnings
  warning  the taint node.kubernetes.io/unschedulable:NoSchedule is there while the node is cordoned
           (transient-taint)
           on w-7
  warning  the ServiceAccount fluentd is not among these objects; where the cluster has none either,
           every pod is refused (service-account)
`);
  });

  test('is short where all is well', () => {
    const [verdict, ...others] = linesOf(FINE);
    expect(verdict).toMatch(/^Each of 2 DaemonSets runs on every node/);
    expect(others.slice(0, 6)).toEqual(['', 'DaemonSet  c1  c2  c3   runs', 'a/x        +   +   +   15/15', 'a/y        +   +   +   15/15', '', '+ runs']);
    expect(others.filter((line) => /^[A-Z][a-z ]+$/.test(line))).toEqual(['Node classes']);
  });

  test('says that nothing changes where nothing does', () => {
    expect(section('What if', linesOf({ ...FINE, whatIf: { asked: ['label w-1 a=b'], changes: [] } }))).toEqual(['  asked   label w-1 a=b', '  result  nothing changes']);
  });

  test('tells nodes that come from nodes that go', () => {
    const changes = [
      { node: 'w-1', daemonSet: 'a/x', from: null, to: 'runs' as const, reasons: [] }, { node: 'w-2', daemonSet: 'a/x', from: null, to: 'runs' as const, reasons: [] },
      { node: 'w-3', daemonSet: 'a/x', from: 'pending' as const, to: null, reasons: [] },
    ];
    expect(section('What if', linesOf({ ...FINE, whatIf: { asked: ['add w=2'], changes } })).slice(1)).toEqual([
      '  new node → runs    a/x on w-1 and w-2', '  pending → no node  a/x on w-3',
    ]);
  });
});

test.each<[string, string, ReturnType<typeof plan>]>([
  ['green', '32', FINE],
  ['red where a pod waits', '31', plan([nodeClass('c1', 'w', 1)], { 'n/a': [['pending']] })],
  ['red where a partition is broken', '31', { ...FINE, partitions: [partition({ gap: GAP })] }],
  ['red where ports clash', '31', { ...FINE, hostPorts: TYPICAL.hostPorts }],
  ['yellow where something is not known', '33', plan([nodeClass('c1', 'w', 1)], { 'n/a': [['unknown']] })],
  ['yellow where a DaemonSet gets no pod', '33', plan([nodeClass('c1', 'w', 1)], { 'n/a': [['not-desired']] })],
])('the verdict is %s', (_, colour, report) => {
  const [first] = linesOf(report, true);
  expect(first.startsWith(`\u001b[${colour}m`)).toBe(true);
  expect(first.endsWith('\u001b[0m')).toBe(true);
});

test('an outcome has the same colour in the matrix and beside its reasons', () => {
  const lines = linesOf(TYPICAL, true);
  expect(lines.filter((line) => line.includes('\u001b[33mP\u001b[0m'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('  \u001b[33mpending\u001b[0m '))).toHaveLength(1);
});

test('of nodes that have no pods the numbers are those of each, and it is not said whose they are', () => {
  const alone = { ...TYPICAL, warnings: [{ code: 'no-pods', message: 'no pods were given', nodes: [] }] };
  expect(planText(TYPICAL, { colour: false })).toContain('the numbers are those of w-3');
  expect(planText(alone, { colour: false })).not.toContain('the numbers are those of');
});

describe('of a partition the text shows', () => {
  const said = (...partitions: Parameters<typeof partition>[0][]) => section('Partitions', linesOf({ ...FINE, partitions: partitions.map((one) => partition({ daemonSets: ['n/a', 'n/b'], ...one })) }));

  test('a node that two take', () => {
    expect(said({ overlap: { ...GAP, node: 'w-1', missingLabels: [], daemonSets: ['n/a', 'n/b'], fix: null } })).toEqual([
      '  overlap  n/a and n/b take the same node, the node w-1 with gpu=h100',
      '           wanted: each node with kubernetes.io/os=linux taken exactly once, over all labels that',
      '             nodes can have',
    ]);
  });

  test('a node outside of the domain, with all that is to know of it', () => {
    const taints = [{ key: 'a', value: 'b', effect: 'NoSchedule' }, { key: 'c', effect: 'NoExecute' }];
    expect(said({ over: 'inventory', domain: '', outside: { node: null, labels: {}, missingLabels: ['x', 'y'], taints, fix: 'add x', daemonSets: ['n/b'] } })).toEqual([
      '  outside  n/b takes a node without the labels x, y, that has the taints a=b:NoSchedule,',
      '           c:NoExecute, outside of the domain',
      '           wanted: each node taken exactly once, over the given nodes',
      '           fix: add x',
    ]);
  });

  test('in one line that it holds', () => expect(said({ domain: '' })).toEqual(['  holds  n/a and n/b take each node exactly once, over all labels that nodes can have']));

  test('in one line that it holds over labels and over nodes', () => {
    expect(said({ domain: '' }, { domain: '', over: 'inventory' })).toEqual([
      '  holds  n/a and n/b take each node exactly once, over all labels that nodes can have and over the',
      '         given nodes',
    ]);
  });

  test('a taint that no given node has', () => {
    expect(said({ domain: '', tolerations: [{ taint: 'a:NoSchedule', toleratedBy: ['n/a'], notToleratedBy: ['n/b'], nodes: [] }] }).slice(1)).toEqual([
      '  taint  nothing is proved of nodes with taints that some tolerate and others do not; no given node',
      '         has a:NoSchedule',
    ]);
  });
});

describe('the matrix', () => {
  const classes = (number: number) => Array.from({ length: number }, (_, index) => nodeClass(`c${index + 1}`, `n${index}`, 2));
  const rows = (number: number, cells: readonly Cell[], name = (index: number) => `n/d${index}`) => (
    Object.fromEntries(Array.from({ length: number }, (_, index) => [name(index), cells])));

  test('has classes beside each other while they fit, then five under one head, then in blocks', () => {
    const first = (number: number) => linesOf(plan(classes(number), rows(1, Array(number).fill(RUNS)))).slice(2, 9).filter((line) => /^(DaemonSet|n)/.test(line));
    expect(first(4)).toEqual(['DaemonSet  c1  c2  c3  c4  runs', 'n/d0       +   +   +   +    8/8']);
    expect(first(22)).toEqual([
      'DaemonSet  c1     c6     c11    c16    c21     runs', 'n/d0       +++++  +++++  +++++  +++++  ++     44/44',
    ]);
    expect(first(62)).toEqual([
      'DaemonSet  c1     c6     c11    c16    c21    c26    c31    c36    c41    c46    c51       runs',
      'n/d0       +++++  +++++  +++++  +++++  +++++  +++++  +++++  +++++  +++++  +++++  +++++  124/124',
      'DaemonSet  c56    c61       runs',
      'n/d0       +++++  ++     124/124',
    ]);
  });

  test('shortens long names, and has them in full below', () => {
    const long = `namespace/${'a'.repeat(240)}-end`;
    const lines = linesOf(plan(classes(2), { [long]: [RUNS, RUNS] }));
    expect(lines).toContain('namespace/aaaaaaaa…aaaaaaaaaaaaa-end  +   +    4/4');
    expect(lines).toContain(long);
  });

  test('of 60 classes and 100 DaemonSets is as wide as any other', () => {
    const cells = classes(60).map((_, index): Cell => (index % 7 === 0 ? ['not-desired', selectorReason('n')] : RUNS));
    const lines = linesOf(plan(classes(60), rows(100, cells, (index) => `kube-system/some-agent-of-${index}`)));
    expect(tooLong(lines)).toEqual([]);
    expect(lines.filter((line) => line.startsWith('kube-system/some-agent-of-7 '))).toHaveLength(2);
    expect(section('Reasons', lines)).toHaveLength(3);
  });
});

describe('the text of any plan', () => {
  test('has no line that is too long, but where a word is, and nothing that steers a terminal', () => {
    fc.assert(fc.property(anyPlan(), (report) => {
      const lines = linesOf(report);
      expect(tooLong(lines)).toEqual([]);
      expect(lines.filter((line) => CONTROL.test(line))).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    }));
  });

  test('is the same each time, and has colours only where they are shown', () => {
    fc.assert(fc.property(anyPlan(), (report) => {
      const [plainText, coloured] = [false, true].map((colour) => planText(report, { colour }));
      expect(planText(report, { colour: false })).toBe(plainText);
      expect(coloured).toContain('\u001b[');
      expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plainText);
    }));
  });

  test('has each reason once, with its outcome', () => {
    const message = fc.nat({ max: 9 }).map((number) => `because of number ${number}, and for no other reason that could be thought of!`);
    fc.assert(fc.property(anyPlan(fc.constantFrom('a', 'b/c'), message), (report) => {
      const reasons = new Set(report.placements.flatMap(({ outcome, reasons: own }) => own.map((one) => `${outcome} ${one.message} (${one.code})`)));
      const said = section('Reasons', linesOf(report)).join(' ').replace(/ +/g, ' ');
      const found = said.match(/(runs|pending|rejected|unknown|keep-only|not-desired) because [^!]*! \([a-z-]+\)/g) ?? [];
      expect(found.sort()).toEqual([...reasons].sort());
    }));
  });

  test('has every node and DaemonSet of a reason, or tells how many more there are', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (nodes, daemonSets) => {
      const cells: Cell[] = [['not-desired', selectorReason('w-1')]];
      const given = plan([nodeClass('c1', 'w', nodes)], Object.fromEntries(Array.from({ length: daemonSets }, (_, index) => [`n/d${index}`, cells])));
      const [, where] = section('Reasons', linesOf(given));
      const [before, after] = where.replace(/ \(c1\)$/, '').split(' on ');
      expect([before, after].map(total)).toEqual([daemonSets, nodes]);
    }));
  });
});

/** How many a list is of, with those that it only counts. */
function total(list: string): number {
  return list.trim().split(/, | and /).reduce((sum, one) => sum + Number(/^(\d+) more$/.exec(one)?.[1] ?? 1), 0);
}
