import { CheckReport, summaryOf } from '../analysis/check-report';

/** One object, keys in the order in which the schema names them. */
export function checkJson(report: CheckReport): string {
  const { kubernetesVersion, documents, findings, unjudged } = report;
  const all = {
    schemaVersion: 1,
    kubernetesVersion,
    documents: documents.map(({ file, document, line, apiVersion, kind, namespace, name, podSecurity }) => ({
      file,
      document,
      line,
      apiVersion,
      kind,
      namespace,
      name,
      ...(podSecurity === undefined ? {} : {
        podSecurity: {
          level: podSecurity.level,
          violations: podSecurity.violations.map(({ check, level, message }) => ({ check, level, message })),
        },
      }),
    })),
    findings: findings.map(({ rule, severity, file, document, line, column, object, construct, path, type, message, fix, accepted }) => (
      { rule, severity, file, document, line, column, object, construct, path, type, message, fix, accepted })),
    unjudged: unjudged.map(({ file, document, line, reason }) => ({ file, document, line, reason })),
    summary: summaryOf(report),
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}
