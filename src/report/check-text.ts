import { plain } from './plain';
import { CheckReport, summaryOf } from '../analysis/check-report';
import { Finding, Severity } from '../analysis/finding';

/** A line of the source, and the column in it that a finding is about, from 1. */
export interface SourceLine {
  readonly text: string;
  readonly column: number;
}

/** How a report for people is written. */
export interface TextOptions {
  /** The line of a finding; undefined where it cannot be shown. */
  readonly sourceLine: (finding: Finding) => SourceLine | undefined;
  /** Whether the reader is a terminal that shows colours. */
  readonly colour: boolean;
}

const COLOURS: { readonly [severity in Severity | 'accepted' | 'dim']: string } = { error: '31', warning: '33', info: '36', accepted: '32', dim: '2' };

/** So many are written out: nobody reads more, and a program reads another format. */
const FINDINGS_MAX = 2_000;

/** Longest part of a source line that is shown. */
const LINE_MAX = 160;

/** By object: each finding with its line of the source, its rule and what to do. The last line counts. */
export function checkText(report: CheckReport, options: TextOptions): string {
  const { findings, unjudged, kubernetesVersion } = report;
  const groups = new Map<string, Finding[]>();
  findings.slice(0, FINDINGS_MAX).forEach((finding) => {
    const title = plain(finding.object === null ? finding.file : `${finding.object}  ${finding.file}`);
    const group = groups.get(title);
    if (group === undefined) {
      groups.set(title, [finding]);
    } else {
      group.push(finding);
    }
  });
  return [
    ...[...groups].map(([title, group]) => [title, ...group.map((finding) => lines(finding, options)), ''].join('\n')),
    ...(findings.length > FINDINGS_MAX ? [`and ${count(findings.length - FINDINGS_MAX, 'more finding')}; other formats have them all\n`] : []),
    ...unjudged.map(({ file, line, reason }) => `${plain(file)}:${line}: not judged: ${plain(reason)}`),
    summaryLine(report, kubernetesVersion),
  ].join('\n').concat('\n');
}

function lines(finding: Finding, { sourceLine, colour }: TextOptions): string {
  const { severity, rule, path, message, fix, accepted, line } = finding;
  const paint = (text: string, as: keyof typeof COLOURS) => (colour ? `\u001b[${COLOURS[as]}m${text}\u001b[0m` : text);
  const source = sourceLine(finding);
  const word = accepted === null ? severity : 'accepted';
  return [
    `  ${paint(word, word)} ${rule}${path === null ? '' : ` ${plain(path)}`}`,
    ...message.split('\n').map((text) => `    ${plain(text)}`),
    ...(source === undefined ? [] : excerpt(source, line).map((text) => `    ${paint(text, 'dim')}`)),
    ...(fix === null ? [] : [`    fix: ${plain(fix)}`]),
    ...(accepted === null ? [] : [`    accepted: ${plain(accepted)}`]),
  ].join('\n');
}

/** The line and a caret below the place. */
function excerpt({ text, column }: SourceLine, line: number): string[] {
  const from = Math.max(0, column - 1 - LINE_MAX / 2);
  const shown = plain(text.slice(from, from + LINE_MAX));
  const margin = ' '.repeat(String(line).length);
  return [`${line} | ${shown}`, `${margin} | ${' '.repeat(Math.min(column - 1 - from, shown.length))}^`];
}

function summaryLine(report: CheckReport, version: string): string {
  const { documents, errors, warnings, infos, accepted, unjudged } = summaryOf(report);
  const counts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info'), `${accepted} accepted`, `${unjudged} not judged`];
  return `${count(documents, 'object')} as Kubernetes ${version} takes them: ${counts.join(', ')}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
