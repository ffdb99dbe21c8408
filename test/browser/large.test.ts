import { Page } from 'puppeteer-core';
import { Chromium, texts, type } from './chromium';
import { bigPlanReport } from '../report/plan-report';

const LARGE = bigPlanReport(5_000, 20);

const chromium = new Chromium();
let page: Page;
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());
afterEach(() => chromium.closePages());
beforeEach(async () => {
  ({ page } = await chromium.open(LARGE));
  await page.evaluate(() => {
    const work = { rows: 0 };
    Object.assign(window, { work });
    new MutationObserver((records) => records.forEach(({ addedNodes }) => { work.rows += addedNodes.length; }))
      .observe(document.querySelector('#matrix-table tbody')!, { childList: true });
  });
});

/** So many rows are in sight, with those around them. */
const ROWS_MAX = 40;

/** Rows that were made since the last question. */
async function rowsMade(): Promise<number> {
  return page.evaluate(() => {
    const { work } = window as unknown as { work: { rows: number } };
    const { rows } = work;
    work.rows = 0;
    return rows;
  });
}

async function size(): Promise<{ rows: number; elements: number }> {
  return page.evaluate(() => ({ rows: document.querySelectorAll('#matrix-table tbody tr').length, elements: document.querySelectorAll('*').length }));
}

async function scrollTo(top: number): Promise<void> {
  await page.evaluate(async (to) => {
    const scroller = document.getElementById('matrix-scroll')!;
    // the rows come in a listener that was there before this one
    const scrolled = new Promise((resolve) => scroller.addEventListener('scroll', resolve, { once: true }));
    scroller.scrollTop = to;
    await scrolled;
  }, top);
}

async function lastRow(): Promise<string | undefined> {
  return (await texts(page, '#matrix-table tbody th')).at(-1);
}

describe('the matrix of 5,000 nodes that are all different', () => {
  test('has the rows in the document that are in sight, wherever somebody is', async () => {
    for (const top of [1, 500, 100_000, 1_000_000, 0.5]) {
      await scrollTo(top);
      const { rows, elements } = await size();
      expect(rows).toBeLessThan(ROWS_MAX);
      expect(elements).toBeLessThan(5_000);
      const row = await page.$eval('#matrix-scroll', (scroller) => {
        scroller.scrollIntoView({ block: 'end' });
        const { left, bottom } = scroller.getBoundingClientRect();
        return document.elementFromPoint(left + 50, bottom - 30)?.closest('tr')?.getAttribute('aria-rowindex');
      });
      expect(Number(row)).toBeGreaterThan(1);
    }
  });

  test('counts all of them for who does not see them', async () => {
    expect(await page.$eval('#matrix-table', (table) => table.getAttribute('aria-rowcount'))).toBe('5001');
    await scrollTo(1_000_000);
    expect(await lastRow()).toBe('node-5000.eu-central-1.compute.internal c5000');
    expect(await page.$$eval('#matrix-table tr[aria-rowindex]', (rows) => rows.at(-1)?.getAttribute('aria-rowindex'))).toBe('5001');
  });

  test('makes as many rows as come into sight, and keeps the others', async () => {
    await scrollTo(2_000);
    await rowsMade();
    const { height } = await page.$eval('#matrix-table tbody tr[aria-rowindex]', (row) => row.getBoundingClientRect().toJSON() as DOMRect);
    await scrollTo(2_000 + 2 * height);
    expect(await rowsMade()).toBe(2);
    await scrollTo(50_000);
    expect(await rowsMade()).toBeLessThan(ROWS_MAX);
  });

  test('is searched with every key, and makes no more rows than it shows', async () => {
    await page.focus('#search');
    for (const key of 'node-4711') {
      await page.keyboard.type(key);
      expect(await rowsMade()).toBeLessThan(ROWS_MAX);
    }
    expect(await lastRow()).toBe('node-4711.eu-central-1.compute.internal c4711');
    expect((await size()).rows).toBeLessThan(4);
    await type(page, '#search', 'pool-7');
    expect(await texts(page, '#status')).toEqual(['100 of 5,000 classes (100 nodes), 20 of 20 DaemonSets']);
    expect((await size()).rows).toBeLessThan(ROWS_MAX);
  });

  test('is filtered by outcome and by DaemonSet in as few rows', async () => {
    await page.click('input[value="rejected"]');
    await type(page, '#columns', 'daemon-020');
    expect(await texts(page, '#status')).toEqual(['556 of 5,000 classes (556 nodes), 1 of 20 DaemonSets']);
    const { rows, elements } = await size();
    expect(rows).toBeLessThan(ROWS_MAX);
    expect(elements).toBeLessThan(5_000);
  });

  test('explains the last of all cells', async () => {
    await page.focus('#matrix-table tbody th');
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.press('Enter');
    expect(await texts(page, '#explanation-title')).toEqual(['agents/daemon-020 on c5000']);
    expect(await rowsMade()).toBeLessThan(2 * ROWS_MAX);
  });

  test('keeps the focus while somebody scrolls, and leaves it alone when it is elsewhere', async () => {
    await page.focus('#matrix-table tbody th');
    await scrollTo(100_000);
    expect(await page.evaluate(() => document.activeElement?.closest('#matrix-table tbody th') !== null)).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => Number(document.activeElement?.parentElement?.getAttribute('aria-rowindex')))).toBeGreaterThan(1_000);
    await page.focus('#search');
    await scrollTo(500);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    expect(await page.$$eval('#matrix-table [tabindex="0"]', (all) => all.length)).toBe(1);
  });

  test('has bars of overhead in as few rows', async () => {
    expect(await page.$$eval('#overhead-table tbody tr', (rows) => rows.length)).toBeLessThan(ROWS_MAX);
    await page.evaluate(() => { document.getElementById('overhead-scroll')!.scrollTop = 1_000_000; });
    await page.waitForFunction(() => [...document.querySelectorAll('#overhead-table tbody th')].at(-1)?.textContent?.includes('node-4986'));
    expect(await page.$$eval('#overhead-table tbody tr', (rows) => rows.length)).toBeLessThan(ROWS_MAX);
  });
});
