// Runs every example in the way its README says, and tells what came out.
//   node scripts/examples.js [--write] [--describe]
// Without --write the YAML goes to a temporary directory and is compared with the committed one.
'use strict';
const { mkdtempSync, readdirSync, readFileSync, existsSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, relative } = require('node:path');

const root = join(__dirname, '..');
process.env.TS_NODE_PROJECT = join(root, 'examples', 'tsconfig.json');
require('ts-node/register/transpile-only');

const write = process.argv.includes('--write');
const describe = process.argv.includes('--describe') ? require('./describe').describe : undefined;
const temporary = mkdtempSync(join(tmpdir(), 'cdk8s-daemons-'));
let different = 0;

for (const name of examples()) {
  const committed = join(root, 'examples', name, 'dist');
  const outdir = write ? committed : join(temporary, name);
  process.env.CDK8S_OUTDIR = outdir;
  if (write) {
    rmSync(outdir, { recursive: true, force: true });
  }
  require(join(root, 'examples', name, 'main.ts'));
  const files = yamlFiles(outdir);
  if (describe) {
    process.stdout.write(describe(name, files.map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }))));
  }
  if (!write && !sameFiles(outdir, committed)) {
    different++;
    process.stdout.write(`examples/${name}: the committed YAML is not what the program writes; run 'npx projen examples' and read the diff\n`);
  }
}
rmSync(temporary, { recursive: true, force: true });
process.exitCode = different > 0 ? 1 : 0;

function examples() {
  return readdirSync(join(root, 'examples')).filter((name) => existsSync(join(root, 'examples', name, 'main.ts'))).sort();
}

function yamlFiles(directory) {
  return existsSync(directory) ? readdirSync(directory).sort().map((name) => join(directory, name)) : [];
}

function sameFiles(actual, expected) {
  const [a, b] = [yamlFiles(actual), yamlFiles(expected)];
  return a.length === b.length && a.every((file, index) => relative(actual, file) === relative(expected, b[index]) && readFileSync(file, 'utf8') === readFileSync(b[index], 'utf8'));
}
