import { FieldError } from '../../../src/kubernetes/field-error';
import { CsiDriver, CsiDriverSpec, validateCsiDriver } from '../../../src/kubernetes/validation/csi-driver';
import { vectors } from '../vectors';

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly manifest: CsiDriver;
  /** What the API server validates, where it is not the manifest: null is nothing, and defaults are set. */
  readonly defaulted?: CsiDriver;
  readonly accepted: boolean;
  readonly fieldErrors: ReadonlyArray<{ readonly field: string; readonly type: string; readonly detail: string }>;
}

function judged(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`).sort();
}

const rows = vectors<Row>('kinds').filter(({ kind }) => kind === 'CSIDriver');

function answered({ fieldErrors }: Row): string[] {
  return fieldErrors.map(({ field, type, detail }) => `${field} ${type} ${detail}`).sort();
}

test('a CSIDriver is judged as by the API server, in more than 150 cases', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
  const judge = ({ manifest, defaulted = manifest }: Row) => judged(validateCsiDriver(defaulted));
  const compared = rows.map((row) => ({ name: row.name, actual: judge(row), expected: answered(row) }));
  expect(compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'))).toEqual([]);
});

const set: CsiDriverSpec = { attachRequired: true, podInfoOnMount: false, storageCapacity: false, seLinuxMount: false };

describe('a CSIDriver', () => {
  test.each<[string, CsiDriverSpec, string[]]>([
    ['has tokens for several audiences', { tokenRequests: [{ audience: 'a', expirationSeconds: 600 }, { audience: 'b' }], serviceAccountTokenInSecrets: true }, []],
    ['says whether it attaches, by another name', { attachRequired: undefined }, ['spec.attachedRequired FieldValueRequired Required value']],
    ['says whether it wants to know the pod', { podInfoOnMount: undefined }, ['spec.podInfoOnMount FieldValueRequired Required value']],
    ['says whether it tells its capacity', { storageCapacity: undefined }, ['spec.storageCapacity FieldValueRequired Required value']],
    ['says whether it mounts with labels', { seLinuxMount: undefined }, ['spec.seLinuxMount FieldValueRequired Required value']],
    ['has one token for an audience', { tokenRequests: [{ audience: 'a' }, { audience: 'a', expirationSeconds: 1 }] },
      ['spec.tokenRequests[1].audience FieldValueDuplicate Duplicate value: "a"']],
    ['has tokens of ten minutes at least', { tokenRequests: [{ expirationSeconds: 599 }] },
      ['spec.tokenRequests[0].expirationSeconds FieldValueInvalid Invalid value: 599: may not specify a duration less than 10 minutes']],
    ['has tokens that end', { tokenRequests: [{ expirationSeconds: 4294967297 }] },
      ['spec.tokenRequests[0].expirationSeconds FieldValueInvalid Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds']],
    ['has no place for tokens that it has not', { serviceAccountTokenInSecrets: false }, ['spec.serviceAccountTokenInSecrets FieldValueInvalid '
      + 'Invalid value: false: serviceAccountTokenInSecrets is set but no tokenRequests are specified']],
    ['has modes that there are', { volumeLifecycleModes: ['Persistent', 'x'] },
      ['spec.volumeLifecycleModes FieldValueNotSupported Unsupported value: "x": supported values: "Persistent", "Ephemeral"']],
    ['has a policy that there is', { fsGroupPolicy: 'file' },
      ['spec.fsGroupPolicy FieldValueNotSupported Unsupported value: "file": supported values: "File", "None", "ReadWriteOnceWithFSType"']],
    ['is asked for what a node can attach every ten seconds at most', { nodeAllocatableUpdatePeriodSeconds: 9 },
      ['spec.nodeAllocatableUpdatePeriodSeconds FieldValueInvalid Invalid value: 9: must be greater than or equal to 10 seconds']],
  ])('%s', (_, spec, expected) => expect(judged(validateCsiDriver({ metadata: { name: 'a' }, spec: { ...set, ...spec } }))).toEqual(expected));
});
