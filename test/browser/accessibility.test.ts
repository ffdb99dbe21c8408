import { Page, SerializedAXNode } from 'puppeteer-core';
import { barriers, Chromium, type } from './chromium';
import { bigPlanReport, NOTHING, planReport } from '../report/plan-report';

const chromium = new Chromium();
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());
afterEach(() => chromium.closePages());

describe('nothing keeps people from using the page', () => {
  test.each([
    ['in light colours', { theme: 'light' }],
    ['in dark colours', { theme: 'dark' }],
    ['on a narrow screen', { width: 320 }],
    ['without scripts', { scripts: false }],
  ] as const)('%s', async (_, reader) => {
    const { page } = await chromium.open(planReport(), reader);
    expect(await barriers(page)).toEqual([]);
  });

  test.each([['light'], ['dark']] as const)('with an explanation open, in %s colours', async (theme) => {
    const { page } = await chromium.open(planReport(), { theme });
    await page.click('#matrix-table tbody tr:nth-of-type(3) td:nth-of-type(2)');
    expect(await barriers(page)).toEqual([]);
  });

  test.each([['light'], ['dark']] as const)('filtered, in %s colours', async (theme) => {
    const { page } = await chromium.open(planReport(), { theme });
    await page.click('input[value="rejected"]');
    expect(await barriers(page)).toEqual([]);
  });

  test('where the filter leaves nothing', async () => {
    const { page } = await chromium.open(planReport());
    await type(page, '#search', 'nowhere');
    expect(await barriers(page)).toEqual([]);
  });

  test.each([['light'], ['dark']] as const)('with more nodes and DaemonSets than a screen has room for, in %s colours', async (theme) => {
    const { page } = await chromium.open(bigPlanReport(300, 60), { theme });
    await page.click('#matrix-table tbody td');
    expect(await barriers(page)).toEqual([]);
  });

  test('of an empty plan', async () => {
    const { page } = await chromium.open(planReport(NOTHING));
    expect(await barriers(page)).toEqual([]);
  });
});

describe('a screen reader', () => {
  /** What it says of the page, as role and name. */
  const said = async (page: Page) => {
    const flat = (node: SerializedAXNode): string[] => [`${node.role} ${node.name}`, ...(node.children ?? []).flatMap(flat)];
    return flat((await page.accessibility.snapshot({ interestingOnly: false }))!);
  };

  test.each([['few', planReport()], ['many', bigPlanReport(3, 30)]])('finds a grid of words and its fields by name, with %s DaemonSets', async (_, report) => {
    const { page } = await chromium.open(report);
    const nodes = await said(page);
    expect(nodes.filter((node) => /^(searchbox|combobox|checkbox|grid|status) /.test(node))).toEqual([
      'searchbox Nodes', 'combobox DaemonSets', ...['runs', 'pending', 'rejected', 'unknown', 'keep-only', 'not-desired'].map((word) => expect.stringMatching(`^checkbox ${word} \\d+$`)),
      'status ', 'grid Matrix', 'status ',
    ]);
    const cells = nodes.filter((node) => node.startsWith('gridcell '));
    expect(cells).toHaveLength(report.placements.length);
    expect(cells.filter((cell, index) => !cell.startsWith(`gridcell ${report.placements[index].outcome}`))).toEqual([]);
  });

  test('is told what the explanation is of', async () => {
    const { page } = await chromium.open(planReport());
    await page.click('#matrix-table tbody tr:nth-of-type(3) td:nth-of-type(2)');
    const nodes = await said(page);
    expect(nodes).toContain('region node-agents/fluentd-gpu on c2');
    expect(nodes).toContain('button Close');
  });
});
