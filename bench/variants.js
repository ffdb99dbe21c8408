// Dividing nodes among 2 to 10 variants that each ask for 1 to 3 labels, and proving the result, as a ratio to what plain cdk8s takes to write the
// same DaemonSets; with the number of terms (alternatives of the node affinity) that the rest needs, which is the most of all.
//   node bench/variants.js [--runs N]
'use strict';
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { ApiObject, App, Chart, Testing } = require('cdk8s');
const { Daemon, Nodes, Placement, Tolerations, Variant } = require('..');
const { nodesOf } = require('../lib/kubernetes/node-set');
const { provePartition } = require('../lib/kubernetes/partition');
const { divide } = require('../lib/placement/shares');

const KEYS = ['node.kubernetes.io/instance-type', 'topology.kubernetes.io/zone', 'example.com/pool'];
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 21;
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));

console.log('variants  labels  terms  divide    prove     plain cdk8s  ratio');
for (const labels of [1, 2, 3]) {
  for (const count of [2, 4, 6, 8, 10]) {
    measure(count, labels);
  }
}
rmSync(outdir, { recursive: true });

function measure(count, labels) {
  const variants = Array.from({ length: count }, (_, index) => Variant.of(`v${index}`, nodes(index, labels)));
  const sets = Testing.synth(chartOf((chart) => new Daemon(chart, 'agent', {
    image: 'registry.example.com/agent:1.4.2', placement: Placement.everyNode(), tolerations: Tolerations.none(), variants,
  }))).filter(({ kind }) => kind === 'DaemonSet');
  const terms = Math.max(...sets.map(({ spec }) => spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.length));
  const members = sets.map(({ metadata, spec }) => ({ name: metadata.name, pod: spec.template.spec }));
  const claims = variants.map(({ name, _nodes }) => ({ name, terms: _nodes._terms() }));
  const dividing = median(() => divide({}, claims, new Map()));
  const proving = median(() => provePartition(members, nodesOf({})));
  const plain = median(() => {
    const app = new App({ outdir });
    const chart = new Chart(app, 'plain');
    sets.forEach((set, index) => new ApiObject(chart, `set-${index}`, set));
    app.synth();
  });
  console.log([
    String(count).padStart(8), String(labels).padStart(6), String(terms).padStart(5), text(dividing), text(proving), text(plain).padStart(11), ((dividing + proving) / plain).toFixed(2).padStart(5),
  ].join('  '));
}

/** Each variant has a value of its own for each label, as pools of machines do. */
function nodes(index, labels) {
  return KEYS.slice(0, labels).map((key) => Nodes.withLabel(key, `value-${index}`)).reduce((all, next) => all.intersection(next));
}

function chartOf(define) {
  const chart = new Chart(new App(), 'bench', { namespace: 'bench' });
  define(chart);
  return chart;
}

/** Milliseconds; the first calls, before the code is compiled, do not count. */
function median(action) {
  const times = Array.from({ length: runs + 3 }, () => {
    const start = process.hrtime.bigint();
    action();
    return Number(process.hrtime.bigint() - start) / 1e6;
  }).slice(3).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

function text(milliseconds) {
  return `${milliseconds.toFixed(1)} ms`.padEnd(8);
}
