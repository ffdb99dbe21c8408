import { CheckReport } from '../analysis/check-report';
import { Finding } from '../analysis/finding';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Annotations of a pull request, by workflow commands of GitHub Actions. Accepted findings are none. */
export function checkGithub({ findings }: CheckReport): string {
  return findings.filter(({ accepted }) => accepted === null).map((finding) => `${annotation(finding)}\n`).join('');
}

function annotation({ severity, file, line, column, rule, object, path, message, fix }: Finding): string {
  const place = { file: file === '-' ? undefined : file, line: String(line), col: String(column), title: rule };
  const properties = Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
  const subject = [object, path].filter((part) => part !== null).join(' ');
  return `::${COMMAND[severity]} ${properties}::${escapeData(`${subject === '' ? '' : `${subject}: `}${message}${fix === null ? '' : `; ${fix}`}`)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
