import { Page } from 'puppeteer-core';
import { Chromium, texts, type } from './chromium';
import { bigPlanReport, planReport } from '../report/plan-report';

const chromium = new Chromium();
let page: Page;
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());
afterEach(() => chromium.closePages());
beforeEach(async () => {
  ({ page } = await chromium.open(planReport()));
});

/** The classes that are shown. */
async function classes(of = '#matrix-table'): Promise<string[]> {
  return (await texts(page, `${of} tbody th .note`)).map((note) => note.split(' ')[0]);
}

/** Cells by their row and column, from 1; column 0 is the header of the row. */
function cell(row: number, column: number): string {
  return `#matrix-table tr[aria-rowindex="${row + 1}"] > :nth-child(${column + 1})`;
}

/** Where the focus is, in the same count. */
async function focused(): Promise<number[]> {
  return page.evaluate(() => {
    const row = document.activeElement?.parentElement;
    return [Number(row?.getAttribute('aria-rowindex')) - 1, [...(row?.children ?? [])].indexOf(document.activeElement!)];
  });
}

async function status(): Promise<string[]> {
  return texts(page, '#status');
}

test('a cell without room for words has a sign where the pod runs at a cost', async () => {
  await page.$eval('#matrix-table', (table) => table.classList.replace('wide', 'dense'));
  const signs = await page.$$eval('#matrix-table [data-outcome="runs"] .mark', (marks) => marks.map((mark) => getComputedStyle(mark, '::after').content));
  expect(signs).toEqual(['none', 'none', '"*"', 'none', 'none']);
});

describe('the filter', () => {
  test('has all classes and DaemonSets at first', async () => {
    expect(await classes()).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(await status()).toEqual(['4 of 4 classes (11 nodes), 4 of 4 DaemonSets']);
  });

  test.each([
    ['the name of a node', 'worker-4', ['c4']],
    ['a part of it, whatever its case', 'GPU-', ['c2']],
    ['a class', 'c3', ['c3']],
    ['a label', 'disk=ssd', ['c4']],
    ['a taint', 'nvidia.com/gpu=present:noschedule', ['c2']],
    ['several words, which are all there', 'linux control-plane', ['c1']],
    ['what is nowhere', 'linux windows', []],
  ])('finds %s', async (_, text, found) => {
    await type(page, '#search', text);
    expect(await classes()).toEqual(found);
    expect(await status()).toEqual([expect.stringMatching(new RegExp(`^${found.length} of 4 classes `))]);
  });

  test('leaves the classes that have an outcome, and lets it stand out', async () => {
    await page.click('input[value="pending"]');
    expect(await classes()).toEqual(['c2']);
    expect(await texts(page, '#matrix-table td:not(.other)')).toEqual(['…pending insufficient +1']);
    await page.click('input[value="unknown"]');
    expect(await classes()).toEqual(['c2', 'c3']);
  });

  test('leaves the DaemonSets that have a part in their name', async () => {
    await type(page, '#columns', 'Fluentd');
    expect(await texts(page, '#matrix-table thead th')).toEqual(['Nodes', 'fluentd', 'fluentd-gpu']);
    expect(await texts(page, `${cell(2, 0)} ~ td`)).toEqual(['–not-desired node-selector', '…pending insufficient +1']);
  });

  test('asks for outcomes of the DaemonSets that are shown', async () => {
    await type(page, '#columns', 'fluentd');
    await page.click('input[value="rejected"]');
    expect(await classes()).toEqual([]);
    await type(page, '#columns', 'ceph');
    expect(await classes()).toEqual(['c2', 'c4']);
  });

  test('is cleared at once', async () => {
    await type(page, '#search', 'gpu');
    await type(page, '#columns', 'ceph');
    await page.click('input[value="rejected"]');
    await page.click('#clear');
    expect(await classes()).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(await texts(page, '#matrix-table thead th')).toHaveLength(5);
    expect(await page.$$('#matrix-table .other')).toEqual([]);
  });

  test('is the same for the bars of overhead, which begin with the fullest', async () => {
    expect(await classes('#overhead-table')).toEqual(['c2', 'c4', 'c1', 'c3']);
    await type(page, '#search', 'linux');
    expect(await classes('#overhead-table')).toEqual(['c2', 'c4', 'c1']);
    expect(await texts(page, '#overhead-status')).toEqual(['The filter of the matrix leaves 3 of 4.']);
  });

  test('stays on the page when Enter is pressed in it', async () => {
    await type(page, '#search', 'gpu');
    await page.keyboard.press('Enter');
    expect(await classes()).toEqual(['c2']);
  });
});

