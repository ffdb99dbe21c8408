import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planData } from './plan-html/data';
import { hostPorts } from './plan-html/host-ports';
import { count, dataBlock, html, Markup } from './plan-html/markup';
import { matrix } from './plan-html/matrix';
import { overheadBars } from './plan-html/overhead';
import { partitions } from './plan-html/partitions';
import { contents, Section, sectionMarkup } from './plan-html/section';
import { totals } from './plan-html/totals';
import { warnings } from './plan-html/warnings';
import { whatIf } from './plan-html/what-if';
import { whyNot } from './plan-html/why-not';
import { gravity, verdict } from './plan-verdict';
import { PlanReport } from '../analysis/plan/plan-report';

/** Two directories below the root of the package, where this file lies compiled as well as bundled. */
const ASSETS = join(__dirname, '..', '..', 'assets', 'plan');

/** In this order they are one module. */
const SCRIPTS = ['elements.js', 'rows.js', 'cells.js', 'explanation.js', 'filter.js', 'matrix.js', 'page.js'];

/** One page that loads nothing, and reads without scripts too: they filter the matrix and explain its cells. */
export function planHtml(report: PlanReport): string {
  const style = asset('style.css');
  const script = SCRIPTS.map(asset).join('\n');
  const data = planData(report);
  const all: (Section | undefined)[] = [
    totals(report), matrix(report, data), whyNot(report), overheadBars(data), hostPorts(report), partitions(report), warnings(report), whatIf(report),
  ];
  const sections = all.filter((section) => section !== undefined);
  return `${html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Plan: ${verdict(report)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${header(report)}
${contents(sections)}
<main>${sections.map(sectionMarkup)}
</main>
${dataBlock('plan-data', data)}
<script type="module">${new Markup(script)}</script>
</body>
</html>
`.text}`;
}

function header(report: PlanReport): Markup {
  const { nodeClasses, daemonSets, kubernetesVersion } = report;
  const nodes = nodeClasses.reduce((sum, { count: number }) => sum + number, 0);
  const size = `${count(nodes, 'node')} in ${count(nodeClasses.length, 'class', 'classes')}, ${count(daemonSets.length, 'DaemonSet')}`;
  return html`<header data-tone="${gravity(report)}">
<h1>Which daemon runs on which node</h1>
<p class="verdict">${verdict(report)}</p>
<p class="note">${size}, as Kubernetes ${kubernetesVersion} takes them</p>
</header>`;
}

/** A file as a browser hashes it: lines end with a line feed, whatever the file system made of them. */
function asset(name: string): string {
  return readFileSync(join(ASSETS, name), 'utf8').replace(/\r\n?/g, '\n');
}

/** Nothing may be loaded, and nothing be run but what this version of the package has written. */
function policy(style: string, script: string): Markup {
  const [allowedStyle, allowedScript] = [style, script].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return new Markup(`default-src 'none'; style-src ${allowedStyle}; script-src ${allowedScript}; base-uri 'none'; form-action 'none'`);
}
