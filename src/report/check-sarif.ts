import { CheckReport } from '../analysis/check-report';
import { Finding } from '../analysis/finding';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0, as code scanning of GitHub and others take it. An accepted finding is a suppressed result with its reason. */
export function checkSarif({ findings }: CheckReport, version: string): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-daemons', semanticVersion: version, rules: rules.map((id) => ({ id })) } },
      results: findings.map((finding) => result(finding, rules)),
    }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result({ rule, severity, file, line, column, object, path, message, fix, accepted }: Finding, rules: string[]): object {
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVEL[severity],
    message: { text: fix === null ? message : `${message}; ${fix}` },
    locations: [{
      physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: line, startColumn: column } },
      ...(object === null ? {} : { logicalLocations: [{ fullyQualifiedName: path === null ? object : `${object}#${path}` }] }),
    }],
    ...(accepted === null ? {} : { suppressions: [{ kind: 'inSource', justification: accepted }] }),
  };
}
