import { Domain } from './domain';
import { Division, Flaw, GAP, overlapOf, strayOf } from './flaw';
import { byName, inOrder, Member } from './member';
import { Accepts, assumedMendText, mendText } from './mend';
import { possibleLabels } from '../../kubernetes/domain';
import { Partition, provePartition, Witness } from '../../kubernetes/partition';
import { CounterExample, PartitionReport } from '../plan/plan-report';

type Broken = Pick<PartitionReport, 'gap' | 'overlap' | 'outside'>;

/** What breaks a partition, whatever labels nodes could have. */
export function brokenOverLabels(members: readonly Member[], { nodes, integerLabels }: Domain): Broken & Pick<Partition, 'contestedTaints'> {
  const division: Division = { members, domain: nodes, possible: possibleLabels(integerLabels) };
  const proof = prove(division);
  const { gap, overlap, outside, contestedTaints } = proof;
  const fix = (flaw: Flaw) => {
    const accepts = mendsOverLabels(flaw, proof);
    return mendText(flaw, division, accepts) ?? assumedMendText(flaw, division, accepts);
  };
  return {
    gap: gap === undefined ? null : counterExample(gap, fix(GAP)),
    overlap: overlap === undefined ? null
      : { ...counterExample(overlap.node, fix(overlapOf(overlap.members))), daemonSets: inOrder(overlap.members, members) },
    outside: outside === undefined ? null : { ...counterExample(outside.node, fix(strayOf(outside.member))), daemonSets: [outside.member] },
    contestedTaints,
  };
}

function prove({ members, domain, possible }: Division): Partition {
  return provePartition(byName(members), domain, possible);
}

/** The flaw is gone, and there is no other that was not there. */
function mendsOverLabels(flaw: Flaw, before: Partition): Accepts {
  return (changed, division) => {
    const members = division.members.map((member) => (member.name === changed.name ? changed : member));
    const after = prove({ ...division, members });
    return flaw.nodes({ ...division, members })?.length === 0
      && (['gap', 'overlap', 'outside'] as const).every((kind) => after[kind] === undefined || before[kind] !== undefined);
  };
}

function counterExample({ name, labels, missing }: Witness, fix: string | null): CounterExample {
  return { node: name ?? null, labels, missingLabels: missing, taints: [], fix };
}
