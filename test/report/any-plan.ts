import * as fc from 'fast-check';
import { NASTY } from './cases';
import { Cell, plan } from './plan-cases';
import {
  HostPortClash, NodeClass, OUTCOMES, Overhead, PartitionReport, PlacedReason, PlannedChange, PlanReport,
} from '../../src/analysis/plan/plan-report';

/** What means something to a terminal, to Markdown or to GitHub. */
const SIGNS = [
  NASTY, '', ' ', '|', '\\|', '`', '``a`', '\\', '@all #1 :tada:', '- x\n\n# y', '</details>', '<!-- ', '| a |\n|---|', 'https://example.com', '\u009b31m', '\ud800',
];

const NAMES = fc.stringMatching(/^[a-z]([-a-z0-9.]{0,20}[a-z0-9])?(\/[a-z0-9-]{1,20})?$/);

/** What manifests and nodes could hold: names as they are, too long ones, and signs that no format may break at. */
export const anyText = fc.oneof(
  NAMES,
  NAMES.map((name) => name.repeat(20).slice(0, 253)),
  fc.constantFrom(...SIGNS),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const code = fc.constantFrom('untolerated-taint', 'node-selector', 'insufficient', 'preemption', 'other-scheduler');

/** A plan of anything, with these texts from the input. Whatever is counted is so often there. */
export function anyPlan(text: fc.Arbitrary<string> = anyText, message: fc.Arbitrary<string> = text): fc.Arbitrary<PlanReport> {
  return fc.tuple(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }), fc.uniqueArray(text, { maxLength: 4 }))
    .chain(([counts, names]) => fc.record({
      classes: fc.tuple(...counts.map((count, index) => anyClass(`c${index + 1}`, count, text))),
      rows: fc.tuple(...names.map(() => fc.tuple(...counts.map(() => anyCell(text, message))))),
      others: anyOthers(counts.map((_, index) => `c${index + 1}`), text),
    }).map(({ classes, rows, others }) => plan(classes, Object.fromEntries(names.map((name, index) => [name, rows[index]])), others)));
}

function anyClass(id: string, count: number, text: fc.Arbitrary<string>): fc.Arbitrary<NodeClass> {
  return fc.record({
    id: fc.constant(id),
    count: fc.constant(count),
    nodes: texts(text, count, count),
    labels: fc.dictionary(text, text, { maxKeys: 3 }),
    taints: taints(text),
  });
}

function texts(text: fc.Arbitrary<string>, minLength = 0, maxLength = 5): fc.Arbitrary<string[]> {
  return fc.array(text, { minLength, maxLength });
}

function taint(text: fc.Arbitrary<string>) {
  return fc.record({ key: text, value: text, effect: fc.constantFrom('NoSchedule', 'NoExecute') }, { requiredKeys: ['key', 'effect'] });
}

function taints(text: fc.Arbitrary<string>) {
  return fc.array(taint(text), { maxLength: 2 });
}

function anyReason(text: fc.Arbitrary<string>, message: fc.Arbitrary<string>): fc.Arbitrary<PlacedReason> {
  return fc.record(
    { code, message: message.map((one) => one || 'm'), node: text, taint: taint(text), resource: text, requested: text, used: text, allocatable: text },
    { requiredKeys: ['code', 'message', 'node'] });
}

function anyCell(text: fc.Arbitrary<string>, message: fc.Arbitrary<string>): fc.Arbitrary<Cell> {
  return fc.tuple(fc.constantFrom(...OUTCOMES), fc.array(anyReason(text, message), { maxLength: 2 }))
    .map(([outcome, reasons]): Cell => [outcome, ...reasons]);
}

/** All that does not follow from the placements. */
function anyOthers(classes: readonly string[], text: fc.Arbitrary<string>): fc.Arbitrary<Partial<PlanReport>> {
  return fc.record({
    overhead: fc.tuple(...classes.map((id) => anyOverhead(id, text))),
    hostPorts: classes.length === 0 ? fc.constant([]) : fc.array(anyClash(classes, text), { maxLength: 3 }),
    partitions: fc.array(anyPartition(text), { maxLength: 3 }),
    warnings: fc.array(fc.record({
      code: fc.constantFrom('no-pods', 'transient-taint'), message: text.map((one) => one || 'm'), nodes: texts(text),
    }), { maxLength: 3 }),
    whatIf: fc.option(fc.record({ asked: texts(text, 1), changes: fc.array(anyChange(text), { maxLength: 4 }) })),
  });
}

function anyOverhead(nodeClass: string, text: fc.Arbitrary<string>): fc.Arbitrary<Overhead> {
  const resource = fc.oneof(text, fc.constantFrom('cpu', 'memory'));
  const quantities = fc.dictionary(resource, fc.oneof(text, fc.nat()), { maxKeys: 3 });
  const part = fc.integer({ min: 0, max: 5000 }).map((thousandths) => thousandths / 1000);
  return fc.record({
    nodeClass: fc.constant(nodeClass),
    pods: fc.nat(),
    requests: quantities,
    limits: quantities,
    allocatable: fc.option(quantities),
    share: fc.option(fc.dictionary(resource, fc.option(part), { maxKeys: 3 })),
  });
}

function anyClash(classes: readonly string[], text: fc.Arbitrary<string>): fc.Arbitrary<HostPortClash> {
  return fc.record({
    nodeClass: fc.constantFrom(...classes),
    protocol: fc.constantFrom('TCP', 'UDP'),
    port: fc.integer({ min: 1, max: 9 }),
    hostIP: fc.oneof(fc.constant('0.0.0.0'), text),
    daemonSets: texts(text, 2),
  });
}

function anyPartition(text: fc.Arbitrary<string>): fc.Arbitrary<PartitionReport> {
  const example = {
    node: fc.option(text),
    labels: fc.dictionary(text, text, { maxKeys: 2 }),
    missingLabels: texts(text, 0, 2),
    taints: taints(text),
    fix: fc.option(text),
  };
  const contested = fc.record({ taint: text, toleratedBy: texts(text, 1), notToleratedBy: texts(text, 1), nodes: texts(text) });
  const taken = fc.record({ ...example, daemonSets: texts(text, 1) });
  return fc.record({
    daemonSets: texts(text, 1),
    over: fc.constantFrom('domain', 'inventory'),
    domain: text,
    gap: fc.option(fc.record(example)),
    overlap: fc.option(taken),
    outside: fc.option(taken),
    tolerations: fc.array(contested, { maxLength: 2 }),
    assumptions: texts(text, 0, 2),
  });
}

function anyChange(text: fc.Arbitrary<string>): fc.Arbitrary<PlannedChange> {
  const outcome = fc.option(fc.constantFrom(...OUTCOMES));
  const reason = anyReason(text, text).map(({ node: _, ...others }) => others);
  return fc.record({ node: text, daemonSet: text, from: outcome, to: outcome, reasons: fc.array(reason, { maxLength: 2 }) });
}
