import { CASES } from './cases';
import { report } from './report';
import { jsonErrors } from './schemas';
import { checkJson } from '../../src/report/check-json';

describe('the JSON of a check', () => {
  test.each(CASES)('is what the schema says, key by key, of %s', (_, given) => expect(jsonErrors('check.json', checkJson(given))).toEqual([]));

  test.each<[string, (text: string) => string]>([
    ['a key in other letters', (text) => text.replace('"severity"', '"Severity"')],
    ['a key too many', (text) => text.replace('"rule"', '"more": 1, "rule"')],
    ['a key too few', (text) => text.replace('"fix": null,', '')],
    ['keys in another order', (text) => text.replace(/("rule": "api"),\s*("severity": "error")/, '$2, $1')],
    ['a cause that the API does not have', (text) => text.replace('FieldValueRequired', 'FieldRequired')],
    ['a column before the first', (text) => text.replace('"column": 7', '"column": 0')],
  ])('would not be with %s', (_, change) => expect(jsonErrors('check.json', change(checkJson(report())))).not.toEqual([]));

  test('counts what is open by weight, and apart what is accepted', () => {
    expect(JSON.parse(checkJson(report())).summary).toEqual({ documents: 2, errors: 2, warnings: 1, infos: 0, accepted: 1, unjudged: 1 });
  });

  test('tells what keeps pods from stricter levels, of what has pods', () => {
    const { documents } = JSON.parse(checkJson(report()));
    expect(documents.map(({ podSecurity }: { podSecurity?: unknown }) => podSecurity)).toEqual([
      { level: 'privileged', violations: [{ check: 'hostPathVolumes', level: 'baseline', message: 'hostPath volumes (volume "log")' }] }, undefined,
    ]);
  });

  test('is one line after the other, and ends with a line break', () => expect(checkJson(report())).toMatch(/^\{\n[^]*\n\}\n$/));
});
