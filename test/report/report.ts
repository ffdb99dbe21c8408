import { CheckReport } from '../../src/analysis/check-report';
import { Finding } from '../../src/analysis/finding';

/** A report with one finding of each kind; texts have signs that formats must escape. */
export function report(findings: Partial<Finding>[] = FINDINGS): CheckReport {
  return {
    kubernetesVersion: '1.36',
    documents: [
      {
        file: 'dist/a.yaml',
        document: 0,
        line: 1,
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        namespace: 'node-agents',
        name: 'fluentd',
        podSecurity: { level: 'privileged', violations: [{ check: 'hostPathVolumes', level: 'baseline', message: 'hostPath volumes (volume "log")' }] },
      },
      { file: 'dist/a.yaml', document: 1, line: 40, apiVersion: 'v1', kind: 'Namespace', namespace: null, name: 'node-agents' },
    ],
    findings: findings.map((finding) => ({ ...FINDING, ...finding })),
    unjudged: [{ file: 'dist/b.yaml', document: 0, line: 3, reason: 'the kind Widget of example.com/v1 is not known' }],
  };
}

const FINDING: Finding = {
  rule: 'api',
  severity: 'error',
  file: 'dist/a.yaml',
  document: 0,
  line: 12,
  column: 7,
  object: 'DaemonSet/node-agents/fluentd',
  construct: null,
  path: 'spec.selector',
  type: 'FieldValueRequired',
  message: 'Required value',
  fix: null,
  accepted: null,
};

const FINDINGS: Partial<Finding>[] = [
  {},
  { rule: 'api-warning', severity: 'warning', path: 'spec.template', type: null, message: 'a "quoted" <warning> & 100%\nof it', fix: 'write: it, otherwise', line: 13 },
  { rule: 'pod-security', severity: 'info', path: null, type: null, message: 'told', accepted: 'since it must' },
  { file: 'dist/c.yaml', object: null, path: null, type: null, message: 'no YAML', line: 1, column: 1 },
];
