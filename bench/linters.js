// What other linters find in the known daemons, and in the charts and manifests of their products where --upstream names a directory of rendered ones
// (<name>.yaml, such as fluent-bit.yaml). Linters that are not installed are left out.
//   node bench/linters.js [--upstream DIRECTORY] [--findings]
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseAllDocuments, stringify } = require('yaml');
const { examples } = require('../scripts/daemons');

/** How each is asked, and how its findings are read: one per rule and object or container. */
const LINTERS = {
  'kube-linter': { args: (file) => ['lint', '--format', 'json', file], findings: ({ Reports }) => (Reports ?? []).map(({ Check }) => Check) },
  'kube-score': {
    args: (file) => ['score', '--output-format', 'json', file],
    // grade 10 is all right, 7 is almost, and what is skipped has no grade
    findings: (objects) => objects.flatMap(({ checks }) => (checks ?? []).filter(({ grade, skipped }) => !skipped && grade < 7)
      .flatMap(({ check, comments }) => (comments?.length ? comments : [null]).map(() => check.id))),
  },
  'polaris': {
    args: (file) => ['audit', '--audit-path', file, '--format', 'json'],
    findings: ({ Results }) => (Results ?? []).flatMap(({ Results: own, PodResult }) => [
      own, PodResult?.Results, ...(PodResult?.ContainerResults ?? []).map((container) => container.Results),
    ]).flatMap((results) => Object.values(results ?? {})).filter(({ Success }) => !Success).map(({ ID }) => ID),
  },
  'checkov': {
    args: (file) => ['--file', file, '--framework', 'kubernetes', '--skip-download', '--quiet', '--compact', '--output', 'json'],
    findings: (report) => [report].flat().flatMap(({ results }) => results?.failed_checks ?? []).map(({ check_id }) => check_id),
  },
};

const upstream = option('--upstream');
const work = mkdtempSync(join(tmpdir(), 'bench-'));
const linters = Object.keys(LINTERS).filter((name) => !spawnSync(name, ['--help']).error);
console.log(`| daemon | ${linters.map((name) => `${name} here | ${name} upstream`).join(' | ')} |\n| --- | ${linters.map(() => '---: | ---:').join(' | ')} |`);
const totals = linters.map(() => [0, 0]);
for (const [name, objects] of examples(require('..'))) {
  const file = write(`${kebab(name)}.yaml`, objects);
  const rendered = upstream === undefined ? undefined : join(upstream, `${kebab(name)}.yaml`);
  // written again, since kube-score takes a file that begins with a brace for JSON
  const theirs = rendered !== undefined && existsSync(rendered) ? write(`upstream-${kebab(name)}.yaml`, read(rendered)) : undefined;
  console.log(`| \`${name}\` | ${linters.map((linter, index) => pair(linter, index, file, theirs)).join(' | ')} |`);
}
console.log(`| all that have both | ${totals.map(([here, there]) => `${here} | ${there}`).join(' | ')} |`);
rmSync(work, { recursive: true });

/** As kubectl reads it, and most linters: there `yes` is no text. */
function write(name, objects) {
  const file = join(work, name);
  writeFileSync(file, objects.map((object) => stringify(object, { version: '1.1' })).join('---\n'));
  return file;
}

function read(file) {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()).filter(Boolean);
}

function pair(linter, index, file, theirs) {
  const here = findings(linter, file);
  const there = theirs === undefined ? undefined : findings(linter, theirs);
  if (there !== undefined) {
    totals[index][0] += here.length;
    totals[index][1] += there.length;
  }
  return `${text(here)} | ${text(there)}`;
}

function text(findings) {
  if (findings === undefined) {
    return '–';
  }
  return process.argv.includes('--findings') ? `${findings.length}: ${[...new Set(findings)].sort().join(', ')}` : findings.length;
}

function findings(linter, file) {
  const { stdout, stderr } = spawnSync(linter, LINTERS[linter].args(file), { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (stdout === '') {
    throw new Error(`${linter} finds nothing to say of ${file}: ${stderr}`);
  }
  return LINTERS[linter].findings(JSON.parse(stdout));
}

/** The name of its file: FluentBitDaemon is fluent-bit. */
function kebab(name) {
  return name.replace(/Daemon$/, '').replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function option(name) {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
