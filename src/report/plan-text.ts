import { Paint, painter, shortened, wrapped } from './lines';
import { Phrase, textOf } from './phrase';
import { matrix } from './plan-matrix';
import { partitionSection } from './plan-partitions';
import { classSection, OVERHEAD_HEAD, OVERHEAD_TITLE, overheadRows, portSection, reasonSection, warningSection } from './plan-sections';
import { gravity, verdict } from './plan-verdict';
import { whatIfSection } from './plan-what-if';
import { Section } from './section';
import { PlanReport } from '../analysis/plan/plan-report';

export interface PlanTextOptions {
  /** Whether the reader is a terminal that shows colours. */
  readonly colour: boolean;
}

const COLOURS = { bad: 'red', care: 'yellow', good: 'green' } as const;

const MARGIN = '  ';

/** Widest cell of a table: no amount that a node can have is longer. */
const CELL_MAX = 20;

/** First the verdict; then the matrix, what its classes are and every reason; then what the DaemonSets take, what is proved of them, and what to know besides. */
export function planText(report: PlanReport, { colour }: PlanTextOptions): string {
  const paint = painter(colour);
  const parts = [
    wrapped('', verdict(report)).map((line) => paint(line, COLOURS[gravity(report)])),
    sectionLines(whatIfSection(report), paint),
    matrix(report, paint),
    sectionLines(classSection(report), paint),
    sectionLines(reasonSection(report), paint),
    tableLines(OVERHEAD_TITLE, OVERHEAD_HEAD, overheadRows(report), paint),
    sectionLines(portSection(report), paint),
    sectionLines(partitionSection(report), paint),
    sectionLines(warningSection(report), paint),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A section under its title: leads in a column, and what is said beside them. */
export function sectionLines(section: Section | undefined, paint: Paint): string[] {
  if (section === undefined || section.items.length === 0) {
    return [];
  }
  const width = Math.max(...section.items.map(({ lead }) => lead.length));
  const items = section.items.flatMap(({ lead, colour, text, more }) => {
    const [first, ...others] = wrapped(`${MARGIN}${lead.padEnd(width)}${MARGIN}`, textOf(text));
    const shown = colour === undefined ? first : first.replace(lead, () => paint(lead, colour));
    const margin = ' '.repeat(width + 2 * MARGIN.length);
    return [shown, ...others, ...more.flatMap((phrase) => wrapped(margin, textOf(phrase), margin.length + MARGIN.length))];
  });
  return [paint(section.title, 'bold'), ...items];
}

function tableLines(title: string, head: readonly string[], rows: readonly (readonly Phrase[])[], paint: Paint): string[] {
  if (rows.length === 0) {
    return [];
  }
  const last = head.length - 1;
  const texts = [head, ...rows.map((row) => row.map(textOf).map((cell, column) => (column === last ? cell : shortened(cell, CELL_MAX))))];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => row[column].length)));
  return [paint(title, 'bold'), ...texts.flatMap((row) => (
    wrapped(`${MARGIN}${row.slice(0, last).map((cell, column) => cell.padEnd(widths[column])).join(MARGIN)}${MARGIN}`, row[last])))];
}
