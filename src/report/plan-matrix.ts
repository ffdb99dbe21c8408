import { Colour, Paint, shortened, WIDTH, wrapped } from './lines';
import { textOf } from './phrase';
import { runsByPreemption } from './plan-facts';
import { NodeClass, OUTCOMES, Outcome, Placement, PlanReport } from '../analysis/plan/plan-report';

/** How an outcome is shown where there is no room for words. */
export interface Mark {
  readonly sign: string;
  readonly meaning: string;
  readonly colour: Colour;
}

/** Classes under one heading. */
interface Column {
  readonly classes: readonly NodeClass[];
  readonly width: number;
}

/** Longest name in the matrix. Longer ones are shortened, and stand below it in full. */
const NAME_MAX = 36;

/** So many classes stand under one heading where there are too many for a heading each. */
const UNDER_ONE_HEADING = 5;

const HEAD = 'DaemonSet';
const TOTALS_HEAD = 'runs';

const PREEMPTS: Mark = { sign: '^', meaning: 'runs by ending others', colour: 'yellow' };

const MARKS: { readonly [outcome in Outcome]: Mark } = {
  'runs': { sign: '+', meaning: 'runs', colour: 'green' },
  'pending': { sign: 'P', meaning: 'pending', colour: 'yellow' },
  'rejected': { sign: 'R', meaning: 'rejected', colour: 'red' },
  'unknown': { sign: '?', meaning: 'unknown', colour: 'magenta' },
  'keep-only': { sign: 'k', meaning: 'keep-only (no new pod, one that is there stays)', colour: 'cyan' },
  'not-desired': { sign: '.', meaning: 'not-desired', colour: 'dim' },
};

export function markOf(placement: Placement): Mark {
  return runsByPreemption(placement) ? PREEMPTS : MARKS[placement.outcome];
}

export function outcomeColour(outcome: Outcome): Colour {
  return MARKS[outcome].colour;
}

/** The marks that a matrix has, in the order of the outcomes. */
export function legend({ placements }: PlanReport): Mark[] {
  const used = new Set(placements.map(markOf));
  return OUTCOMES.flatMap((outcome) => [MARKS[outcome], ...(outcome === 'runs' ? [PREEMPTS] : [])]).filter((mark) => used.has(mark));
}

/** The mark of a DaemonSet on a class. */
export function marks({ placements }: PlanReport): (daemonSet: string, nodeClass: string) => Mark | undefined {
  const byPair = new Map(placements.map((placement) => [JSON.stringify([placement.daemonSet, placement.nodeClass]), markOf(placement)]));
  return (daemonSet, nodeClass) => byPair.get(JSON.stringify([daemonSet, nodeClass]));
}

/** DaemonSets by node classes, in blocks as wide as a terminal. */
export function matrix(report: PlanReport, paint: Paint): string[] {
  const { daemonSets, nodeClasses } = report;
  if (daemonSets.length === 0 || nodeClasses.length === 0) {
    return [];
  }
  const names = daemonSets.map(({ daemonSet }) => textOf([daemonSet]));
  const shown = names.map((name) => shortened(name, NAME_MAX));
  const totals = daemonSets.map(({ runs, desired }) => `${runs}/${desired}`);
  const [left, right] = [[HEAD, ...shown], [TOTALS_HEAD, ...totals]].map((texts) => Math.max(...texts.map((text) => text.length)));
  const room = WIDTH - left - right - 4;
  const blocks = blocksOf(nodeClasses, room);
  const isGrouped = blocks.some((block) => block.some(({ classes }) => classes.length > 1));
  const markOn = marks(report);
  const lines = blocks.flatMap((block) => [
    line(HEAD.padEnd(left), block.map(({ classes: [{ id }], width }) => id.padEnd(width)), TOTALS_HEAD.padStart(right)),
    ...daemonSets.map(({ daemonSet }, index) => line(
      shown[index].padEnd(left), block.map((column) => cells(column, (id) => markOn(daemonSet, id), paint)), totals[index].padStart(right))),
    '',
  ]);
  const meanings = legend(report).map(({ sign, meaning }) => `${sign} ${meaning}`).join('; ');
  return [
    ...lines,
    ...wrapped('', `${meanings}${isGrouped ? '; each column begins with the class at its head' : ''}`),
    ...names.filter((name, index) => name !== shown[index]).flatMap((name) => wrapped(`${shortened(name, NAME_MAX)}  `, name)),
  ];
}

function line(name: string, columns: readonly string[], total: string): string {
  return `${name}  ${columns.join('  ')}  ${total}`.trimEnd();
}

/** As many columns as fit beside each other. */
function blocksOf(nodeClasses: readonly NodeClass[], room: number): Column[][] {
  const single = columnsOf(nodeClasses, 1);
  const blocks: Column[][] = [];
  let used = Infinity;
  (widthOf(single) <= room ? single : columnsOf(nodeClasses, UNDER_ONE_HEADING)).forEach((column) => {
    used += column.width + 2;
    if (used > room) {
      blocks.push([]);
      used = column.width;
    }
    blocks[blocks.length - 1].push(column);
  });
  return blocks;
}

function columnsOf(nodeClasses: readonly NodeClass[], size: number): Column[] {
  return Array.from({ length: Math.ceil(nodeClasses.length / size) }, (_, index) => {
    const classes = nodeClasses.slice(index * size, (index + 1) * size);
    return { classes, width: Math.max(classes[0].id.length, size) };
  });
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width + 2, -2);
}

function cells({ classes, width }: Column, markOn: (id: string) => Mark | undefined, paint: Paint): string {
  const signs = classes.map(({ id }) => {
    const mark = markOn(id);
    return mark === undefined ? ' ' : paint(mark.sign, mark.colour);
  });
  return `${signs.join('')}${' '.repeat(width - classes.length)}`;
}
