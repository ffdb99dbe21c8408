import { Phrase } from './phrase';
import { plain } from './plain';
import { legend, marks } from './plan-matrix';
import { partitionSection } from './plan-partitions';
import { classSection, OVERHEAD_HEAD, OVERHEAD_TITLE, overheadRows, portSection, reasonSection, warningSection } from './plan-sections';
import { verdictPhrase } from './plan-verdict';
import { whatIfSection } from './plan-what-if';
import { Section } from './section';
import { PlanReport } from '../analysis/plan/plan-report';

/** So much is shown at once; what is longer is folded. */
const ITEMS_MAX = 10;
const CELLS_MAX = 200;

/** GitHub takes no longer comments, so that no part may have more items. */
const LISTED_MAX = 100;

/** For a comment of a pull request. Whatever is of the input stands in code spans, where it is neither markup nor a mention. */
export function planMarkdown(report: PlanReport): string {
  const parts = [
    `### ${markdownOf(verdictPhrase(report))}`,
    ...list(whatIfSection(report)),
    ...matrix(report),
    ...list(portSection(report)),
    ...list(partitionSection(report)),
    ...list(warningSection(report)),
    ...list(reasonSection(report)),
    ...list(classSection(report)),
    ...overhead(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

function matrix(report: PlanReport): string[] {
  const { daemonSets, nodeClasses } = report;
  if (daemonSets.length === 0 || nodeClasses.length === 0) {
    return [];
  }
  const markOn = marks(report);
  const rows = daemonSets.map(({ daemonSet, runs, desired }) => (
    [code(daemonSet), `${runs}/${desired}`, ...nodeClasses.map(({ id }) => markOn(daemonSet, id)?.sign ?? '')]));
  const meanings = legend(report).map(({ sign, meaning }) => `\`${sign}\` ${meaning}`).join('; ');
  const shown = `${table(['DaemonSet', 'runs', ...nodeClasses.map(({ id }) => code(id))], rows)}\n\n${meanings}`;
  return daemonSets.length * nodeClasses.length > CELLS_MAX ? [folded('DaemonSets and node classes', shown)] : [shown];
}

function overhead(report: PlanReport): string[] {
  const rows = overheadRows(report).map((row) => row.map(markdownOf));
  return rows.length === 0 ? [] : [folded(OVERHEAD_TITLE, table(OVERHEAD_HEAD, rows))];
}

function list(section: Section | undefined): string[] {
  if (section === undefined || section.items.length === 0) {
    return [];
  }
  const { title, items } = section;
  const lines = items.slice(0, LISTED_MAX).flatMap(({ lead, text, more }) => [
    `- **${lead}** ${markdownOf(text)}`,
    ...more.map((phrase) => `  - ${markdownOf(phrase)}`),
  ]);
  const left = items.length - LISTED_MAX;
  const shown = [...lines, ...(left > 0 ? [`- and ${left} more; other formats have them all`] : [])].join('\n');
  return items.length > ITEMS_MAX ? [folded(title, shown)] : [`**${title}**\n\n${shown}`];
}

function folded(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function markdownOf(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : code(part.input))).join('');
}

/** A code span is opened and closed by more backticks than its text has in a row; with blanks beside those at its ends. */
function code(text: string): string {
  const shown = plain(text);
  const fence = '`'.repeat(1 + Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length)));
  const isBare = shown.trim() !== '' && !/^[ `]|[ `]$/.test(shown);
  return isBare ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}
