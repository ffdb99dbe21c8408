import { CASES } from './cases';
import { report } from './report';
import { checkGithub } from '../../src/report/check-github';

/** A workflow command as GitHub documents it: a name, properties whose values have no `:`, `,` or end of line, and data without an end of line. */
const COMMAND = /^::(error|warning|notice) (?:(?:file|line|endLine|col|endColumn|title)=[^:,\r\n]*(?:,(?!:)|(?=::)))+::[^\r\n]+$/;

describe('the workflow commands of a check', () => {
  test.each(CASES)('are one for each open finding, in the grammar of GitHub, of %s', (_, given) => {
    const lines = checkGithub(given).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(given.findings.filter(({ accepted }) => accepted === null).length);
    expect(lines.filter((line) => !COMMAND.test(line))).toEqual([]);
  });

  test('are read by GitHub as what was found', () => {
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
