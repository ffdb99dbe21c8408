// The picture of the README: the plan of the hardware example as a page, with the cell opened of the pod that waits.
//   node scripts/picture.js        writes docs/images/plan.png
'use strict';
const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const puppeteer = require('puppeteer-core');
const { main } = require('../lib/cli/main');

const ROOT = join(__dirname, '..');
const PICTURE = join(ROOT, 'docs', 'images', 'plan.png');
const [WIDTH, HEIGHT] = [1200, 860];

draw();

async function draw() {
  const work = mkdtempSync(join(tmpdir(), 'picture-'));
  const page = join(work, 'plan.html');
  process.chdir(ROOT);
  main(['plan', 'examples/04-hardware/dist', '--nodes', 'examples/04-hardware/nodes.yaml', '--output', 'html'],
    { out: (text) => writeFileSync(page, text), err: (text) => process.stderr.write(text), colour: false });
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    await photograph(await browser.newPage(), pathToFileURL(page).href);
  } finally {
    await browser.close();
    rmSync(work, { recursive: true });
  }
}

async function photograph(page, url) {
  await page.setViewport({ width: WIDTH, height: HEIGHT });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(url);
  await page.click('#matrix-table td[data-outcome="pending"]');
  await page.$eval('#matrix', (section) => section.scrollIntoView());
  mkdirSync(dirname(PICTURE), { recursive: true });
  await page.screenshot({ path: PICTURE });
}
