import { report } from './report';
import { checkText } from '../../src/report/check-text';

const SOURCE = '      - containerPort: 70000';

function text(colour = false, sourceLine: () => string | undefined = () => SOURCE): string {
  return checkText(report(), { colour, sourceLine });
}

describe('the text of a check', () => {
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
    const shown = checkText({ ...report(), findings: [{ ...report().findings[0], column: 5006 }] }, { colour: false, sourceLine: () => long });
    const [line, caret] = shown.split('\n').slice(3, 5);
    expect(line.length).toBeLessThan(200);
    expect(line[caret.indexOf('^')]).toBe('X');
    expect(shown).not.toContain('\u001b');
  });
});