describe('the explanation of a cell', () => {
  const EXPLAINED = [
    'Close', 'node-agents/fluentd-gpu on c2', '… pending a pod is made, and waits for room',
    'Reasons',
    'memory: 400Mi requested, 100Mi left (15900Mi of 16000Mi taken)', 'insufficient · as of node gpu-2',
    'the node takes 110 pods, and has 110', 'too-many-pods · as of node gpu-2',
    'Nodes (2)', 'gpu-1, gpu-2',
    'Labels that matter', 'kubernetes.io/os=linux', 'nvidia.com/gpu.present=true',
    'Taints', 'nvidia.com/gpu=present:NoSchedule',
    'Overhead of each node', 'pods: 3 of 110',
    'Resource Requested Limit Node has Share', 'cpu 350m not limited 3920m 125.0%', 'memory 600Mi 900Mi 15Gi 62.5%',
  ];

  const explained = async () => {
    const text = await page.$eval('#explanation', (box) => (box as HTMLElement).innerText);
    return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  };

  test('is not there at first', async () => expect(await page.$eval('#explanation', (box) => box.checkVisibility())).toBe(false));

  test('has its outcome, every reason with its numbers, and the class, after a click', async () => {
    await page.click(cell(2, 2));
    expect(await explained()).toEqual(EXPLAINED);
  });

  test.each(['Enter', 'Space'] as const)('is the same after %s', async (key) => {
    await page.focus(cell(1, 0));
    for (const arrow of ['ArrowDown', 'ArrowRight', 'ArrowRight'] as const) {
      await page.keyboard.press(arrow);
    }
    await page.keyboard.press(key);
    expect(await explained()).toEqual(EXPLAINED);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('explanation-title');
  });

  test('says that there is no reason where a pod just runs, and names no node where there is one only', async () => {
    await page.click(cell(4, 1));
    expect((await explained()).slice(1, 4)).toEqual(['node-agents/fluentd on c4', '✓ runs a pod runs on the node', 'Nodes (5)']);
    await page.click(cell(3, 1));
    expect((await explained()).slice(3, 8)).toEqual(['Reasons', 'the node tells no allocatable, so what fits is not known', 'allocatable-unknown', 'Node', 'virtual-1']);
  });

  test('of the head of a row is that of its nodes: their DaemonSets by what becomes of them', async () => {
    await page.click(cell(2, 0));
    expect((await explained()).slice(1, 7)).toEqual([
      'Nodes of c2', '✓ runs monitoring/node-exporter', '… pending node-agents/fluentd-gpu', '✕ rejected storage/ceph-osd', '– not-desired node-agents/fluentd', 'Nodes (2)',
    ]);
  });

  test('marks its cell, and no other', async () => {
    await page.click(cell(2, 2));
    await page.click(cell(4, 1));
    expect(await page.$$eval('[aria-selected]', (all) => all.map((one) => one.parentElement?.getAttribute('aria-rowindex')))).toEqual(['5']);
    await type(page, '#search', 'worker');
    expect(await page.$$eval('[aria-selected]', (all) => all.map((one) => one.parentElement?.getAttribute('aria-rowindex')))).toEqual(['2']);
  });

  test.each([
    ['Escape', async () => page.keyboard.press('Escape')],
    ['its button', async () => page.click('#explanation-close')],
  ])('goes by %s, and the focus is where it was', async (_, close) => {
    await page.click(cell(2, 2));
    await close();
    expect(await page.$eval('#explanation', (box) => box.checkVisibility())).toBe(false);
    expect(await focused()).toEqual([2, 2]);
    expect(await page.$$('[aria-selected]')).toEqual([]);
  });

  test('leaves its cell in sight, on a narrow screen too', async () => {
    ({ page } = await chromium.open(planReport(), { width: 320 }));
    await page.click(cell(4, 4));
    const boxes = await Promise.all([cell(4, 4), '#explanation'].map((selector) => page.$eval(selector, (one) => one.getBoundingClientRect().toJSON() as DOMRect)));
    expect(boxes[0].bottom).toBeLessThanOrEqual(boxes[1].top);
    expect(boxes[0].top).toBeGreaterThan(0);
  });
});

describe('the keyboard', () => {
  const press = async (...keys: Parameters<Page['keyboard']['press']>[0][]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
    }
  };

  const tabStops = () => page.$$eval('#matrix-scroll [tabindex="0"]', (all) => all.length);

  test('comes to the matrix once, and goes on behind it', async () => {
    await page.focus('#clear');
    await press('Tab');
    expect(await focused()).toEqual([1, 0]);
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#matrix-table'))).toBeNull();
  });

  test('moves by arrows, and no farther than the edges', async () => {
    await page.focus(cell(1, 0));
    await press('ArrowUp', 'ArrowLeft');
    expect(await focused()).toEqual([1, 0]);
    await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    expect(await focused()).toEqual([2, 1]);
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(await focused()).toEqual([4, 1]);
    expect(await tabStops()).toBe(1);
  });

  test('jumps to the ends of a row, and of the matrix', async () => {
    await page.focus(cell(2, 1));
    await press('End');
    expect(await focused()).toEqual([2, 4]);
    await press('Home');
    expect(await focused()).toEqual([2, 0]);
    await page.keyboard.down('Control');
    await press('End');
    expect(await focused()).toEqual([4, 4]);
    await press('Home');
    await page.keyboard.up('Control');
    expect(await focused()).toEqual([1, 0]);
  });

  test('moves by pages through rows that were not in the document, always to a row in sight', async () => {
    ({ page } = await chromium.open(bigPlanReport(500, 3)));
    await page.focus(cell(1, 0));
    await press('PageDown', 'PageDown', 'PageDown');
    const [row] = await focused();
    expect(row).toBeGreaterThan(20);
    const [box, sight] = await Promise.all([cell(row, 0), '#matrix-scroll'].map((selector) => page.$eval(selector, (one) => one.getBoundingClientRect().toJSON() as DOMRect)));
    expect(box.top).toBeGreaterThan(sight.top);
    expect(box.bottom).toBeLessThanOrEqual(sight.bottom);
    await press('PageUp', 'PageUp', 'PageUp');
    expect(await focused()).toEqual([1, 0]);
  });

  test('begins again at the first cell when the filter changes', async () => {
    await page.click(cell(4, 4));
    await type(page, '#search', 'gpu');
    await press('Tab', 'Tab', 'Tab');
    expect(await tabStops()).toBe(1);
    await page.focus('#clear');
    await press('Tab');
    expect(await focused()).toEqual([1, 0]);
  });
});
