import { CASES } from './cases';
import { report } from './report';
import { junitErrors } from './schemas';
import { checkJunit } from '../../src/report/check-junit';

describe('the JUnit XML of a check', () => {
  test.each(CASES)('is what Jenkins reads, of %s', async (_, given) => expect(await junitErrors(checkJunit(given))).toEqual([]));

  test.each<[string, (text: string) => string]>([
    ['an attribute that is not known', (text) => text.replace('classname=', 'klass=')],
    ['a count too few', (text) => text.replace(/ errors="0" skipped/, ' skipped')],
    ['markup that is not escaped', (text) => text.replace('&quot;', '"')],
    ['a failure at the wrong place', (text) => text.replace('<testcase name="Namespace/node-agents" classname="dist/a.yaml"/>', '<failure/>')],
  ])('would not be with %s', async (_, change) => {
    const text = checkJunit(report([{ message: 'a "quoted" value' }]));
    expect(change(text)).not.toBe(text);
    expect(await junitErrors(change(text))).not.toEqual([]);
  });

  test('has a suite for each file, a case for each object, one failure for its open errors', () => {
    expect(checkJunit(report([
      { message: 'a "quoted" <value> & more\u0000' }, { line: 13, fix: 'write it' }, { severity: 'warning' }, { accepted: 'yes' },
      { file: 'dist/a.yaml', object: null, path: null, message: 'no YAML', line: 60 }, { file: 'dist/c.yaml', object: null, path: null, message: 'no file', line: 1 },
    ]))).toBe([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="cdk8s-daemons check" tests="5" failures="3" errors="0">',
      '  <testsuite name="dist/a.yaml" tests="3" failures="2" errors="0" skipped="0">',
      '    <testcase name="DaemonSet/node-agents/fluentd" classname="dist/a.yaml">',
      '      <failure type="api" message="spec.selector: a &quot;quoted&quot; &lt;value&gt; &amp; more\ufffd (and 1 more)">'
      + 'line 12: spec.selector: a &quot;quoted&quot; &lt;value&gt; &amp; more\ufffd&#10;line 13: spec.selector: Required value; write it</failure>',
      '    </testcase>',
      '    <testcase name="Namespace/node-agents" classname="dist/a.yaml"/>',
      '    <testcase name="line 60" classname="dist/a.yaml">',
      '      <failure type="api" message="no YAML">line 60: no YAML</failure>',
      '    </testcase>',
      '  </testsuite>',
      '  <testsuite name="dist/c.yaml" tests="1" failures="1" errors="0" skipped="0">',
      '    <testcase name="line 1" classname="dist/c.yaml">',
      '      <failure type="api" message="no file">line 1: no file</failure>',
      '    </testcase>',
      '  </testsuite>',
      '  <testsuite name="dist/b.yaml" tests="1" failures="0" errors="0" skipped="1">',
      '    <testcase name="document 0, line 3" classname="dist/b.yaml">',
      '      <skipped message="the kind Widget of example.com/v1 is not known"/>',
      '    </testcase>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'));
  });

  test('has no character that XML does not have', async () => {
    const message = `${String.fromCharCode(...Array.from({ length: 0x110 }, (_, code) => code))}\ud800 \udc00 \ufffe\uffff\u{1F600}`;
    expect(await junitErrors(checkJunit(report([{ message, object: message, rule: message }])))).toEqual([]);
  });
});
