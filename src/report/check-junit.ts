import { grouped } from './grouped';
import { CheckedDocument, CheckReport, UnjudgedDocument } from '../analysis/check-report';
import { Finding, objectName } from '../analysis/finding';

/** A test case, and whether it counts as failed or as skipped. */
interface Case {
  readonly file: string;
  readonly xml: string;
  readonly counts?: 'failed' | 'skipped';
}

/** JUnit XML: a suite for each file, a case for each object with one failure for all its errors that are not accepted. What is not judged is skipped. */
export function checkJunit({ documents, findings, unjudged }: CheckReport): string {
  const failed = findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null);
  const keyOf = ({ file, document }: CheckedDocument | Finding) => `${document} ${file}`;
  const failures = grouped(failed.filter(({ object }) => object !== null), keyOf);
  const suites = grouped([
    ...documents.map((document) => judgedCase(titleOf(document), document.file, failures.get(keyOf(document)) ?? [])),
    ...failed.filter(({ object }) => object === null).map((finding) => judgedCase(`line ${finding.line}`, finding.file, [finding])),
    ...unjudged.map(skippedCase),
  ], ({ file }) => file);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="cdk8s-daemons check"${counts([...suites.values()].flat())}>\n`,
    ...[...suites].map(([file, cases]) => suite(file, cases)),
    '</testsuites>\n',
  ].join('');
}

function suite(file: string, cases: readonly Case[]): string {
  const skipped = ` skipped="${cases.filter((one) => one.counts === 'skipped').length}"`;
  return `  <testsuite name="${escapeXml(file)}"${counts(cases)}${skipped}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`;
}

function counts(cases: readonly Case[]): string {
  return ` tests="${cases.length}" failures="${cases.filter((one) => one.counts === 'failed').length}" errors="0"`;
}

function titleOf({ kind, namespace, name }: CheckedDocument): string {
  return objectName(kind, namespace, name);
}

/** Readers take one failure of a case: its message is the first error, its text has all. */
function judgedCase(name: string, file: string, failures: readonly Finding[]): Case {
  if (failures.length === 0) {
    return { file, xml: `${opened(name, file)}/>\n` };
  }
  const [first, ...others] = failures;
  const message = `${said(first)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  const text = failures.map((finding) => `line ${finding.line}: ${said(finding)}`).join('\n');
  const failure = `      <failure type="${escapeXml(first.rule)}" message="${escapeXml(message)}">${escapeXml(text)}</failure>\n`;
  return { file, xml: `${opened(name, file)}>\n${failure}    </testcase>\n`, counts: 'failed' };
}

function skippedCase({ file, document, line, reason }: UnjudgedDocument): Case {
  const skipped = `      <skipped message="${escapeXml(reason)}"/>\n`;
  return { file, xml: `${opened(`document ${document}, line ${line}`, file)}>\n${skipped}    </testcase>\n`, counts: 'skipped' };
}

function opened(name: string, file: string): string {
  return `    <testcase name="${escapeXml(name)}" classname="${escapeXml(file)}"`;
}

function said({ path, message, fix }: Finding): string {
  return `${path === null ? '' : `${path}: `}${message}${fix === null ? '' : `; ${fix}`}`;
}

const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** Control characters and halves of characters are in no XML, whichever way they are written. */
function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd').replace(/[&<>"\n\r\t]/g, (sign) => ENTITIES[sign]);
}
