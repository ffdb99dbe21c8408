// `plan` on fleets of 50 node groups, against the least that any program of Node has to do: start, read the same files and JSON.parse them.
// That cannot be done at once above 512 MiB: then the least is the sum over files of 10,000 nodes. Whole processes, in turns; medians, and the
// peak of memory where GNU time is installed.
//   node bench/plan.js [--nodes N,N] [--daemon-sets N,N] [--pods] [--runs N] [--keep]
// --pods: with 30 pods for each node. A node is 18 KB, with its pods 190 KB: 100,000 of these are 19 GB. --keep leaves the files where they are.
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { daemonSets, writeNodes, writePods } = require('./fleet');

const COMMAND = join(__dirname, '..', 'bin', 'cdk8s-daemons');
const GNU_TIME = '/usr/bin/time';
/** Of how many nodes what is compared with reads at once, and of how many the pods: 180 MB each. */
const AT_ONCE = { nodes: 10_000, pods: 1_000 };
const PARSE = 'for (const file of process.argv.slice(1)) JSON.parse(require("node:fs").readFileSync(file, "utf8"))';

const fleets = numbers('--nodes') ?? [100, 1_000, 10_000, 100_000];
const counts = numbers('--daemon-sets') ?? [10, 100];
const runs = numbers('--runs')?.[0] ?? 5;
const kinds = process.argv.includes('--pods') ? ['nodes', 'pods'] : ['nodes'];
const work = mkdtempSync(join(tmpdir(), 'bench-'));

console.log(`${kinds.join(' and ')}, ${runs} runs\n`);
console.log('  nodes     files  DaemonSets  classes       time      least  ratio    memory  of the least');
try {
  fleets.forEach(measure);
} finally {
  if (process.argv.includes('--keep')) {
    console.log(`\nthe files are in ${work}`);
  } else {
    rmSync(work, { recursive: true });
  }
}

function measure(nodes) {
  const least = [process.execPath, '-e', PARSE, ...kinds.flatMap((kind) => parts(kind, nodes))];
  const inventory = kinds.flatMap((kind) => [`--${kind}`, file(kind, nodes)]);
  const plans = counts.map((count) => [process.execPath, COMMAND, 'plan', manifests(count), ...inventory, '--output', 'json']);
  const [floor, ...planned] = inTurns([least, ...plans]);
  const size = kinds.reduce((sum, kind) => sum + statSync(file(kind, nodes)).size, 0);
  planned.forEach(({ time, memory, output }, index) => {
    const report = JSON.parse(output);
    if (report.nodeClasses.reduce((sum, { count }) => sum + count, 0) !== nodes || report.daemonSets.length !== counts[index]) {
      throw new Error('the plan does not have every node and every DaemonSet');
    }
    console.log([
      String(nodes).padStart(7), `${(size / 1e6).toFixed(0)} MB`.padStart(8), String(counts[index]).padStart(10),
      String(report.nodeClasses.length).padStart(7), `${time.toFixed(0)} ms`.padStart(9), `${floor.time.toFixed(0)} ms`.padStart(9),
      (time / floor.time).toFixed(2).padStart(5), memory.padStart(8), floor.memory.padStart(12),
    ].join('  '));
  });
}

/** The files that are read instead of one: the same one as often as it takes. */
function parts(kind, nodes) {
  return Array(Math.ceil(nodes / AT_ONCE[kind])).fill(file(kind, Math.min(nodes, AT_ONCE[kind])));
}

function file(kind, nodes) {
  const path = join(work, `${kind}-${nodes}.json`);
  if (!existsSync(path)) {
    (kind === 'nodes' ? writeNodes : writePods)(path, nodes);
  }
  return path;
}

function manifests(count) {
  const path = join(work, `daemon-sets-${count}.yaml`);
  writeFileSync(path, daemonSets(count));
  return path;
}

/** For each way the median of its times, the most memory it took and what it printed. */
function inTurns(ways) {
  const all = ways.map(() => []);
  for (let run = 0; run < runs; run++) {
    ways.forEach((argv, index) => all[index].push(measured(argv)));
  }
  return all.map((own) => ({
    time: median(own.map(({ time }) => time)),
    memory: mebibytes(Math.max(...own.map(({ kibibytes }) => kibibytes))),
    output: own[0].output,
  }));
}

/** Node does not tell the memory of a child; GNU time does. */
function measured(argv) {
  const [program, ...rest] = existsSync(GNU_TIME) ? [GNU_TIME, '-f', 'peak %M', ...argv] : argv;
  const start = process.hrtime.bigint();
  const { stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  const [, kibibytes] = /^peak (\d+)$/m.exec(stderr) ?? [];
  const said = stderr.replace(/^(peak \d+|Command exited.*)$/gm, '').trim();
  if (said !== '') {
    throw new Error(said);
  }
  return { time, kibibytes: Number(kibibytes), output: stdout };
}

function mebibytes(kibibytes) {
  return Number.isNaN(kibibytes) ? 'unknown' : `${Math.round(kibibytes / 1024)} MiB`;
}

function numbers(name) {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1].split(',').map(Number);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
