import { FieldError } from '../../../src/kubernetes/field-error';
import { LimitRange, LimitRangeItem, validateLimitRange } from '../../../src/kubernetes/validation/limit-range';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: LimitRange;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: LimitRange;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'LimitRange');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a LimitRange is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateLimitRange(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

describe('a LimitRange', () => {
  const judge = (...limits: LimitRangeItem[]) => judged(validateLimitRange({ metadata: { namespace: 'x' }, spec: { limits } }));

  test.each<[string, LimitRangeItem, string[]]>([
    ['needs no name and has bounds in order',
      { type: 'Container', min: { cpu: '100m' }, defaultRequest: { cpu: '0.2' }, default: { cpu: 1 }, max: { cpu: '1' } }, []],
    ['has no minimum above the maximum', { type: 'Pod', min: { cpu: '2' }, max: { cpu: '1' } },
      ['spec.limits[0].min[cpu] FieldValueInvalid Invalid value: "2": min value 2 is greater than max value 1']],
    ['has no default below the minimum, and tells the minimum', { type: 'Container', min: { cpu: '2' }, default: { cpu: '1' } },
      ['spec.limits[0].default[cpu] FieldValueInvalid Invalid value: "2": min value 2 is greater than default value 1']],
    ['has no defaults for pods', { type: 'Pod', default: { cpu: '1' } },
      ["spec.limits[0].default FieldValueForbidden Forbidden: may not be specified when `type` is 'Pod'"]],
    ['limits the storage of claims', { type: 'PersistentVolumeClaim', max: { 'requests.storage': '1Gi' } },
      ['spec.limits[0].limits FieldValueRequired Required value: either minimum or maximum storage value is required, but neither was provided']],
    ['has ratios of one at least', { type: 'Container', maxLimitRequestRatio: { cpu: '0.5' } },
      ['spec.limits[0].maxLimitRequestRatio[cpu] FieldValueInvalid Invalid value: "500m": ratio 500m is less than 1']],
    ['has ratios that its bounds allow', { type: 'Container', min: { cpu: '3' }, max: { cpu: '10' }, maxLimitRequestRatio: { cpu: '3.4' } },
      ['spec.limits[0].maxLimitRequestRatio[cpu] FieldValueInvalid Invalid value: "3400m": ratio 3400m is greater than max/min = 3.333333']],
    ['has no ratio that a minimum of nothing could break', { type: 'Container', min: { cpu: '0' }, max: { cpu: '1' }, maxLimitRequestRatio: { cpu: '9' } }, []],
    ['requests all of what is not shared', { type: 'Container', default: { 'a.b/gpu': '2' }, defaultRequest: { 'a.b/gpu': '1' } },
      ['spec.limits[0].defaultRequest[a.b/gpu] FieldValueInvalid Invalid value: "1": default value 2 must equal to defaultRequest value 1 in a.b/gpu']],
    ['limits types that there are', { type: 'pod' }, ['spec.limits[0].type FieldValueInvalid Invalid value: "pod": must be a standard limit type or fully qualified']],
  ])('%s', (_, item, expected) => expect(judge(item)).toEqual(expected));

  test('limits a type once', () => {
    expect(judge({ type: 'Pod' }, { type: 'Pod' })).toEqual(['spec.limits[1].type FieldValueDuplicate Duplicate value: "Pod"']);
  });
});
