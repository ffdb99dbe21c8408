import { CASES, NASTY_FILES } from './cases';
import { report } from './report';
import { sarifErrors } from './schemas';
import { Finding } from '../../src/analysis/finding';
import { checkSarif } from '../../src/report/check-sarif';

interface Result {
  readonly level: string;
  readonly ruleIndex: number;
  readonly suppressions?: object;
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly locations: { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string } } }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: { readonly id: string; readonly defaultConfiguration: { readonly level: string } }[] } };
  readonly results: Result[];
}

function run(findings?: Partial<Finding>[]): Run {
  return JSON.parse(checkSarif(report(findings), '1.2.3')).runs[0];
}

function fingerprints(...findings: Partial<Finding>[]): string[] {
  return run(findings).results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
}

describe('the SARIF of a check', () => {
  test.each(CASES)('is what the schema of OASIS says, of %s', (_, given) => expect(sarifErrors(checkSarif(given, '1.2.3'))).toEqual([]));

  test.each<[string, (text: string) => string]>([
    ['a level that is none', (text) => text.replace('"level": "error"', '"level": "fatal"')],
    ['a key that is not known', (text) => text.replace('"ruleId"', '"rule"')],
    ['a file name that is no URI', (text) => text.replace('dist/a.yaml', 'dist/a b.yaml')],
    ['a line before the first', (text) => text.replace('"startLine": 12', '"startLine": 0')],
    ['a tool without a name', (text) => text.replace('"name": "cdk8s-daemons",', '')],
  ])('would not be with %s', (_, change) => expect(sarifErrors(change(checkSarif(report(), '1.2.3')))).not.toEqual([]));

  test('has a result for each finding, with its rule, weight and place', () => {
    const { results } = run();
    expect(results[0]).toEqual({
      ruleId: 'api',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'spec.selector: Required value' },
      locations: [{
        physicalLocation: { artifactLocation: { uri: 'dist/a.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 12, startColumn: 7 } },
        logicalLocations: [{ fullyQualifiedName: 'DaemonSet/node-agents/fluentd#spec.selector' }],
      }],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) },
    });
    expect(results.map(({ level, ruleIndex }) => [level, ruleIndex])).toEqual([['error', 0], ['warning', 1], ['note', 2], ['error', 0]]);
  });

  test('tells what its rules are about and how much they weigh', () => {
    const { tool: { driver: { rules } } } = run(['api', 'api-warning', 'pod-security', 'runtime/probe-port', 'practice/cpu-limit'].map((rule) => ({ rule })));
    expect(rules.map(({ id, defaultConfiguration: { level } }) => [id, level])).toEqual(
      [['api', 'error'], ['api-warning', 'warning'], ['pod-security', 'warning'], ['practice/cpu-limit', 'note'], ['runtime/probe-port', 'error']]);
    expect(rules[4]).toEqual({
      id: 'runtime/probe-port',
      name: 'RuntimeProbePort',
      shortDescription: { text: 'A probe or hook names a port that its container does not have.' },
      fullDescription: { text: expect.stringContaining('API server') },
      help: { text: expect.stringContaining('accept the finding') },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['kubernetes', 'runtime'] },
    });
  });

  test('suppresses what is accepted, with the reason', () => {
    expect(run().results.map(({ suppressions }) => suppressions)).toEqual([undefined, undefined, [{ kind: 'inSource', justification: 'since it must' }], undefined]);
  });

  test('names files as they are seen from the root of the sources', () => {
    const { results } = run(NASTY_FILES.map((file) => ({ file })));
    expect(results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation)).toEqual([
      { uri: '-', uriBaseId: '%SRCROOT%' },
      { uri: 'dist/%C3%BC/%E6%97%A5%E6%9C%AC%20%22a%2Cb%3Ac%22%20%2520%23%3F%3C%26%3E.yaml', uriBaseId: '%SRCROOT%' },
      { uri: 'a%3Ab.yaml', uriBaseId: '%SRCROOT%' },
      { uri: 'file:///absolute/a%20b.yaml' },
      { uri: '../up/a.yaml', uriBaseId: '%SRCROOT%' },
      { uri: 'dist%5Cwindows.yaml', uriBaseId: '%SRCROOT%' },
      { uri: 'a%0Ab%1B.yaml', uriBaseId: '%SRCROOT%' },
    ]);
  });

  test('knows a finding again wherever it has moved, and no other for it', () => {
    const [one] = fingerprints({});
    expect(fingerprints({ line: 99, column: 1, document: 7, file: 'elsewhere.yaml', severity: 'warning' })).toEqual([one]);
    const others = [{ path: 'spec' }, { message: 'other' }, { object: 'DaemonSet/a/b' }, { rule: 'api-warning' }].flatMap((finding) => fingerprints(finding));
    expect(new Set([one, ...others]).size).toBe(5);
    expect(fingerprints({}, {}, {})).toEqual([one, one.replace(':1', ':2'), one.replace(':1', ':3')]);
  });
});
