/**
 * What the API server says when an object replaces a stored one. Objects that it would not take any more were put into its store by hand.
 * Left out is what depends on a cluster: tolerations, a priority and an account that admission gives, a second address for a Service; also
 * a time zone that is a directory on the server's disk, and an indexed Job without completions that the server does not survive.
 */
import { ApiObject, decode } from '../../../src/kubernetes/decode/decode';
import { setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { FieldError } from '../../../src/kubernetes/field-error';
import { typeOfObject } from '../../../src/kubernetes/schema/kinds';
import { KIND_RULES } from '../../../src/kubernetes/validation/kinds';
import { UPDATE_RULES, validateUpdate } from '../../../src/kubernetes/validation/update';
import { vectors } from '../vectors';

type Answer = { readonly code: number; readonly errors: readonly string[] };

interface Row {
  readonly name: string;
  readonly old: ApiObject;
  readonly new: ApiObject;
  readonly code: number;
  readonly errors: readonly (string | { readonly field: string; readonly type: string; readonly detail: string })[] | null;
}

/** What a PUT of the object is answered. */
function answer(object: ApiObject, print: (error: FieldError) => string, validate: (decoded: ApiObject) => FieldError[]): Answer {
  const decoded = decode(object, '1.36');
  if ('error' in decoded) {
    const version = String(object.apiVersion).split('/').pop();
    return { code: 400, errors: [`${object.kind} in version "${version}" cannot be handled as a ${object.kind}: ${decoded.error}`] };
  }
  const errors = set(validate(decoded.object).map(print));
  return { code: errors.length > 0 ? 422 : 200, errors };
}

/** The server says some of it twice. */
function set(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function stored(object: ApiObject): ApiObject {
  return setDefaults((decode(object, '1.36') as { object: ApiObject }).object);
}

describe('an object that replaces a stored one', () => {
  const rows = vectors<Row>('updates');
  const wanted = ({ code, errors }: Row): Answer => (
    { code, errors: set((errors ?? []).map((error) => (typeof error === 'string' ? error : `${error.field} ${error.type} ${error.detail}`))) });

  test.each([
    ['CSIDriver', 84], ['ClusterRole', 79], ['ClusterRoleBinding', 69], ['ConfigMap', 136], ['CronJob', 250],
    ['DaemonSet', 48], ['Deployment', 176], ['Endpoints', 107], ['Job', 576], ['LimitRange', 70], ['Namespace', 86],
    ['NetworkPolicy', 141], ['Pod', 713], ['PriorityClass', 75], ['ResourceQuota', 104], ['Role', 76],
    ['RoleBinding', 70], ['RuntimeClass', 72], ['Secret', 175], ['Service', 1123], ['ServiceAccount', 70],
    ['StatefulSet', 231], ['StorageClass', 80],
  ])('gets the answer of the server if it is a %s, in %i rows', (kind, count) => {
    const own = rows.filter((row) => row.new.kind === kind);
    expect(own).toHaveLength(count);
    const disagreements = own.map((row) => {
      const got = answer(row.new, ({ path, type, detail }) => `${path} ${type} ${detail}`, (object) => validateUpdate(setDefaults(object), stored(row.old))!);
      return { name: row.name, got, wanted: wanted(row) };
    }).filter(({ got, wanted: { code, errors } }) => got.code !== code || got.errors.join('\n') !== errors.join('\n'));
    expect(disagreements).toEqual([]);
  });

  test('may be of any kind whose rules are known', () => expect(Object.keys(UPDATE_RULES)).toEqual(Object.keys(KIND_RULES)));

  test('is not judged if they are not', () => {
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'a' } };
    expect(validateUpdate(lease, lease)).toBeUndefined();
    expect(validateUpdate({}, {})).toBeUndefined();
  });

  test('may replace one that lacks what the server makes of a new one', () => {
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a' }] } };
    const job = (spec: object) => stored({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a', namespace: 'b' }, spec: { template, ...spec } });
    expect(validateUpdate(job({ suspend: true }), job({}))).toEqual([]);
    expect(validateUpdate(job({ completions: 2 }), job({}))).toEqual([
      { path: 'spec.completions', type: 'FieldValueInvalid', detail: 'Invalid value: 2: field is immutable' },
    ]);
  });
});

test('each of 259 DaemonSets that were created or replaced gets the answer of the server', () => {
  const rows = vectors<Row>('update');
  expect(rows).toHaveLength(259);
  const disagreements = rows.map((row) => {
    const got = answer(row.new, ({ path, detail }) => `${path}: ${detail}`, (object) => {
      // it was sent as a new one first: what cannot be created was told of before anybody looked at what is stored
      const requested = setDefaults(object);
      const created = KIND_RULES[typeOfObject(object)!].validate(requested);
      return created.length > 0 ? created : validateUpdate(requested, stored(row.old))!;
    });
    return { name: row.name, got, wanted: { code: row.code, errors: set((row.errors ?? []) as string[]) } };
  }).filter(({ got, wanted }) => got.code !== wanted.code || got.errors.join('\n') !== wanted.errors.join('\n'));
  expect(disagreements).toEqual([]);
});
