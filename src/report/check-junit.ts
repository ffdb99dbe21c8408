import { CheckedDocument, CheckReport, summaryOf } from '../analysis/check-report';
import { Finding, objectName } from '../analysis/finding';

/** JUnit XML: a suite for each file, a test case for each object, a failure for each error that is not accepted. */
export function checkJunit(report: CheckReport): string {
  const files = [...new Set([...report.documents, ...report.findings].map(({ file }) => file))];
  const suites = files.map((file) => suite(file, report));
  const tests = suites.reduce((sum, { cases }) => sum + cases, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="cdk8s-daemons check" tests="${tests}" failures="${summaryOf(report).errors}">\n`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ].join('');
}

function suite(file: string, { documents, findings }: CheckReport): { readonly xml: string; readonly cases: number } {
  const own = documents.filter((document) => document.file === file);
  const failures = findings.filter((finding) => finding.file === file && isFailure(finding));
  const orphans = failures.filter(({ document }) => !own.some((other) => other.document === document));
  const cases = [
    ...own.map((document) => testCase(titleOf(document), failures.filter((finding) => finding.document === document.document))),
    ...(orphans.length > 0 ? [testCase(file, orphans)] : []),
  ];
  const xml = `  <testsuite name="${escapeXml(file)}" tests="${cases.length}" failures="${failures.length}">\n${cases.join('')}  </testsuite>\n`;
  return { xml, cases: cases.length };
}

function titleOf({ kind, namespace, name }: CheckedDocument): string {
  return objectName(kind, namespace, name);
}

function testCase(name: string, failures: Finding[]): string {
  const inner = failures.map(({ rule, path, message, line }) =>
    `      <failure type="${escapeXml(rule)}" message="${escapeXml(`${path === null ? '' : `${path}: `}${message}`)}">line ${line}</failure>\n`);
  return inner.length === 0 ? `    <testcase name="${escapeXml(name)}"/>\n` : `    <testcase name="${escapeXml(name)}">\n${inner.join('')}    </testcase>\n`;
}

function isFailure({ severity, accepted }: Finding): boolean {
  return severity === 'error' && accepted === null;
}

const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** Control characters are in no XML, whichever way they are written. */
function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[&<>"\n\r\t]/g, (sign) => ENTITIES[sign]);
}
