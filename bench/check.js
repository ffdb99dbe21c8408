// `check` on 1,000 DaemonSets, a quarter of them with a fault that the API server refuses, against kubeconform, kubectl-validate and kube-score where
// they are installed; and what the start of the command costs. Whole processes, in turns; medians.
//   node bench/check.js [--runs N] [--schemas DIRECTORY]
// kubeconform loads its schemas from the network; where there is none, --schemas says where they are (daemonset-apps-v1.json).
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');
const { FAULTS } = require('./faults');

const FILES = 1000;
/** How kubeconform is told the names of schemas; that of a DaemonSet is daemonset-apps-v1.json. */
const SCHEMA = '{{ .ResourceKind }}{{ .KindSuffix }}.json';
/** At such a file kube-score ends, and tells of no file which one it was; so it is given the others. */
const ENDS_KUBE_SCORE = ['a quantity that is none', 'a text for a number'];
/** Every how manyeth file is faulty. */
const FAULTY = 4;
const COMMAND = join(__dirname, '..', 'bin', 'cdk8s-daemons');
const GNU_TIME = '/usr/bin/time';
const runs = Number(option('--runs')) || 7;
const schemas = option('--schemas');

const work = mkdtempSync(join(tmpdir(), 'bench-'));
const manifests = join(work, 'manifests');
const faultOf = writeManifests();
compareTools();
compareStarts();
if (!option("--keep")) rmSync(work, { recursive: true });

/** Which file has which fault. */
function writeManifests() {
  const template = readFileSync(join(__dirname, 'daemon-set.yaml'), 'utf8');
  const faults = new Map();
  let characters = 0;
  mkdirSync(manifests);
  for (let number = 0; number < FILES; number++) {
    const name = `agent-${String(number).padStart(4, '0')}.yaml`;
    const fault = number % FAULTY === 0 ? FAULTS[(number / FAULTY) % FAULTS.length] : undefined;
    const text = (fault === undefined ? template : changed(template, fault)).replace(/(agent)-0000/gi, `$1-${String(number).padStart(4, '0')}`);
    characters += text.length;
    writeFileSync(join(manifests, name), text);
    if (fault !== undefined) {
      faults.set(name, fault[0]);
    }
  }
  console.log(`${FILES} DaemonSets, ${(characters / 1e6).toFixed(1)} MB; ${faults.size} of them have one of ${FAULTS.length} faults\n`);
  return faults;
}

function changed(template, [name, from, to]) {
  const text = template.replace(from, to);
  if (text === template) {
    throw new Error(`daemon-set.yaml has no place for: ${name}`);
  }
  return text;
}

function compareTools() {
  const tools = toolsHere();
  const measured = inTurns(tools);
  const own = measured[0].time;
  console.log('                   time      ratio  memory    faults  kinds of fault  sound files refused');
  measured.forEach(({ name, time, memory, output }, index) => {
    const { found, kinds, refused } = judged(tools[index].complaints(output));
    console.log([
      name.padEnd(17), `${time.toFixed(0)} ms`.padStart(7), (time / own).toFixed(2).padStart(9), memory.padStart(8), `${found}/${faultOf.size}`.padStart(8),
      `${kinds}/${FAULTS.length}`.padStart(7), String(refused).padStart(14),
    ].join('  '));
  });
  console.log();
}

function toolsHere() {
  const files = readdirSync(manifests).filter((name) => !ENDS_KUBE_SCORE.includes(faultOf.get(name))).map((name) => join(manifests, name));
  const all = [
    { name: 'cdk8s-daemons', argv: [process.execPath, COMMAND, 'check', '--output', 'json', manifests], complaints: ownComplaints },
    { name: 'kubeconform', argv: ['kubeconform', '-strict', '-output', 'json', ...(schemas === undefined ? [] : ['-schema-location', join(schemas, SCHEMA)]), manifests], complaints: kubeconformComplaints },
    { name: 'kubectl-validate', argv: ['kubectl-validate', '--output', 'json', manifests], complaints: kubectlValidateComplaints },
    { name: 'kube-score', argv: ['kube-score', 'score', '--output-format', 'json', ...files], complaints: kubeScoreComplaints },
  ];
  return all.filter(({ name, argv: [program] }) => {
    const isHere = spawnSync(program, ['--help']).error === undefined;
    if (!isHere) {
      console.log(`${name}: not installed`);
    }
    return isHere;
  });
}

