import { report } from './report';
import { checkGithub } from '../../src/report/check-github';
import { checkJunit } from '../../src/report/check-junit';
import { checkSarif } from '../../src/report/check-sarif';

describe('the workflow commands of a check', () => {
  test('are one for each open finding, at its place, escaped', () => {
    expect(checkGithub(report()).split('\n')).toEqual([
      '::error file=dist/a.yaml,line=12,col=7,title=api::DaemonSet/node-agents/fluentd spec.selector: Required value',
      '::warning file=dist/a.yaml,line=13,col=7,title=api-warning::DaemonSet/node-agents/fluentd spec.template: a "quoted" <warning> & 100%25%0Aof it; write: it, otherwise',
      '::error file=dist/c.yaml,line=1,col=1,title=api::no YAML',
      '',
    ]);
  });

  test('name no file for standard input, and escape what would end a property', () => {
    expect(checkGithub(report([{ file: '-' }]))).toMatch(/^::error line=12,/);
    expect(checkGithub(report([{ file: 'a,b:c.yaml' }]))).toMatch(/^::error file=a%2Cb%3Ac\.yaml,/);
  });
});

describe('the SARIF of a check', () => {
  const { runs: [{ tool, results }], version } = JSON.parse(checkSarif(report(), '1.2.3'));

  test('is of the version that code scanning takes, with its tool and rules', () => {
    expect(version).toBe('2.1.0');
    expect(tool.driver).toEqual({ name: 'cdk8s-daemons', semanticVersion: '1.2.3', rules: [{ id: 'api' }, { id: 'api-warning' }, { id: 'pod-security' }] });
  });

  test('has a result for each finding, with its rule, weight and place', () => {
    expect(results[0]).toEqual({
      ruleId: 'api',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'Required value' },
      locations: [{
        physicalLocation: { artifactLocation: { uri: 'dist/a.yaml' }, region: { startLine: 12, startColumn: 7 } },
        logicalLocations: [{ fullyQualifiedName: 'DaemonSet/node-agents/fluentd#spec.selector' }],
      }],
    });
    expect(results.map(({ level, ruleIndex }: { level: string; ruleIndex: number }) => [level, ruleIndex])).toEqual([['error', 0], ['warning', 1], ['note', 2], ['error', 0]]);
  });

  test('suppresses what is accepted, with the reason', () => {
    expect(results.map(({ suppressions }: { suppressions?: unknown }) => suppressions)).toEqual([undefined, undefined, [{ kind: 'inSource', justification: 'since it must' }], undefined]);
  });
});

describe('the JUnit XML of a check', () => {
  test('has a suite for each file, a case for each object, a failure for each open error', () => {
    expect(checkJunit(report([{ message: 'a "quoted" <value> & more\u0000' }, { severity: 'warning' }, { accepted: 'yes' }, { file: 'dist/c.yaml' }]))).toBe([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="cdk8s-daemons check" tests="3" failures="2">',
      '  <testsuite name="dist/a.yaml" tests="2" failures="1">',
      '    <testcase name="DaemonSet/node-agents/fluentd">',
      '      <failure type="api" message="spec.selector: a &quot;quoted&quot; &lt;value&gt; &amp; more\ufffd">line 12</failure>',
      '    </testcase>',
      '    <testcase name="Namespace/node-agents"/>',
      '  </testsuite>',
      '  <testsuite name="dist/c.yaml" tests="1" failures="1">',
      '    <testcase name="dist/c.yaml">',
      '      <failure type="api" message="spec.selector: Required value">line 12</failure>',
      '    </testcase>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'));
  });
});
