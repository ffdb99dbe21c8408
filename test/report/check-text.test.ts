import { CASES, NASTY } from './cases';
import { report } from './report';
import { checkText, TextOptions } from '../../src/report/check-text';

const SOURCE = '      - containerPort: 70000';

function text(colour = false, sourceLine: TextOptions['sourceLine'] = ({ column }) => ({ text: SOURCE, column })): string {
  return checkText(report(), { colour, sourceLine });
}

describe('the text of a check', () => {
  test.each(CASES)('has no sign that steers a terminal, and counts at the end, of %s', (_, given) => {
    const lines = checkText(given, { colour: false, sourceLine: () => ({ text: NASTY, column: 1 }) }).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(line))).toEqual([]);
    expect(lines.pop()).toMatch(/^\d+ objects? as Kubernetes 1\.36 takes them: \d+ errors?, \d+ warnings?, \d+ infos?, \d+ accepted, \d+ not judged$/);
  });

  test('has as many findings as somebody reads, and tells how many more there are', () => {
    const lines = (number: number) => checkText(report(Array(number).fill({})), { colour: false, sourceLine: () => undefined }).split('\n');
    expect(lines(2_000).filter((line) => line.startsWith('  error'))).toHaveLength(2_000);
    expect(lines(2_000).join()).not.toContain('more');
    expect(lines(2_001).filter((line) => line.startsWith('  error'))).toHaveLength(2_000);
    expect(lines(2_001)).toContain('and 1 more finding; other formats have them all');
    expect(lines(2_001).at(-2)).toContain(': 2001 errors,');
  });

  test('begins with the object and its file, or with the file alone where nothing could be read', () => {
    expect(text().split('\n')[0]).toBe('DaemonSet/node-agents/fluentd  dist/a.yaml');
    expect(checkText(report([{ object: null, file: 'dist/c.yaml' }]), { colour: false, sourceLine: () => undefined }).split('\n')[0]).toBe('dist/c.yaml');
  });

  test('is grouped by object, shows the place, says what to do, and counts at the end', () => {
    expect(text()).toBe([
      'DaemonSet/node-agents/fluentd  dist/a.yaml',
      '  error api spec.selector',
      '    Required value',
      '    12 |       - containerPort: 70000',
      '       |       ^',
      '  warning api-warning spec.template',
      '    a "quoted" <warning> & 100%',
      '    of it',
      '    13 |       - containerPort: 70000',
      '       |       ^',
      '    fix: write: it, otherwise',
      '  accepted pod-security',
      '    told',
      '    12 |       - containerPort: 70000',
      '       |       ^',
      '    accepted: since it must',
      '',
      'dist/c.yaml',
      '  error api',
      '    no YAML',
      '    1 |       - containerPort: 70000',
      '      | ^',
      '',
      'dist/b.yaml:3: not judged: the kind Widget of example.com/v1 is not known',
      '2 objects as Kubernetes 1.36 takes them: 2 errors, 1 warning, 0 infos, 1 accepted, 1 not judged',
      '',
    ].join('\n'));
  });

  test('has colours only where they are shown', () => {
    expect(text()).not.toContain('\u001b');
    expect(text(true)).toContain('\u001b[31merror\u001b[0m');
  });

  test('shows no line where there is none', () => expect(text(false, () => undefined)).not.toContain(' | '));

  test('shows the part of a long line that matters, without control characters', () => {
    const long = `${'a'.repeat(5000)}\u001b[31mX${'b'.repeat(5000)}`;
    const shown = checkText(report([{}]), { colour: false, sourceLine: () => ({ text: long, column: 5006 }) });
    const [line, caret] = shown.split('\n').slice(3, 5);
    expect(line.length).toBeLessThan(200);
    expect(line[caret.indexOf('^')]).toBe('X');
    expect(shown).not.toContain('\u001b');
  });
});
