import * as fc from 'fast-check';
import { asking, daemonSet } from './daemon-sets';
import { ASSUMPTIONS, printAssumptions } from '../../../src/kubernetes/domain';
import { daemonSetEligibility } from '../../../src/kubernetes/eligibility';
import { parseInt64 } from '../../../src/kubernetes/node-selector-requirement';
import { nodeSelectorText, parseNodeSet } from '../../../src/kubernetes/node-set-text';
import { DaemonSet, NodeSelectorTerm, PodSpec } from '../../../src/kubernetes/objects';
import { affinityOf, KEYS, Labels, pod, requirement, TELLING } from '../../kubernetes/arbitraries';

export interface Candidate {
  readonly name: string;
  readonly labels: Labels;
}

/** DaemonSets, the domain that they are to divide, and labels that are taken to be whole numbers. */
export interface Case {
  readonly daemonSets: readonly DaemonSet[];
  readonly over: string;
  readonly integerLabels: readonly string[];
}

/** Absent, empty, a text that nobody names, and every number that requirements of `arbitraries` can tell from another, in every spelling that they can. */
const SPACE = [...TELLING, '09223372036854775807'];

/** Members that were made by dividing are near a partition: what is wrong with them is rarer and harder to find. */
const divided: fc.Arbitrary<PodSpec[]> = fc.constantFrom(
  ['size=x', 'size!=x'], ['size in (x,1)', 'size notin (x,1,2)'], ['gpu', '!gpu,zone', '!gpu,!zone'], ['size>1', 'size<2', '!size'], ['size>1', 'size<2 || !size', 'size notin (1,2)'],
  ['size=1', 'size>0,size<2,size!=1', 'size<1 || size>1 || !size'], ['size<3,size!=01', 'size>2 || size=01', '!size'], ['zone=x,gpu', 'zone!=x || !gpu'],
).map((texts) => texts.map((text) => ({ containers: [], ...asking(text) })));

const domain: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', 'size', 'zone!=x', 'size || gpu'),
  fc.array(fc.array(requirement, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }).map(nodeSelectorText)
    .filter((text) => parseNodeSet(text) !== undefined),
);

export const cases: fc.Arbitrary<Case> = fc.record({
  pods: fc.oneof(fc.array(pod, { minLength: 1, maxLength: 4 }), divided, fc.tuple(divided, pod).map(([pods, more]) => [...pods, more])),
  over: domain,
  integerLabels: fc.oneof(fc.constant([]), fc.subarray(KEYS)),
}).map(({ pods, over, integerLabels }) => ({
  daemonSets: pods.map((spec, index) => daemonSet(`m${index}`, spec, { [ASSUMPTIONS]: printAssumptions(integerLabels) })),
  over,
  integerLabels,
}));

/** Every node that the case could tell from another: names only where they are asked for, and of labels that nobody asks for none. */
export function candidates({ daemonSets, over, integerLabels }: Case): Candidate[] {
  const text = `${JSON.stringify(daemonSets.map(({ spec }) => spec))} ${over}`;
  const names = text.includes('metadata.name') ? ['a', 'b', 'nobody'] : ['nobody'];
  const keys = KEYS.filter((key) => text.includes(key));
  const possible = (key: string) => SPACE.filter((value) => value === undefined || !integerLabels.includes(key) || parseInt64(value) !== undefined);
  const labels = keys.reduce<Labels[]>(
    (all, key) => all.flatMap((own) => possible(key).map((value) => (value === undefined ? own : { ...own, [key]: value }))), [{}]);
  return names.flatMap((name) => labels.map((own) => ({ name, labels: own })));
}

/** Who takes a node that has no taints, by the matcher. */
export function takersOf(daemonSets: readonly DaemonSet[]): (node: Candidate) => string[] {
  const matchers = daemonSets.map(({ metadata, spec }) => ({ name: `${metadata.namespace}/${metadata.name}`, takes: daemonSetEligibility(spec.template.spec) }));
  return (node) => matchers.filter(({ takes }) => takes({ ...node, taints: [] }).shouldRun).map(({ name }) => name);
}

/** Whether a node is in a domain, by the matcher. */
export function isIn(over: string): (node: Candidate) => boolean {
  const terms: NodeSelectorTerm[] = asking(over).affinity!.nodeAffinity!.requiredDuringSchedulingIgnoredDuringExecution!.nodeSelectorTerms;
  const takes = daemonSetEligibility({ containers: [], affinity: over === '' ? undefined : affinityOf(terms) });
  return (node) => takes({ ...node, taints: [] }).shouldRun;
}
