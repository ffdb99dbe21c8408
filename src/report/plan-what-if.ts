import { grouped } from './grouped';
import { all, listed, say } from './phrase';
import { outcomeColour } from './plan-matrix';
import { Item, Section } from './section';
import { PlannedChange, PlanReport } from '../analysis/plan/plan-report';

/** Of what was asked for, more is written out than elsewhere. */
const LONG_LIST = { shown: 10 };

/** What comes of nodes that are as somebody asked; undefined where nobody did. */
export function whatIfSection({ whatIf }: PlanReport): Section | undefined {
  if (whatIf === null) {
    return undefined;
  }
  const { asked, changes } = whatIf;
  return {
    title: 'What if',
    items: [
      { lead: 'asked', text: all(asked), more: [] },
      ...(changes.length === 0 ? [{ lead: 'result', text: say`nothing changes`, more: [] }] : changeItems(changes)),
    ],
  };
}

/** What happens to several DaemonSets on several nodes for the same reasons is one change. */
function changeItems(changes: readonly PlannedChange[]): Item[] {
  const ofNodes = [...grouped(changes, (change) => JSON.stringify([change.daemonSet, kindOf(change)])).values()]
    .map((group) => ({ change: group[0], nodes: group.map(({ node }) => node) }));
  return [...grouped(ofNodes, ({ change, nodes }) => JSON.stringify([kindOf(change), nodes])).values()].map((group): Item => {
    const [{ change: { from, to, reasons }, nodes }] = group;
    return {
      lead: `${from ?? 'new node'} → ${to ?? 'no node'}`,
      colour: to === null ? 'dim' : outcomeColour(to),
      text: say`${listed(group.map(({ change }) => change.daemonSet), LONG_LIST)} on ${listed(nodes, LONG_LIST)}`,
      more: reasons.map(({ message, code }) => say`${message} (${code})`),
    };
  });
}

function kindOf({ from, to, reasons }: PlannedChange) {
  return [from, to, reasons.map(({ code, message }) => [code, message])];
}