/** For each way the median of its times, its peak memory and what it printed. */
function inTurns(ways) {
  const times = ways.map(() => []);
  let last = [];
  for (let run = 0; run < runs; run++) {
    last = ways.map(({ argv }, index) => {
      const start = process.hrtime.bigint();
      const { stdout } = spawnSync(argv[0], argv.slice(1), { encoding: 'utf8', maxBuffer: 1024 ** 3, env: { ...process.env, KUBECONFIG: '/dev/null' } });
      times[index].push(Number(process.hrtime.bigint() - start) / 1e6);
      return stdout;
    });
  }
  return ways.map(({ name, argv }, index) => ({ name, time: median(times[index]), memory: peakMemory(argv), output: last[index] }));
}

/** Node does not tell the memory of a child; GNU time does. */
function peakMemory(argv) {
  const { stderr } = existsSync(GNU_TIME) ? spawnSync(GNU_TIME, ['-v', ...argv], { encoding: 'utf8', maxBuffer: 1024 ** 3 }) : { stderr: '' };
  const [, kibibytes] = /Maximum resident set size \(kbytes\): (\d+)/.exec(stderr) ?? [];
  return kibibytes === undefined ? 'unknown' : `${Math.round(kibibytes / 1024)} MiB`;
}

/** A fault is found where a tool says of its file what it does not say of most. */
function judged(complaints) {
  const usual = mostFrequent(readdirSync(manifests).map((name) => complaints.get(name) ?? ''));
  const told = readdirSync(manifests).filter((name) => (complaints.get(name) ?? '') !== usual);
  const found = told.filter((name) => faultOf.has(name));
  return { found: found.length, kinds: new Set(found.map((name) => faultOf.get(name))).size, refused: told.length - found.length };
}

function ownComplaints(output) {
  return byFile(JSON.parse(output).findings.filter(({ severity }) => severity === 'error').map(({ file, message }) => [file, message]));
}

function kubeconformComplaints(output) {
  return byFile(JSON.parse(output).resources.map(({ filename, status }) => [filename, status === 'statusValid' ? '' : status]));
}

function kubectlValidateComplaints(output) {
  return byFile(Object.entries(JSON.parse(output)).map(([file, statuses]) => [file, JSON.stringify(statuses.map(({ status }) => status))]));
}

function kubeScoreComplaints(output) {
  return byFile(JSON.parse(output).map(({ file_name: file, checks }) => [file, checks.map(({ check, grade }) => `${check.id}: ${grade}`).sort().join()]));
}

function byFile(entries) {
  const result = new Map();
  entries.filter(([, text]) => text !== '').forEach(([file, text]) => result.set(basename(file), `${result.get(basename(file)) ?? ''}${text}\n`));
  return result;
}

function compareStarts() {
  const ways = [
    { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
    { name: '--help', argv: [process.execPath, COMMAND, '--help'] },
    { name: '--version', argv: [process.execPath, COMMAND, '--version'] },
    { name: 'check, one file', argv: [process.execPath, COMMAND, 'check', join(manifests, 'agent-0001.yaml')] },
    { name: 'check, a faulty file', argv: [process.execPath, COMMAND, 'check', join(manifests, 'agent-0000.yaml')] },
  ];
  const measured = inTurns(ways);
  console.log('                         time  ratio  memory');
  for (const { name, time, memory } of measured) {
    console.log([name.padEnd(20), `${time.toFixed(0)} ms`.padStart(7), (time / measured[0].time).toFixed(2).padStart(5), memory.padStart(8)].join('  '));
  }
}

function option(name) {
  return process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
}

function mostFrequent(texts) {
  const counts = new Map();
  texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  return [...counts].sort(([, a], [, b]) => b - a)[0][0];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
