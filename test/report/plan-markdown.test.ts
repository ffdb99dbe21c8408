import * as fc from 'fast-check';
import { anyPlan, anyText } from './any-plan';
import { FINE, memoryReason, nodeClass, plan, RUNS, TYPICAL } from './plan-cases';
import { planMarkdown } from '../../src/report/plan-markdown';

/** What is left of a line without its code spans, as CommonMark reads them: each ends at as many backticks as it began with. */
function outsideOfCode(line: string): string {
  const runs = [...line.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ from: index, to: index + length, length }));
  const opening = runs[0];
  const closing = opening && runs.slice(1).find(({ length }) => length === opening.length);
  return closing === undefined ? line : `${line.slice(0, opening.from)}¤${outsideOfCode(line.slice(closing.to))}`;
}

/** Cells of a row of a table, as GitHub reads them: a bar with a backslash before it is none, in code spans too. */
function cellsOf(row: string): string[] {
  return row.slice(1, -1).split(/(?<!\\)\|/);
}

const WORDS = /^[A-Za-z0-9 ,.;:()%/→*?^+=¤-]*$/;
const LIST_ITEM = /^(- \*\*[a-z0-9 →-]+\*\*|  -) /;
const MARKUP = ['<details>', '</details>'];

/** Lines that are none of those that the format has, or have anything outside of code spans that is not a word of ours. */
function foreign(markdown: string): string[] {
  return markdown.split('\n').filter((line) => {
    if (line.startsWith('|')) {
      return !cellsOf(line).every((cell) => WORDS.test(outsideOfCode(cell)));
    }
    const outside = outsideOfCode(line);
    const isSummary = /^<summary>[A-Za-z ,]+<\/summary>$/.test(outside);
    const isKnown = outside === '' || MARKUP.includes(outside) || isSummary || /^### ¤?|^\*\*[A-Z]|^¤ /.test(outside) || LIST_ITEM.test(outside);
    return !isKnown || (!isSummary && !MARKUP.includes(outside) && !WORDS.test(outside.replace(/^### /, '')));
  });
}

function tables(markdown: string): string[][] {
  return markdown.split('\n\n').map((block) => block.split('\n')).filter(([first]) => first.startsWith('|'));
}

describe('the Markdown of a plan', () => {
  test('has the verdict as its heading, then what a change changes, then who runs where', () => {
    expect(planMarkdown(TYPICAL).split('\n\n').slice(0, 5).join('\n\n')).toBe(`\
### 12 of 29 pods will not run: \`dcgm-exporter\` is refused on 2 nodes, \`fluentd\` waits on 10; the variants of \`fluentd\` leave a gap; \
\`dcgm-exporter\` and \`node-exporter\` want port \`9100/TCP\` of the same 2 nodes; 10 pods run only by ending others; taints keep \`fluentd\` off 3 nodes.

**What if**

- **asked** \`label w-1 size=large\`, \`remove w-11\`
- **runs → pending** \`node-agents/fluentd\` on \`w-1\`
  - \`memory: 500Mi requested, 120Mi left (14Gi of 14456Mi taken)\` (\`insufficient\`)
- **runs → no node** \`monitoring/node-exporter\` and \`node-agents/fluentd\` on \`w-11\`

| DaemonSet | runs | \`c1\` | \`c2\` | \`c3\` |
|---|---|---|---|---|
| \`node-agents/fluentd\` | 0/10 | k | . | P |
| \`node-agents/fluentd-gpu\` | 2/2 | . | + | . |
| \`monitoring/dcgm-exporter\` | 0/2 | . | R | . |
| \`monitoring/node-exporter\` | 15/15 | + | + | ^ |

\`+\` runs; \`^\` runs by ending others; \`P\` pending; \`R\` rejected; \`k\` keep-only (no new pod, one that is there stays); \`.\` not-desired`);
  });

  test('has what is wrong before the reasons, and what is taken of the nodes folded at the end', () => {
    const said = planMarkdown(TYPICAL);
    expect(said.match(/^\*\*[A-Z].*$/gm)).toEqual(['**What if**', '**Host ports**', '**Partitions**', '**Warnings**', '**Reasons**', '**Node classes**']);
    expect(said.slice(said.indexOf('<details>'))).toBe(`\
<details>
<summary>What these DaemonSets take of each node, and its share of what the node has for pods</summary>

| class | nodes | pods | cpu | memory | besides |
|---|---|---|---|---|---|
| \`c1\` | 3 | 1 | \`100m\` | \`64Mi\` | limits \`memory\` \`64Mi\`; what the node has is not known |
| \`c2\` | 2 | 3 | \`350m\` (8.9%) | \`600Mi\` (3.9%) | \`nvidia.com/gpu\` \`1\` (25%); limits \`memory\` \`900Mi\` |
| \`c3\` | 10 | 2 | \`250m\` |  |  |

</details>
`);
  });

  test('has a reason with those that it concerns', () => {
    expect(planMarkdown(TYPICAL)).toContain(`
- **pending** \`memory: 500Mi requested, 120Mi left (14Gi of 14456Mi taken)\` (\`insufficient\`)
  - \`node-agents/fluentd\` on \`w-1\`, \`w-2\`, \`w-3\` and 7 more (\`c3\`)
  - the numbers are those of \`w-3\`, where it is worst
`);
  });

  test('folds what is long, and tells how much is left out of what no comment holds', () => {
    const classes = (number: number) => Array.from({ length: number }, (_, index) => nodeClass(`c${index + 1}`, 'n', 1));
    const said = (number: number) => planMarkdown(plan(classes(number), { 'n/a': Array(number).fill(RUNS) }));
    expect(said(10)).not.toContain('<details>');
    expect(said(11)).toContain('<details>\n<summary>Node classes</summary>\n\n- **c1** 1 node: `n-1`\n');
    expect(said(100)).not.toContain('more');
    expect(said(101)).toContain('\n- **c100** 1 node: `n-1`\n- and 1 more; other formats have them all\n\n</details>');
    expect(said(200)).not.toContain('<summary>DaemonSets and node classes</summary>');
    expect(said(201)).toContain('<details>\n<summary>DaemonSets and node classes</summary>\n\n| DaemonSet |');
  });

  test('has no table where there is nothing to put into one', () => {
    expect(planMarkdown(plan([], { 'n/a': [] }))).toBe('### There is no node to plan for.\n');
    expect(tables(planMarkdown(FINE))).toHaveLength(1);
  });
});

describe('nothing of the input is Markdown', () => {
  test.each([
    ['a name', '`a`', '`` `a` ``'], ['signs of a table', 'a|b', '`a\\|b`'], ['one that is escaped', 'a\\|b', '`a\\\\|b`'], ['HTML', '<b>', '`<b>`'],
    ['a line break', 'a\n# b', '`a # b`'], ['a mention', '@all', '`@all`'], ['many backticks', 'a```b``c', '````a```b``c````'], ['nothing', '', '`  `'],
    ['a blank', ' ', '`   `'], ['colours', '\u001b[31m', '`  [31m `'],
  ])('%s', (_, name, cell) => {
    const [[, , row]] = tables(planMarkdown(plan([nodeClass('c1', 'n', 1)], { [name]: [RUNS] })));
    expect(row).toBe(`| ${cell} | 1/1 | + |`);
  });

  test('in no place of any plan', () => {
    fc.assert(fc.property(anyPlan(), (report) => expect(foreign(planMarkdown(report))).toEqual([])), { numRuns: 300 });
  });

  test('which would be seen', () => {
    const said = planMarkdown(plan([nodeClass('c1', 'n', 1)], { 'n/a': [['pending', memoryReason('n-1')]] }));
    expect(foreign(said)).toEqual([]);
    ['@all', '<b>', '`', '|', '[a](b)', '# a', '\\'].forEach((sign) => expect(foreign(said.replace('on `n-1`', `on ${sign}`))).toHaveLength(1));
  });

  test('so that every table has the same cells in each row', () => {
    fc.assert(fc.property(anyPlan(anyText.map((text) => `|${text}\\|`)), (report) => {
      tables(planMarkdown(report)).forEach(([head, ...rows]) => (
        expect(rows.filter((row) => cellsOf(row).length !== cellsOf(head).length)).toEqual([])));
    }));
  });

  test('and it is the same each time, without control characters', () => {
    fc.assert(fc.property(anyPlan(), (report) => {
      expect(planMarkdown(report)).toBe(planMarkdown(report));
      expect(planMarkdown(report)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    }));
  });
});
