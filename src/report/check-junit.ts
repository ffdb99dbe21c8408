import { CheckedDocument, CheckReport, UnjudgedDocument } from '../analysis/check-report';
import { Finding, objectName } from '../analysis/finding';

/** A test case, and whether it counts as failed or as skipped. */
interface Case {
  readonly xml: string;
  readonly counts?: 'failed' | 'skipped';
}

/** JUnit XML: a suite for each file, a case for each object with one failure for all its errors that are not accepted. What is not judged is skipped. */
export function checkJunit(report: CheckReport): string {
  const files = [...new Set([...report.documents, ...report.findings, ...report.unjudged].map(({ file }) => file))];
  const suites = files.map((file) => ({ file, cases: casesOf(file, report) }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="cdk8s-daemons check"${counts(suites.flatMap(({ cases }) => cases))}>\n`,
    ...suites.map(({ file, cases }) => suite(file, cases)),
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

function casesOf(file: string, { documents, findings, unjudged }: CheckReport): Case[] {
  const failures = new Map<number, Finding[]>();
  const broken: Finding[] = [];
  findings.filter((finding) => finding.file === file && isFailure(finding)).forEach((finding) => {
    if (finding.object === null) {
      broken.push(finding);
    } else {
      failures.set(finding.document, [...(failures.get(finding.document) ?? []), finding]);
    }
  });
  return [
    ...documents.filter((document) => document.file === file)
      .map((document) => judgedCase(titleOf(document), file, failures.get(document.document) ?? [])),
    ...unjudged.filter((document) => document.file === file).map(skippedCase),
    ...broken.map((finding) => judgedCase(`line ${finding.line}`, file, [finding])),
  ];
}

function titleOf({ kind, namespace, name }: CheckedDocument): string {
  return objectName(kind, namespace, name);
}

/** Readers take one failure of a case: its message is the first error, its text has all. */
function judgedCase(name: string, file: string, failures: readonly Finding[]): Case {
  if (failures.length === 0) {
    return { xml: `${opened(name, file)}/>\n` };
  }
  const [first, ...others] = failures;
  const message = `${said(first)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  const text = failures.map((finding) => `line ${finding.line}: ${said(finding)}`).join('\n');
  const failure = `      <failure type="${escapeXml(first.rule)}" message="${escapeXml(message)}">${escapeXml(text)}</failure>\n`;
  return { xml: `${opened(name, file)}>\n${failure}    </testcase>\n`, counts: 'failed' };
}

function skippedCase({ file, document, line, reason }: UnjudgedDocument): Case {
  return { xml: `${opened(`document ${document}, line ${line}`, file)}>\n      <skipped message="${escapeXml(reason)}"/>\n    </testcase>\n`, counts: 'skipped' };
}

function opened(name: string, file: string): string {
  return `    <testcase name="${escapeXml(name)}" classname="${escapeXml(file)}"`;
}

function said({ path, message, fix }: Finding): string {
  return `${path === null ? '' : `${path}: `}${message}${fix === null ? '' : `; ${fix}`}`;
}

function isFailure({ severity, accepted }: Finding): boolean {
  return severity === 'error' && accepted === null;
}

const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** Control characters and halves of characters are in no XML, whichever way they are written. */
function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd').replace(/[&<>"\n\r\t]/g, (sign) => ENTITIES[sign]);
}
