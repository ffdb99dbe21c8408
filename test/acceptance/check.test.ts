import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Packed } from './packed';
import { jsonErrors, junitErrors, sarifErrors } from '../report/schemas';

const GOOD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const BAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A}\n';
const WARNED = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {nodeSelector: {beta.kubernetes.io/os: linux}, containers: [{name: c, image: i}]}\n';
const UNKNOWN = 'apiVersion: example.com/v1\nkind: Widget\n';
const FORMATS = ['text', 'json', 'sarif', 'junit', 'github'];

describe('the packed command line', () => {
  let packed: Packed;

  beforeAll(() => {
    packed = new Packed();
    Object.entries({ good: GOOD, bad: BAD, warned: WARNED, unknown: UNKNOWN, broken: `${BAD}---\na: [`, latin: Buffer.from('a: \xe9', 'latin1') })
      .forEach(([name, content]) => packed.write(`${name}.yaml`, content));
    packed.write('empty/README.md', '');
    packed.write('mixed/a.yaml', 'a: [');
    packed.write('mixed/b.yaml', BAD);
    packed.write('many.yaml', Array.from({ length: 1_900 }, (_, index) => `${BAD.replace('A', `A${index}`)}---\n`).join(''));
    symlinkSync('nowhere.yaml', join(packed.directory, 'dangling.yaml'));
  }, 60_000);

  afterAll(() => packed.remove());

  test('brings what it needs, and no more', () => {
    expect(packed.files).toEqual(expect.arrayContaining(['bin/cdk8s-daemons', 'schemas/check.json', 'assets/plan/page.js', 'assets/plan/style.css', 'node_modules/js-yaml/package.json']));
    expect(packed.files.filter((file) => /^(src|test|docs|examples|bench|scripts|projenrc|\.ci|coverage)\b|^node_modules\/(cdk8s|constructs|yaml)/.test(file))).toEqual([]);
  });

  test.each([
    [0, ['good.yaml']],
    [1, ['bad.yaml']],
    [1, ['good.yaml', 'bad.yaml']],
    [0, ['warned.yaml']],
    [0, ['warned.yaml', '--fail-on', 'error']],
    [1, ['warned.yaml', '--fail-on', 'warning']],
    [1, ['warned.yaml', '--fail-on=info']],
    [0, ['bad.yaml', '--fail-on', 'never']],
    [0, ['unknown.yaml']],
    [1, ['unknown.yaml', '--strict']],
    [2, ['broken.yaml']],
    [2, ['broken.yaml', '--fail-on', 'never']],
    [2, ['latin.yaml']],
    [2, ['missing.yaml']],
    [2, ['dangling.yaml']],
    [2, ['good.yaml/a.yaml']],
    [2, ['empty']],
    [2, ['mixed']],
    [2, []],
  ])('ends with %i after check %j, with a report and no trace of a stack', (code, argv) => {
    const ran = packed.run(['check', ...argv]);
    expect(ran).toMatchObject({ code, err: '' });
    expect(ran.out).toMatch(/^\d+ objects? as Kubernetes 1\.36 takes them: .* not judged\n$/m);
    expect(ran.out).not.toMatch(/^ +at /m);
  });

  test.each([
    [[], 'say what to do; see cdk8s-daemons --help'],
    [['chekc'], "there is no command 'chekc'; see cdk8s-daemons --help"],
    [['check', '--nonsense'], "Unknown option '--nonsense'; see cdk8s-daemons check --help"],
    [['check', '-o', 'xml'], "--output takes text, json, sarif, junit, github, and not 'xml'; see cdk8s-daemons check --help"],
    [['check', '-o'], "Option '-o, --output <value>' argument missing; see cdk8s-daemons check --help"],
    [['check', '--fail-on', 'all'], "--fail-on takes error, warning, info, never, and not 'all'; see cdk8s-daemons check --help"],
    [['check', '--kube-version', '2'], "--kube-version takes a version from 1.28 on, such as 1.36, and not '2'; see cdk8s-daemons check --help"],
  ])('ends with 2 and one line on standard error after %j', (argv, line) => {
    expect(packed.run(argv)).toMatchObject({ code: 2, out: '', err: `cdk8s-daemons: ${line}\n` });
  });

  test('reads on where a file cannot be read', () => {
    const { findings } = JSON.parse(packed.run(['check', 'mixed', 'missing.yaml', '-o', 'json']).out);
    expect(findings.map(({ file, message }: { file: string; message: string }) => [file, message.split(':')[0]])).toEqual([
      ['mixed/a.yaml', 'unexpected end of the stream within a flow collection'], ['missing.yaml', 'there is no such file or directory'], ['mixed/b.yaml', 'Invalid value'],
    ]);
  });

  test.each<[string, RegExp]>([
    ['text', /^ConfigMap\/default\/A {2}bad\.yaml\n {2}error api metadata\.name\n/],
    ['json', /^\{\n {2}"schemaVersion": 1,\n/],
    ['sarif', /^\{\n {2}"\$schema": "https:\/\/json\.schemastore\.org\/sarif-2\.1\.0\.json",\n/],
    ['junit', /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="cdk8s-daemons check"/],
    ['github', /^::error file=bad\.yaml,line=3,col=12,title=api::ConfigMap\/default\/A metadata\.name: /],
  ])('writes %s and nothing else', (format, first) => {
    const { out, err } = packed.run(['check', 'bad.yaml', '--output', format]);
    expect(err).toBe('');
    expect(out).toMatch(first);
    expect(out.endsWith('\n')).toBe(true);
  });

  test('writes what the schemas say, whatever could not be read', async () => {
    const [json, sarif, junit] = ['json', 'sarif', 'junit'].map((format) => packed.run(['check', 'mixed', 'latin.yaml', 'unknown.yaml', '-o', format]).out);
    expect([jsonErrors('check.json', json), sarifErrors(sarif), await junitErrors(junit)]).toEqual([[], [], []]);
  });

  test('reads standard input', () => {
    expect(packed.run(['check', '-'], { input: BAD }).out).toMatch(/^ConfigMap\/default\/A {2}-\n/);
    expect(packed.run(['check', '-'], { input: '' })).toMatchObject({ code: 0, out: '0 objects as Kubernetes 1.36 takes them: 0 errors, 0 warnings, 0 infos, 0 accepted, 0 not judged\n' });
    expect(packed.run(['check', '-'], { input: Buffer.from([0xff]) }).code).toBe(2);
  });

  test('waits for standard input that does not wait itself', () => {
    expect(packed.run(['check', '-'], { input: BAD, env: { NOT_READY: '1' } })).toMatchObject({ code: 1, err: '' });
  });

  test('has help and a version', () => {
    expect(packed.run(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('cdk8s-daemons check') });
    expect(packed.run(['check', '--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('--fail-on') });
    expect(packed.run(['--version'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test('says on standard error that a version is too new, and reports as ever', () => {
    const { code, out, err } = packed.run(['check', 'good.yaml', '-o', 'json', '--kube-version', '1.99']);
    expect([code, err]).toEqual([0, 'cdk8s-daemons: Kubernetes 1.99 is newer than what is known here; judged as 1.36\n']);
    expect(JSON.parse(out).kubernetesVersion).toBe('1.36');
  });

  test('has colours on a terminal only, and none where NO_COLOR is set', () => {
    const isColoured = (env: NodeJS.ProcessEnv) => packed.run(['check', 'bad.yaml'], { env }).out.includes('\u001b[');
    expect([isColoured({}), isColoured({ TERMINAL: '1' }), isColoured({ TERMINAL: '1', NO_COLOR: '1' }), isColoured({ TERMINAL: '1', NO_COLOR: '' })])
      .toEqual([false, true, false, true]);
  });

  test.each(FORMATS)('writes all of a long report as %s into a pipe', (format) => {
    const { code, out } = packed.run(['check', 'many.yaml', '-o', format]);
    expect(code).toBe(1);
    expect(out.match(/Invalid value: /g)?.length).toBeGreaterThanOrEqual(1_900);
    expect(out.length).toBeGreaterThan(500_000);
    expect(out).toMatch(/(not judged|\}|<\/testsuites>|'\[a-z0-9\].*)\n$/);
  }, 30_000);

  test('does not mind a reader that leaves', async () => {
    const { code, out, err } = await packed.runWithReaderThatLeaves(['check', 'many.yaml', '-o', 'json']);
    expect(out).toMatch(/^\{\n/);
    expect([code, err]).toEqual([1, '']);
  }, 30_000);

  test.each([
    ['a network', "require('node:net')"],
    ['a connection', 'new (Object.getPrototypeOf(process.stdin).constructor)().connect(1)'],
    ['a fetch', "fetch('http://localhost')"],
    ['a program', "require('child_process')"],
    ['cdk8s', "require('cdk8s')"],
  ])('would not have run with %s', (_, code) => {
    const { status, stderr } = spawnSync(process.execPath, ['--require', join(__dirname, 'guard.cjs'), '-e', code], { encoding: 'utf8', input: '' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/must (not )?be|must not be loaded/);
  });
});
