import { Colour, painter, wrapped } from './lines';
import { all, Phrase, say, textOf } from './phrase';
import { labelTexts, runsByPreemption } from './plan-facts';
import { outcomeColour } from './plan-matrix';
import { portSection, warningSection } from './plan-sections';
import { PlanTextOptions, sectionLines } from './plan-text';
import { whatIfSection } from './plan-what-if';
import { Item, Section } from './section';
import { NodeClass, Placement, PlanReport } from '../analysis/plan/plan-report';
import { taintText } from '../analysis/plan/reason';

/** What becomes of one DaemonSet on one node, why, and what the node has. The report is of these two only. */
export function planWhy(report: PlanReport, { colour }: PlanTextOptions): string {
  const paint = painter(colour);
  const [placement, nodeClass] = [report.placements[0], report.nodeClasses[0]];
  if (placement === undefined || nodeClass === undefined || nodeClass.nodes.length === 0) {
    return 'The plan has no such node, or no such DaemonSet.\n';
  }
  const node = nodeClass.nodes[0];
  const ofNode = { ...report, warnings: report.warnings.filter(({ nodes }) => nodes.length === 0 || nodes.includes(node)) };
  const parts = [
    wrapped('', textOf(sentence(placement, node))).map((line) => paint(line, colourOf(placement))),
    ...[whatIfSection(report), reasons(placement), nodeSection(report, nodeClass), portSection(report), warningSection(ofNode)]
      .map((section) => sectionLines(section, paint)),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sentence(placement: Placement, node: string): Phrase {
  const { daemonSet, outcome } = placement;
  switch (outcome) {
    case 'runs': return say`${daemonSet} runs on ${node}${runsByPreemption(placement) ? [', but only by ending others'] : []}.`;
    case 'pending': return say`${daemonSet} does not run on ${node}: its pod is made, and waits (Pending).`;
    case 'rejected': return say`${daemonSet} does not run on ${node}: the API server refuses its pod.`;
    case 'unknown': return say`Whether ${daemonSet} runs on ${node} is not known.`;
    case 'keep-only': return say`${daemonSet} gets no pod on ${node}; one that is there stays.`;
    case 'not-desired': return say`${daemonSet} gets no pod on ${node}; one that is there is ended.`;
  }
}

function colourOf(placement: Placement): Colour {
  return runsByPreemption(placement) ? 'yellow' : outcomeColour(placement.outcome);
}

function reasons({ reasons: given }: Placement): Section {
  return { title: 'Reasons', items: given.map(({ code, message }) => ({ lead: code, text: say`${message}`, more: [] })) };
}

function nodeSection({ overhead }: PlanReport, { id, labels, taints }: NodeClass): Section {
  const found = overhead.find(({ nodeClass }) => nodeClass === id);
  const quantities = Object.entries(found?.allocatable ?? {}).map(([resource, quantity]) => `${resource} ${quantity}`);
  return {
    title: 'The node',
    items: [
      item('labels', labelTexts(labels), 'none that a DaemonSet asks for'),
      item('taints', taints.map(taintText), 'none'),
      item('allocatable', quantities, found?.allocatable === null || found === undefined ? 'not known' : 'nothing'),
    ],
  };
}

function item(lead: string, texts: readonly string[], none: string): Item {
  return { lead, text: texts.length === 0 ? [none] : all(texts), more: [] };
}
