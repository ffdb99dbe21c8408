import { Domain } from './domain';
import { Division, Flaw, GAP, overlapOf, strayOf } from './flaw';
import { Member } from './member';
import { Accepts, mendText } from './mend';
import { possibleLabels } from '../../kubernetes/domain';
import { daemonSetEligibility, Node } from '../../kubernetes/eligibility';
import { valuesOf } from '../../kubernetes/label-values';
import { labelValue } from '../../kubernetes/labels';
import { hasNode, NodeTerm } from '../../kubernetes/node-set';
import { daemonPodTolerations, Taint, untoleratedTaints } from '../../kubernetes/taints';
import { CounterExample, Labels, PartitionReport } from '../plan/plan-report';

/** Nodes that are alike in their taints, in all labels that matter (`domainKeys`), and in their name where some member names it. */
export interface ProvedNodes {
  /** Names, in order. */
  readonly nodes: readonly string[];
  readonly labels: Labels;
  readonly taints: readonly Taint[];
}

type Kind = 'gap' | 'overlap' | 'outside';

/** Who takes some nodes, and what is wrong with that. */
interface Taken {
  readonly node: Node & { readonly name: string };
  readonly isWanted: boolean;
  readonly takers: readonly Member[];
  readonly kind?: Kind;
}

/** What breaks a partition on given nodes: of each kind the node whose name is first. */
export function brokenOverNodes(
  members: readonly Member[], domain: Domain, groups: readonly ProvedNodes[], keys: readonly string[],
): Pick<PartitionReport, 'gap' | 'overlap' | 'outside'> {
  const all = takenNodes(members, domain, groups);
  const first = (kind: Kind) => all.filter((taken) => taken.kind === kind).reduce<Taken | undefined>(
    (least, taken) => (least === undefined || taken.node.name < least.node.name ? taken : least), undefined);
  const [gap, overlap, outside] = [first('gap'), first('overlap'), first('outside')];
  const division: Division = { members, domain: domain.nodes, possible: possibleLabels(domain.integerLabels) };
  const shown = (taken: Taken, flaw: Flaw) => counterExample(taken, keys, fixOf(flaw, taken, all, division, keys));
  const names = ({ takers }: Taken) => takers.map(({ name }) => name);
  return {
    gap: gap === undefined ? null : shown(gap, GAP),
    overlap: overlap === undefined ? null : { ...shown(overlap, overlapOf([names(overlap)[0], names(overlap)[1]])), daemonSets: names(overlap) },
    outside: outside === undefined ? null : { ...shown(outside, strayOf(names(outside)[0])), daemonSets: names(outside) },
  };
}

function takenNodes(members: readonly Member[], { nodes: wanted }: Domain, groups: readonly ProvedNodes[]): Taken[] {
  const takes = members.map((member) => ({ member, eligibility: daemonSetEligibility(member.pod), tolerations: daemonPodTolerations(member.pod) }));
  return groups.map(({ nodes: [name], labels, taints }) => {
    const node = { name, labels, taints: [...taints] };
    const isWanted = hasNode(wanted, node);
    const takers = takes.filter(({ eligibility }) => eligibility(node).shouldRun).map(({ member }) => member);
    const isTolerated = () => takes.every(({ tolerations }) => untoleratedTaints(node.taints, tolerations).length === 0);
    return { node, isWanted, takers, kind: kindOf(isWanted, takers.length, isTolerated) };
  });
}

function kindOf(isWanted: boolean, takers: number, isTolerated: () => boolean): Kind | undefined {
  if (!isWanted) {
    return takers > 0 ? 'outside' : undefined;
  }
  return takers > 1 ? 'overlap' : takers === 0 && isTolerated() ? 'gap' : undefined;
}

/** The change that mends it for all labels where that mends it here, else one for nodes like this alone. */
function fixOf(flaw: Flaw, taken: Taken, all: readonly Taken[], division: Division, keys: readonly string[]): string | null {
  const accepts = mendsOverNodes(taken, all);
  return mendText(flaw, division, accepts) ?? mendText(flaw, { ...division, possible: new Map() }, accepts, [exactly(taken.node, keys)]);
}

/** The node is mended, and no other has too many or nobody that had not before. */
function mendsOverNodes(broken: Taken, all: readonly Taken[]): Accepts {
  return (changed) => {
    const takesNow = daemonSetEligibility(changed.pod);
    return all.every((before) => {
      const others = before.takers.filter(({ name }) => name !== changed.name);
      const [took, takes] = [others.length < before.takers.length, takesNow(before.node).shouldRun];
      const count = others.length + (takes ? 1 : 0);
      const isWorse = took === takes ? false : takes ? !before.isWanted || count > 1 : before.isWanted && count === 0;
      return before === broken ? took !== takes && !isWorse : !isWorse;
    });
  };
}

/** Nodes with the same labels, of those that matter. */
function exactly({ labels }: Node, keys: readonly string[]): NodeTerm {
  return new Map(keys.map((key) => {
    const value = labelValue(labels, key);
    return [key, valuesOf(value === undefined ? { key, operator: 'DoesNotExist' } : { key, operator: 'In', values: [value] })];
  }));
}

function counterExample({ node: { name, labels, taints } }: Taken, keys: readonly string[], fix: string | null): CounterExample {
  const own = keys.flatMap((key) => {
    const value = labelValue(labels, key);
    return value === undefined ? [] : [[key, value]];
  });
  return { node: name, labels: Object.fromEntries(own), missingLabels: keys.filter((key) => labelValue(labels, key) === undefined), taints, fix };
}
