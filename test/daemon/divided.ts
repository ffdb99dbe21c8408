import { App, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { Assumption, Daemon, DaemonProps, Nodes, Placement, Tolerations, Variant } from '../../src';
import { daemonSetEligibility } from '../../src/kubernetes/eligibility';
import { requiredNodeAffinity } from '../../src/kubernetes/node-affinity';
import { DaemonSet, NodeSelectorRequirement } from '../../src/kubernetes/objects';
import { affinityOf, KEYS, requirement } from '../kubernetes/arbitraries';
import { IMAGE } from '../util';

export type Labels = { [key: string]: string };

/** Alternatives of requirements, and the set of nodes that a user writes for them. */
export interface Selection {
  readonly terms: NodeSelectorRequirement[][];
  readonly nodes: Nodes;
}

export const INTEGERS = KEYS.map((key) => Assumption.integerLabel(key));

/** The set of one requirement, by the factory that makes it. */
export function nodesOf({ key, operator, values = [] }: NodeSelectorRequirement): Nodes {
  switch (operator) {
    case 'In': return Nodes.withLabel(key, ...values);
    case 'NotIn': return Nodes.withoutLabel(key, ...values);
    case 'Exists': return Nodes.withLabel(key);
    case 'DoesNotExist': return Nodes.withoutLabel(key);
    case 'Gt': return Nodes.withLabelGreaterThan(key, Number(values[0]));
    default: return Nodes.withLabelLessThan(key, Number(values[0]));
  }
}

/** Numbers that JavaScript, and so a user, can write. */
export const writable = requirement.filter(({ operator, values = [] }) => !['Gt', 'Lt'].includes(operator) || /^\d{1,3}$/.test(values[0]));

export function selectionOf(terms: NodeSelectorRequirement[][]): Selection {
  return { terms, nodes: terms.map((term) => term.map(nodesOf).reduce((a, b) => a.intersection(b))).reduce((a, b) => a.union(b)) };
}

export function selection(one: fc.Arbitrary<NodeSelectorRequirement> = writable): fc.Arbitrary<Selection> {
  return fc.array(fc.array(one, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }).map(selectionOf);
}

export function takes({ terms }: Selection, labels: Labels): boolean {
  return requiredNodeAffinity({ affinity: affinityOf(terms.map((matchExpressions) => ({ matchExpressions }))) }).matches({ name: 'node', labels });
}

/** A daemon that tolerates nothing on whatever nodes, so that only its variants decide. */
export function define(variants: Variant[], props: Partial<DaemonProps> = {}): Daemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  return new Daemon(chart, 'agent', { image: IMAGE, placement: Placement.everyNode(), tolerations: Tolerations.none(), variants, ...props });
}

export function variantsOf(selections: Selection[]): Variant[] {
  return selections.map(({ nodes }, index) => Variant.of(`v${index + 1}`, nodes));
}

/** The DaemonSets as they are written, or what is wrong. */
export function written(daemon: Daemon): { sets: DaemonSet[] } | { problems: string[] } {
  const problems = daemon.node.validate();
  return problems.length > 0 ? { problems } : { sets: Testing.synth(Chart.of(daemon)).filter(({ kind }) => kind === 'DaemonSet') };
}

/** The DaemonSets that run on a node, as the controller decides it. */
export function running(sets: DaemonSet[], labels: Labels): string[] {
  return sets.filter(({ spec }) => daemonSetEligibility(spec.template.spec)({ name: 'node', labels, taints: [] }).shouldRun).map(({ metadata }) => metadata.name!);
}
