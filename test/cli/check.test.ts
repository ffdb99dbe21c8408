import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

const GOOD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const BAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A}\n';
const WARNED = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n'
  + '    spec: {nodeSelector: {beta.kubernetes.io/os: linux}, containers: [{name: c, image: i}]}\n';
const UNKNOWN = 'apiVersion: example.com/v1\nkind: Widget\n';

describe('the command line', () => {
  const directory = mkdtempSync(join(tmpdir(), 'cli-'));

  afterAll(() => rmSync(directory, { recursive: true }));

  function run(...argv: string[]): { code: number; out: string; err: string } {
    const [out, err]: string[][] = [[], []];
    const code = main(argv, { out: (text) => out.push(text), err: (text) => err.push(text), colour: false });
    return { code, out: out.join(''), err: err.join('') };
  }

  function check(content: string, ...argv: string[]): { code: number; out: string; err: string } {
    writeFileSync(join(directory, 'a.yaml'), content);
    return run('check', join(directory, 'a.yaml'), ...argv);
  }

  test.each([
    ['nothing to say', GOOD, [], 0],
    ['an error', BAD, [], 1],
    ['an error that is not to fail on', BAD, ['--fail-on', 'never'], 0],
    ['a warning', WARNED, [], 0],
    ['a warning that is to fail on', WARNED, ['--fail-on', 'warning'], 1],
    ['a warning where everything is to fail on', WARNED, ['--fail-on', 'info'], 1],
    ['a kind that is not known', UNKNOWN, [], 0],
    ['a kind that is not known, strictly', UNKNOWN, ['--strict'], 1],
    ['a file that is broken', 'a: [', [], 2],
    ['a file that is broken beside an error', `${BAD}---\na: [`, [], 2],
  ])('ends as it should with %s', (_, content, argv, code) => expect(check(content, ...argv).code).toBe(code));

  test.each([
    [[], 'say what to do'],
    [['chekc'], "there is no command 'chekc'"],
    [['check', '-o', 'xml'], "--output takes text, json, sarif, junit, github, and not 'xml'"],
    [['check', '--fail-on', 'all'], "--fail-on takes error, warning, info, never, and not 'all'"],
    [['check', '--kube-version', '1.27'], "--kube-version takes a version from 1.28 on, such as 1.36, and not '1.27'"],
    [['check', '--nonsense'], "Unknown option '--nonsense'"],
  ])('says what is wrong with %j, in one line', (argv, problem) => {
    const { code, out, err } = run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`cdk8s-daemons: ${problem}; see cdk8s-daemons ${argv[0] === 'check' ? 'check ' : ''}--help\n`);
  });

  test('tells a mistake of its own as such, and not as a finding', () => {
    const err: string[] = [];
    const out = () => { throw new Error('spoilt'); };
    expect(main(['--version'], { out, err: (text) => err.push(text), colour: false })).toBe(2);
    expect(err).toEqual([expect.stringMatching(/^cdk8s-daemons: this is a mistake of the program, please report it: Error: spoilt\n/)]);
  });

  test('has help and a version', () => {
    expect(run('--help')).toMatchObject({ code: 0, err: '' });
    expect(run('check', '--help').out).toContain('--fail-on');
    expect(run('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each(['text', 'json', 'sarif', 'junit', 'github'])('writes %s and nothing else', (format) => {
    const { out, err } = check(BAD, '-o', format);
    expect(err).toBe('');
    expect(out).toContain('lowercase RFC 1123 subdomain');
  });

  test('shows the line in the text for people', () => {
    expect(check(BAD).out).toContain('    3 | metadata: {name: A}\n      |            ^\n');
  });

  test('judges a version that is too new as the newest, and says so', () => {
    const { code, err } = check(GOOD, '--kube-version', 'v1.40.1');
    expect([code, err]).toEqual([0, 'cdk8s-daemons: Kubernetes 1.40 is newer than what is known here; judged as 1.36\n']);
  });

  test('tells a file that is not there, and judges the others', () => {
    writeFileSync(join(directory, 'b.yaml'), BAD);
    const { code, out } = run('check', join(directory, 'missing.yaml'), join(directory, 'b.yaml'));
    expect(code).toBe(2);
    expect(out).toContain('there is no such file or directory');
    expect(out).toContain('ConfigMap/default/A');
  });
});
