import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { bigPlanReport, NASTY, NOTHING, planReport, withTexts } from './plan-report';
import { OUTCOMES, PlanReport } from '../../src/analysis/plan/plan-report';
import { planHtml } from '../../src/report/plan-html';
import { PlanData } from '../../src/report/plan-html/data';
import { verdict } from '../../src/report/plan-verdict';

const PAGE = planHtml(planReport());

const ENTITIES: Record<string, string> = { 'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', '#39': "'" };

/** What stands between the tags, as a browser reads it. */
function textOf(page: string): string {
  const withoutCode = page.replace(/<(style|script)[^>]*>[^]*?<\/\1>/g, '');
  return withoutCode.replace(/<[^>]*>/g, '\n').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]).replace(/\s+/g, ' ');
}

/** What the script reads. */
function dataOf(page: string): string {
  return /<script type="application\/json" id="plan-data">([^]*?)<\/script>/.exec(page)![1];
}

/** The tags with their attributes, but for what comes from a report. */
function tagsOf(page: string): string[] {
  return page.replace(/<script type="application\/json"[^]*?<\/script>/, '').match(/<[^>]*>/g)!.map((tag) => tag.replace(/^<option value="[^"]*"/, '<option'));
}

/** The section of a page, as text. */
function section(page: string, id: string): string {
  return textOf(new RegExp(`<section id="${id}"[^]*?\n</section>(?=\n<section id|\n</main>)`).exec(page)![0]).trim();
}

/** Every text that a report has, keys of labels and resources included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [...(/[./]|^(cpu|memory|disk|size)$/.test(key) ? [key] : []), ...textsOf(one)]);
}

describe('the page of a plan', () => {
  test('is the same for the same report', () => expect(planHtml(planReport())).toBe(PAGE));

  test('has everything that the report says', () => {
    const shown = `${textOf(PAGE)} ${JSON.stringify(JSON.parse(dataOf(PAGE))).replace(/\\"/g, '"')}`;
    // words for which it has others: what the proof is over, and the address that is none
    const texts = [...new Set(textsOf(planReport()))].filter((text) => !['domain', 'inventory', '0.0.0.0', ''].includes(text));
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
  });

  test('begins with the verdict, and the colour that goes with it', () => {
    expect(textOf(PAGE)).toContain([
      'Which daemon runs on which node', verdict(planReport()), '11 nodes in 4 classes, 4 DaemonSets, as Kubernetes 1.36 takes them',
    ].join(' '));
    const tone = (report: PlanReport) => /data-tone="(\w+)"/.exec(planHtml(report))![1];
    const [fluentd] = planReport().daemonSets;
    const sound = { daemonSets: [{ ...fluentd, unknown: 0 }], hostPorts: [], partitions: [] };
    expect(tone(planReport(sound))).toBe('good');
    expect(tone(planReport({ ...sound, daemonSets: [fluentd] }))).toBe('care');
    expect(tone(planReport({ ...sound, daemonSets: [{ ...fluentd, rejected: 1 }] }))).toBe('bad');
    expect(tone(planReport({ ...sound, hostPorts: planReport().hostPorts }))).toBe('bad');
    expect(tone(planReport({ ...sound, partitions: planReport().partitions }))).toBe('bad');
  });

  test('has the totals of each DaemonSet', () => {
    expect(section(PAGE, 'totals')).toContain('storage/ceph-osd 8 0 0 7 1 3 0');
  });

  test('has each cell of the matrix with mark and word', () => {
    expect(section(PAGE, 'matrix')).toContain([
      'gpu-1, gpu-2 c2 · 2 nodes · nvidia.com/gpu=present:NoSchedule',
      '– not-desired node-selector', '… pending insufficient +1', '✓ runs preemption', '✕ rejected pod-security',
    ].join(' '));
    OUTCOMES.forEach((outcome) => expect(PAGE).toContain(`<td data-outcome="${outcome}">`));
  });

  test('tells of the sign for pods that run at a cost, where cells have no room for words', () => {
    expect(section(planHtml(bigPlanReport(3, 7)), 'matrix')).toContain('✓* a pod runs, and its cell tells at what cost');
    expect(section(planHtml(bigPlanReport(3, 6)), 'matrix')).not.toContain('✓*');
  });

  test('has as many rows as a page bears, and tells of the others', () => {
    const page = planHtml(bigPlanReport(500, 20));
    expect(page.match(/<td data-outcome=/g)).toHaveLength(3_000);
    expect(section(page, 'matrix')).toContain('And 350 more classes, which show where scripts may run.');
    expect(PAGE).not.toContain('more class');
  });

  test('has every reason once, what somebody must mend first, with whom it concerns', () => {
    const text = section(PAGE, 'reasons');
    expect(text).toContain('✕ rejected violates PodSecurity "baseline": privileged (container "osd") pod-security storage/ceph-osd 7 nodes gpu-1, gpu-2, worker-1,');
    expect(text).toContain('? unknown the node tells no allocatable, so what fits is not known allocatable-unknown node-agents/fluentd, monitoring/node-exporter, storage/ceph-osd virtual-1');
    expect(text.match(/violates/g)).toHaveLength(1);
    expect(text.match(/rejected|pending|unknown(?! the)|runs(?! by)|keep-only|not-desired/g)!.slice(0, 2)).toEqual(['rejected', 'pending']);
  });

  test('has reasons that differ in their amounts as one', () => {
    const report = bigPlanReport(63, 1);
    expect(new Set(report.placements.flatMap(({ reasons }) => reasons.map(({ message }) => message))).size).toBeGreaterThan(6);
    expect(section(planHtml(report), 'reasons')).toMatch(/insufficient, as on node-0\d+\.\S+: others have other amounts agents\/daemon-001 7 nodes/);
  });

  test('has what is requested of each class, the fullest first', () => {
    expect(section(PAGE, 'overhead')).toContain([
      'gpu-1, gpu-2 c2 · 2 nodes · nvidia.com/gpu=present:NoSchedule 3 of 110 350m of 3920m 125.0% 600Mi of 15Gi 62.5%',
      'worker-1, worker-2, worker-3 and 2 more c4 · 5 nodes 3 of 110 350m of 3920m 50.0% 600Mi of 15Gi 25.0%',
      'cp-1, cp-2, cp-3 c1 · 3 nodes · node-role.kubernetes.io/control-plane:NoSchedule 3 of 110 350m of 3920m 8.9% 600Mi of 15Gi 4.4%',
      'virtual-1 c3 · virtual-kubelet.io/provider=azure:NoSchedule 3 350m of unknown share unknown 600Mi of unknown share unknown',
    ].join(' '));
    expect(PAGE.match(/<rect class="(used|over)"[^>]*>/g)).toEqual([
      '<rect class="over" x="0" width="100" height="6"/>', '<rect class="used" x="0" width="62.5" height="6"/>',
      '<rect class="used" x="0" width="50" height="6"/>', '<rect class="used" x="0" width="25" height="6"/>',
      '<rect class="used" x="0" width="8.9" height="6"/>', '<rect class="used" x="0" width="4.4" height="6"/>',
      '<rect class="used" x="0" width="0" height="6"/>', '<rect class="used" x="0" width="0" height="6"/>',
    ]);
  });

  test('has a clash once, with all nodes where it is', () => {
    expect(section(PAGE, 'host-ports')).toContain('9100/TCP monitoring/node-exporter, storage/ceph-osd 8 nodes cp-1, cp-2, cp-3, worker-1, worker-2,');
    const [clash] = planReport().hostPorts;
    expect(section(planHtml(planReport({ hostPorts: [{ ...clash, hostIP: '10.0.0.1' }] })), 'host-ports')).toContain('9100/TCP on 10.0.0.1 ');
    expect(section(planHtml(planReport({ hostPorts: [] })), 'host-ports')).toContain('No two DaemonSets want the same port of a node.');
  });

  test('has each proof, and the node that breaks it with what mends it', () => {
    expect(section(PAGE, 'partitions')).toBe([
      'Partitions Variants of a daemon should take each node of their domain exactly once.',
      'node-agents/fluentd, node-agents/fluentd-gpu',
      'Over all labels and taints that nodes could have Domain: kubernetes.io/os=linux',
      '✕ Gap a node of the domain that none of them takes Labels kubernetes.io/os=linux size=medium Without labels nvidia.com/gpu.present Fix give fluentd size NotIn (large)',
      '✕ Overlap a node of the domain that node-agents/fluentd and node-agents/fluentd-gpu take',
      'Labels nvidia.com/gpu.present=true Taints nvidia.com/gpu=present:NoSchedule',
      '✕ Outside a node outside of the domain that node-agents/fluentd takes Labels kubernetes.io/os=windows Fix give fluentd kubernetes.io/os In (linux)',
      'Nothing is proved of nodes with a taint that some tolerate and others do not: Taint Tolerated by Not tolerated by Nodes that have it',
      'nvidia.com/gpu=present:NoSchedule node-agents/fluentd-gpu node-agents/fluentd gpu-1, gpu-2',
      'Assumed: size, where present, is an integer',
      'Over the given nodes Domain: every node ✓ Holds each node of the domain is taken by exactly one',
    ].join(' '));
  });

  test.each(['gap', 'overlap', 'outside'] as const)('tells of a partition that only a node of the kind %s breaks', (kind) => {
    const [broken, whole] = planReport().partitions;
    const page = planHtml(planReport({ partitions: [{ ...whole, [kind]: broken[kind] }] }));
    expect(section(page, 'partitions')).not.toContain('Holds');
    expect(textOf(page)).toContain('Partitions 1 of 1 broken');
    expect(textOf(planHtml(planReport({ partitions: [whole] })))).toContain('Partitions 1 hold');
  });

  test('shows any node at all where nothing tells what it is like', () => {
    const [partition] = planReport().partitions;
    const gap = { node: null, labels: {}, missingLabels: [], taints: [], fix: null };
    expect(section(planHtml(planReport({ partitions: [{ ...partition, gap }] })), 'partitions')).toContain('none of them takes Node any, whatever its labels ✕ Overlap');
    expect(section(planHtml(planReport({ partitions: [{ ...partition, gap: { ...gap, node: 'cp-1' } }] })), 'partitions')).toContain('none of them takes Node cp-1 ✕');
  });

  test('has warnings, and what a question changes', () => {
    expect(section(PAGE, 'warnings')).toContain('taint node.kubernetes.io/not-ready:NoSchedule will go transient-taint worker-5');
    expect(section(PAGE, 'what-if')).toContain([
      'The plan is as if: taint worker-1 dedicated=batch:NoSchedule remove worker-2 DaemonSet Before After Reasons Nodes',
      'node-agents/fluentd ✓ runs ◦ keep-only taint dedicated=batch:NoSchedule is not tolerated untolerated-taint worker-1',
      'node-agents/fluentd ✓ runs gone worker-2 monitoring/node-exporter not there ✓ runs worker-9',
    ].join(' '));
  });

  test('leads to what it has, and to nothing else', () => {
    const links = (page: string) => [...page.matchAll(/<a href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links(PAGE)).toEqual(['totals', 'matrix', 'reasons', 'overhead', 'host-ports', 'partitions', 'warnings', 'what-if']);
    links(PAGE).forEach((id) => expect(PAGE).toContain(`<section id="${id}"`));
    expect(links(planHtml(planReport(NOTHING)))).toEqual(['totals', 'matrix', 'reasons', 'overhead', 'host-ports']);
  });
});

describe('what the script of the page reads', () => {
  test('is every placement with its reasons, and the node of each', () => {
    const report = planReport();
    const { classes, daemonSets, cells, reasons, outcomes } = JSON.parse(dataOf(PAGE)) as PlanData;
    expect(classes.flatMap((one) => one.cells.map((cell, column) => ({
      nodeClass: one.id,
      daemonSet: daemonSets[column],
      outcome: outcomes[cells[cell].outcome].name,
      reasons: cells[cell].reasons.map(([reason, node]) => [reasons[reason].message, one.nodes[node]]),
    })))).toEqual(report.placements.map((placement) => ({ ...placement, reasons: placement.reasons.map(({ message, node }) => [message, node]) })));
  });

  test('is every class with its nodes, labels and taints, and what it has left', () => {
    const [, gpu, virtual] = (JSON.parse(dataOf(PAGE)) as PlanData).classes;
    expect(gpu).toMatchObject({
      nodes: ['gpu-1', 'gpu-2'],
      labels: ['kubernetes.io/os=linux', 'nvidia.com/gpu.present=true'],
      taints: ['nvidia.com/gpu=present:NoSchedule'],
      overhead: {
        pods: '3 of 110',
        resources: [
          { name: 'cpu', requested: '350m', limit: 'not limited', allocatable: '3920m', share: 1.25, percent: '125.0%' },
          { name: 'memory', requested: '600Mi', limit: '900Mi', allocatable: '15Gi', share: 0.625, percent: '62.5%' },
        ],
      },
    });
    expect(virtual.overhead).toMatchObject({ pods: '3', resources: [{ allocatable: 'unknown', share: null }, { percent: 'share unknown' }] });
  });

  test('has amounts beside a message that does not tell them', () => {
    const placements = planReport().placements.map((placement) => ({
      ...placement, reasons: [{ code: 'insufficient', message: 'no room; 2 requested', node: 'cp-1', resource: 'cpu', requested: '2', used: '3', allocatable: '4' }],
    }));
    expect((JSON.parse(dataOf(planHtml(planReport({ placements })))) as PlanData).reasons).toEqual([
      { code: 'insufficient', message: 'no room; 2 requested', numbers: 'cpu: used 3, allocatable 4' },
    ]);
  });

  test('grows with what is different: equal cells and reasons are there once', () => {
    const { cells, reasons } = JSON.parse(dataOf(planHtml(bigPlanReport(630, 10)))) as PlanData;
    expect(cells.length).toBeLessThan(5 + 630);
    expect(reasons.filter(({ code }) => code === 'pod-security')).toHaveLength(1);
  });
});

describe('the page loads nothing and runs nothing but its own', () => {
  test('no address is in it, and nothing that would be loaded', () => {
    expect(PAGE.match(/https?:\/\/[^\s'"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(PAGE.match(/<(link|img|iframe|object|embed|base|audio|video|source|use)\b|\bsrc=|@import|url\(|fetch\(|XMLHttpRequest|\bimport\((?!'\.\.\/)|\son\w+=/g)).toBeNull();
  });

  test('its policy allows the one style sheet and the one script that are in it', () => {
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(PAGE)!;
    const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const styles = [...PAGE.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => hashOf(text));
    const scripts = [...PAGE.matchAll(/<script type="module">([^]*?)<\/script>/g)].map(([, text]) => hashOf(text));
    expect(policy).toBe(`default-src 'none'; style-src ${styles.join()}; script-src ${scripts.join()}; base-uri 'none'; form-action 'none'`);
    expect(PAGE.match(/<(style|script)/g)).toHaveLength(3);
    expect(PAGE.match(/\sstyle=/g)).toBeNull();
  });
});

describe('what a report says is text', () => {
  const strange = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(NASTY, '</script', '<!--', ']]>', '"><b>', "' onclick='", '&#60;', '\u2028'));

  test('whatever it is, the page has the same tags', () => {
    fc.assert(fc.property(strange, (text) => expect(tagsOf(planHtml(withTexts(planReport(), (own) => `${own}${text}`)))).toEqual(tagsOf(PAGE))), { numRuns: 60 });
  });

  test('whatever it is, the script reads it as it is, but for what steers', () => {
    fc.assert(fc.property(strange, (text) => {
      const data = dataOf(planHtml(withTexts(planReport(), (own) => `${own}${text}`)));
      expect(data).not.toMatch(/[<>&\u2028\u2029]/);
      const [first] = (JSON.parse(data) as { daemonSets: string[] }).daemonSets;
      expect(first).toBe(`node-agents/fluentd${text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ')}`);
    }), { numRuns: 60 });
  });

  test('no sign in the page steers a terminal or turns the direction of writing', () => {
    const page = planHtml(withTexts(planReport(), (text) => `${text}${NASTY}`));
    expect(page.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g)).toBeNull();
    expect(textOf(page)).toContain('node-agents/fluentd </script><script>alert(1)</script><img src=x onerror=alert(2)><!-- --> ]]> "\'`${0} &lt;b&gt; &amp;');
  });

  test('names that objects of JavaScript have by birth are names like others', () => {
    const births = ['__proto__', 'constructor', 'toString'];
    const report = planReport({
      overhead: [{ ...planReport().overhead[0], requests: JSON.parse('{"__proto__": "1", "constructor": "2"}') as Record<string, string>, share: {} }],
      nodeClasses: planReport().nodeClasses.map((one) => ({ ...one, labels: Object.fromEntries(births.map((name) => [name, 'x'])) })),
    });
    const shown = `${textOf(planHtml(report))} ${dataOf(planHtml(report))}`;
    expect([...births.map((name) => `${name}=x`), '"1"', '"2"'].filter((text) => !shown.includes(text))).toEqual([]);
    expect(shown).not.toContain('[native code]');
  });
});
