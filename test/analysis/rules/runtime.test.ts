import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../src/analysis/check';
import { Finding } from '../../../src/analysis/finding';
import { shortId } from '../../../src/analysis/rules/ids';
import { RUNTIME_RULES } from '../../../src/analysis/rules/runtime';
import { readDocuments } from '../../../src/input/documents';

/**
 * Manifests by rule: `fails*.yaml` break that rule alone, `passes*.yaml` are the nearest that are right. What is expected stands at the top, one finding a
 * line: `# error path: message`, and `# fix: ...` below it. `# complete` is the option of that name, `# also: rule` another one that cannot be helped.
 */
const FIXTURES = join(__dirname, 'runtime');
const RULES = RUNTIME_RULES.map(({ id }) => shortId(id)).sort();

const directories = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
const files = directories.flatMap((rule) => readdirSync(join(FIXTURES, rule)).map((file) => ({ rule, file })));

function read(rule: string, file: string) {
  const text = readFileSync(join(FIXTURES, rule, file), 'utf8');
  const comments = text.split('\n').slice(0, text.split('\n').findIndex((line) => !line.startsWith('# ')));
  const also = comments.flatMap((line) => /^# also: (.*)$/.exec(line)?.[1] ?? []);
  return {
    also,
    expected: comments.filter((line) => line !== '# complete' && !line.startsWith('# also: ')),
    findings: check(readDocuments(file, text), { complete: comments.includes('# complete') }).findings.filter(({ rule: id }) => !id.startsWith('practice/')),
  };
}

function lines({ severity, path, message, fix }: Finding): string[] {
  return [`# ${severity} ${path ?? '-'}: ${message}`, ...(fix === null ? [] : [`# fix: ${fix}`])];
}

describe('the rules of what is accepted and does not work', () => {
  test('have manifests each, that fail and that pass', () => {
    expect(directories).toEqual(RULES);
    const without = (file: string) => directories.filter((rule) => !readdirSync(join(FIXTURES, rule)).includes(file));
    expect([without('fails.yaml'), without('passes.yaml')]).toEqual([[], []]);
  });

  test.each(files)('say of $rule/$file what stands at its top, and no other rule says anything', ({ rule, file }) => {
    const { also, expected, findings } = read(rule, file);
    expect(findings.flatMap(lines)).toEqual(expected);
    expect(findings.map(({ rule: id }) => shortId(id)).filter((id) => id !== rule && !also.includes(id))).toEqual([]);
    expect(expected.length > 0).toBe(file.startsWith('fails'));
  });

  test('leave it to the API server to refuse an object, and do not repeat it of the pods', () => {
    const pod = 'containers: [{name: a, image: a}, {name: a, image: a}]';
    const manifests = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template: {metadata: {labels: {a: b}}, spec: {${pod}}}\n`
      + '---\napiVersion: v1\nkind: LimitRange\nmetadata: {name: a}\nspec: {limits: [{type: Container, default: {cpu: 1}}]}\n';
    const { findings } = check(readDocuments('file.yaml', manifests));
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule, path }) => [rule, path])).toEqual([['api', 'spec.template.spec.containers[1].name']]);
  });

  test('hold no DaemonSet against one that the API server refuses, and that so has no pods', () => {
    const daemonSet = (name: string, selector: string) => `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: ${name}}\nspec:\n  selector: ${selector}\n`
      + `  template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: a, image: a}]}}\n`;
    const { findings } = check(readDocuments('file.yaml', `${daemonSet('a', '{matchLabels: {app: a}}')}---\n${daemonSet('b', '{}')}`));
    expect(new Set(findings.map(({ rule, object }) => `${rule} ${object}`))).toEqual(new Set(['api DaemonSet/default/b']));
  });

  test('find nothing that the API server itself would refuse', () => {
    const refused = files.flatMap(({ rule, file }) => read(rule, file).findings.filter(({ rule: id }) => id === 'api'));
    expect(refused).toEqual([]);
  });
});
