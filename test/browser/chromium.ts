import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeResults, source as AXE } from 'axe-core';
import { Browser, launch, Page } from 'puppeteer-core';
import { PlanReport } from '../../src/analysis/plan/plan-report';
import { planHtml } from '../../src/report/plan-html';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export interface Reader {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly scripts?: boolean;
}

/** A page as somebody opens it, with all that it asked for and all that the browser had to complain of. */
export interface Opened {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

/** A browser without a window. Where there is none, starting it fails, and so do the tests. */
export class Chromium {
  private browser?: Browser;
  private readonly directory = mkdtempSync(join(tmpdir(), 'page-'));
  private readonly files = new Map<PlanReport, string>();
  private readonly pages: Page[] = [];

  public async start(): Promise<void> {
    // by a pipe, since there may be no network at all; in containers tests are run by root, to whom Chromium gives no sandbox
    this.browser = await launch({ executablePath: CHROMIUM, pipe: true, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  }

  public async stop(): Promise<void> {
    await this.browser?.close();
    rmSync(this.directory, { recursive: true });
  }

  public async closePages(): Promise<void> {
    await Promise.all(this.pages.splice(0).map((page) => page.close()));
  }

  /** Opens the page of a report from a file, as a reader would. */
  public async open(report: PlanReport, { theme = 'light', width = 1280, scripts = true }: Reader = {}): Promise<Opened> {
    const page = await this.browser!.newPage();
    this.pages.push(page);
    const [requests, complaints]: string[][] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.setJavaScriptEnabled(scripts);
    await page.goto(pathToFileURL(this.fileOf(report)).href);
    return { page, requests, complaints };
  }

  private fileOf(report: PlanReport): string {
    const known = this.files.get(report);
    if (known !== undefined) return known;
    const file = join(this.directory, `${this.files.size}.html`);
    writeFileSync(file, planHtml(report));
    this.files.set(report, file);
    return file;
  }
}

/** What keeps people from using the page, by every rule of axe: its rule and the place. */
export async function barriers(page: Page): Promise<string[]> {
  // axe is a script itself: those of the page have run by now, or were not let
  await page.setJavaScriptEnabled(true);
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
  });
}

/** What a reader sees of the elements, without the words for screen readers where there are marks. */
export async function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
}

/** Writes into a field what was not there before. */
export async function type(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector, { count: 3 });
  await page.keyboard.press('Backspace');
  await page.type(selector, text);
}
