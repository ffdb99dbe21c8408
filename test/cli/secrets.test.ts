import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

const VALUE = 'hunter2hunter2';
const BASE64 = Buffer.from(VALUE).toString('base64');
const secret = (fields: string) => `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n${fields}\n`;
const json = (fields: object, metadata: object = { name: 'a' }) => JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata, ...fields });

/** Secrets with something to say about each, where a value stands near. */
const CASES: ReadonlyArray<readonly [string, string]> = [
  ['a key that is no key', secret(`stringData: {a b: ${VALUE}}`)],
  ['a key that is no key, as JSON on one line', json({ data: { 'a b': BASE64 } })],
  ['a value that is no base64', secret(`data:\n  a: ${VALUE}!`)],
  ['a value that is a number', secret('stringData:\n  a: 8642086420')],
  ['a list of values', secret(`stringData: {a: [${VALUE}]}`)],
  ['bytes that are too large', secret('data: {a: [72, 8642086420]}')],
  ['data under another name', secret(`stringdata:\n  a: ${VALUE}`)],
  ['data under another name, on one line', secret(`stringdata: {a: ${VALUE}}`)],
  ['a value at the wrong place', secret(`password: ${VALUE}`)],
  ['data that is there twice', secret(`data: {a: ${BASE64}}\ndata: {a: ${BASE64}}`)],
  ['a type whose data is wrong', secret(`type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: ${VALUE}}`)],
  ['a name that is wrong, as JSON on one line', json({ stringData: { a: VALUE } }, { name: 'A' })],
  ['what the last apply left', json({}, { name: 'A', annotations: { 'kubectl.kubernetes.io/last-applied-configuration': json({ stringData: { a: VALUE } }) } })],
  ['another object on the same line', `{"kind":"List","items":[${json({ stringData: { a: VALUE } })},{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"A"}}]}`],
  ['a value that JSON does not have', `${secret(`stringData: {a: ${VALUE}}`)}b: .inf`],
  ['a value that YAML takes for an alias', secret(`stringData: {a: *${VALUE}}`)],
  ['what cannot be read', `${secret(`stringData: {a: ${VALUE}`)}`],
];

describe('the values of a Secret', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'a.yaml');

  afterAll(() => rmSync(join(file, '..'), { recursive: true }));

  function check(content: string, format: string): string {
    writeFileSync(file, content);
    const out: string[] = [];
    expect(main(['check', file, '-o', format], { out: (text) => out.push(text), err: (text) => out.push(text), colour: false })).toBeGreaterThan(0);
    return out.join('');
  }

  test.each(CASES)('are in no report about %s', (_, content) => {
    const reports = ['text', 'json', 'sarif', 'junit', 'github'].map((format) => check(content, format));
    const values = [VALUE, BASE64, BASE64.replace(/=+$/, ''), '8642086420'];
    expect(reports.filter((report) => values.some((value) => report.includes(value)))).toEqual([]);
  });

  test('are told to be hidden, beside what can be shown', () => {
    expect(check(secret(`data:\n  a b: ${BASE64}`), 'text')).toContain('    5 |   a b: (hidden)\n      |   ^\n');
    expect(check(json({ data: { 'a b': BASE64 } }), 'text')).toContain('    1 | … "a b": (hidden)\n      |   ^\n');
  });
});
