import { Chromium, texts } from './chromium';
import { verdict } from '../../src/report/plan-verdict';
import { planReport, bigPlanReport, NASTY, withTexts } from '../report/plan-report';

const chromium = new Chromium();
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());
afterEach(() => chromium.closePages());

const LONG = withTexts(planReport(), (text) => `${text}${'-long'.repeat(30)}`);

describe('the page of a plan', () => {
  test.each([['light'], ['dark']] as const)('asks for nothing but itself, and the browser has nothing to complain of, in %s colours', async (theme) => {
    const { page, requests, complaints } = await chromium.open(planReport(), { theme });
    await page.click('#matrix-table td');
    expect(requests).toEqual([page.url()]);
    expect(complaints).toEqual([]);
  });

  test('says without scripts what it says with them', async () => {
    const { page: plain } = await chromium.open(planReport(), { scripts: false });
    const { page } = await chromium.open(planReport());
    expect(await texts(plain, '.verdict')).toEqual([verdict(planReport())]);
    for (const row of ['#totals tbody tr', '#matrix-table tbody tr', '#overhead-table tbody tr', '#partitions article', '#what-if tbody tr']) {
      const said = await texts(plain, row);
      expect(said.length).toBeGreaterThan(0);
      expect((await texts(page, row)).filter((text) => text !== '')).toEqual(said);
    }
    expect(await plain.$$eval('form, #explanation', (all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
  });

  test('is made of the same elements by the script and without it', async () => {
    const cells = (selector: string) => `${selector} tbody tr:not(.spacer)`;
    const { page: plain } = await chromium.open(planReport(), { scripts: false });
    const { page } = await chromium.open(planReport());
    for (const table of ['#matrix-table', '#overhead-table']) {
      const markup = (one: typeof page) => one.$$eval(cells(table), (rows) => rows.map((row) => row.innerHTML.replace(/ (role|tabindex)="[^"]*"| class=""/g, '')));
      expect(await markup(page)).toEqual(await markup(plain));
    }
  });

  test('is dark where the reader asks for it, and light elsewhere', async () => {
    const lightness = async (theme: 'light' | 'dark') => {
      const { page } = await chromium.open(planReport(), { theme });
      const { back, text } = await page.$eval('body', (body) => ({ back: getComputedStyle(body).backgroundColor, text: getComputedStyle(body).color }));
      return [back, text].map((colour) => Number(/\d+/.exec(colour)![0]) > 127);
    };
    expect(await lightness('light')).toEqual([true, false]);
    expect(await lightness('dark')).toEqual([false, true]);
  });

  test.each([
    ['a small cluster', planReport()], ['a large one', bigPlanReport(200, 100)], ['long names', LONG],
  ])('is no wider than a narrow screen, of %s', async (_, report) => {
    const { page } = await chromium.open(report, { width: 320 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.click('#matrix-table td');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('on paper has every row of every DaemonSet, is light, and has nothing to press', async () => {
    const { page } = await chromium.open(bigPlanReport(150, 30), { theme: 'dark' });
    await page.evaluate(() => addEventListener('beforeprint', () => {
      const shown = (selector: string) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length;
      Object.assign(window, {
        onPaper: {
          rows: shown('#matrix tbody tr'),
          cells: shown('#matrix td[data-outcome]'),
          bars: shown('#overhead tbody tr'),
          controls: shown('button, input, #explanation, nav'),
        },
      });
    }));
    await page.emulateMediaType('print');
    expect(await page.$eval('body', (body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color])).toEqual(['rgb(255, 255, 255)', 'rgb(27, 31, 35)']);
    await page.pdf({ preferCSSPageSize: true });
    expect(await page.evaluate(() => (window as unknown as { onPaper: unknown }).onPaper))
      .toEqual({ rows: 2 * 150, cells: 30 * 150, bars: 150, controls: 0 });
    expect(await page.$$eval('.print table', (tables) => tables.length)).toBe(0);
  });

  test('prints what the filter leaves', async () => {
    const { page } = await chromium.open(planReport());
    await page.type('#search', 'gpu');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.$$eval('#matrix-print .names', (names) => names.map(({ textContent }) => textContent)))
      .toEqual(['fluentd', 'fluentd-gpu', 'node-exporter', 'ceph-osd', 'gpu-1, gpu-2']);
    expect(await page.$$eval('#overhead-print tbody tr', (rows) => rows.length)).toBe(1);
  });

  test('takes nothing that the input says for markup', async () => {
    const { page, complaints } = await chromium.open(withTexts(planReport(), (text) => `${text}${NASTY}`));
    await page.click('#matrix-table tbody tr:nth-of-type(3) td:nth-of-type(2)');
    expect(await texts(page, '#explanation-title')).toEqual([expect.stringContaining('</script><script>alert(1)</script>')]);
    expect(await texts(page, '#explanation li')).toContainEqual(expect.stringContaining('<img src=x onerror=alert(2)>'));
    expect(await page.$$eval('img, b, script', (found) => found.map(({ id }) => id))).toEqual(['plan-data', '']);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['nodes', { nodeClasses: [], placements: [], overhead: [], hostPorts: [], partitions: [] }, 'There is no node in the input.'],
    ['DaemonSets', { daemonSets: [], placements: [], overhead: [], hostPorts: [], partitions: [] }, 'There is no DaemonSet in the input.'],
  ])('says so where there are no %s', async (_, nothing, said) => {
    const { page, complaints } = await chromium.open(planReport(nothing));
    expect(await texts(page, '#matrix p')).toEqual([said]);
    expect(complaints).toEqual([]);
  });
});
