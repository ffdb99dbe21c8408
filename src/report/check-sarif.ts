import { createHash } from 'node:crypto';
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sarifRule } from './sarif-rules';
import { CheckReport } from '../analysis/check-report';
import { Finding } from '../analysis/finding';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0, as code scanning of GitHub and others take it. An accepted finding is a suppressed result with its reason. */
export function checkSarif({ findings }: CheckReport, version: string): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const fingerprint = fingerprints();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-daemons', semanticVersion: version, rules: rules.map(sarifRule) } },
      columnKind: 'utf16CodeUnits',
      results: findings.map((finding) => result(finding, rules.indexOf(finding.rule), fingerprint(finding))),
    }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result(finding: Finding, ruleIndex: number, fingerprint: string): object {
  const { rule, severity, file, line, column, object, path, message, fix, accepted } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: `${path === null ? '' : `${path}: `}${message}${fix === null ? '' : `; ${fix}`}` },
    locations: [{
      physicalLocation: { artifactLocation: artifact(file), region: { startLine: line, startColumn: column } },
      ...(object === null ? {} : { logicalLocations: [{ fullyQualifiedName: path === null ? object : `${object}#${path}` }] }),
    }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(accepted === null ? {} : { suppressions: [{ kind: 'inSource', justification: accepted }] }),
  };
}

/** Files are named as seen from where the command runs, which code scanning takes for the root of the sources. */
function artifact(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  if (isAbsolute(file)) {
    return { uri: pathToFileURL(file).href };
  }
  const segments = file.split(sep).map((segment) => encodeURIComponent(Buffer.from(segment).toString()));
  return { uri: segments.join('/'), uriBaseId: '%SRCROOT%' };
}

/** The same finding keeps its fingerprint when lines move: it is known by object, field, rule and text, and by number where it is there again. */
function fingerprints(): (finding: Finding) => string {
  const counts = new Map<string, number>();
  return ({ file, object, path, rule, message }) => {
    const hash = createHash('sha256').update(JSON.stringify([object ?? file, path, rule, message])).digest('hex').slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}
