import { FieldError } from '../../../src/kubernetes/field-error';
import { dns1123SubdomainErrors } from '../../../src/kubernetes/validation/names';
import {
  ObjectMetadata, validateAnnotations, validateLabels, validateNonnegative, validateObjectMeta, validateOwnerReferences,
} from '../../../src/kubernetes/validation/object-meta';
import { validateObjectMetaUpdate } from '../../../src/kubernetes/validation/object-meta-update';

const GOOD: ObjectMetadata = { name: 'agent', namespace: 'kube-system' };
const OWNER = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'n', uid: '1' };
const NAME_PART = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
  + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

function texts(errors: readonly FieldError[]): string[] {
  return errors.map(({ path, type, detail }) => `${path} ${type} ${detail}`);
}

describe('metadata', () => {
  const rules = { requiresNamespace: true, nameErrors: dns1123SubdomainErrors };

  test.each<[string, ObjectMetadata]>([
    ['a name and a namespace', {}],
    ['a name to begin with', { name: undefined, generateName: 'agent-' }],
    ['a beginning whose last two signs nobody looks at', { generateName: 'agentA-' }],
    ['labels, annotations, owners and finalizers', {
      labels: { 'example.com/a': '' }, annotations: { 'Example.com/A': '{}' }, ownerReferences: [OWNER], finalizers: ['orphan', 'example.com/f'],
    }],
    ['nothing in place of lists', { ownerReferences: null, finalizers: null }],
  ])('may have %s', (_, change) => expect(validateObjectMeta({ ...GOOD, ...change }, 'metadata', rules)).toEqual([]));

  test.each<[string, ObjectMetadata, string]>([
    ['a name', { name: '' }, 'metadata.name FieldValueRequired Required value: name or generateName is required'],
    ['a name that is one', { name: 'A' }, `metadata.name FieldValueInvalid Invalid value: "A": ${dns1123SubdomainErrors('A')[0]}`],
    ['a beginning that is one', { generateName: 'A' }, `metadata.generateName FieldValueInvalid Invalid value: "A": ${dns1123SubdomainErrors('A')[0]}`],
    ['a namespace', { namespace: '' }, 'metadata.namespace FieldValueRequired Required value'],
    ['a namespace that is one', { namespace: 'a.b' }, 'metadata.namespace FieldValueInvalid Invalid value: "a.b": must not contain dots'],
    ['a generation from zero on', { generation: -1 }, 'metadata.generation FieldValueInvalid Invalid value: -1: must be greater than or equal to 0'],
    ['labels with keys', { labels: { 'a b': '' } }, `metadata.labels FieldValueInvalid Invalid value: "a b": ${NAME_PART}`],
    ['annotations with keys', { annotations: { 'a b': '' } }, `metadata.annotations FieldValueInvalid Invalid value: "a b": ${NAME_PART}`],
    ['finalizers that are qualified', { finalizers: ['mine'] },
      'metadata.finalizers[0] FieldValueInvalid Invalid value: "mine": name is neither a standard finalizer name nor is it fully qualified'],
    ['finalizers with names', { finalizers: ['a/b c'] }, `metadata.finalizers FieldValueInvalid Invalid value: "a/b c": ${NAME_PART}`],
    ['one way of deletion', { finalizers: ['orphan', 'foregroundDeletion'] },
      'metadata.finalizers FieldValueInvalid Invalid value: ["orphan","foregroundDeletion"]: finalizer orphan and foregroundDeletion cannot be both set'],
  ])('must have %s', (_, change, error) => expect(texts(validateObjectMeta({ ...GOOD, ...change }, 'metadata', rules))).toEqual([error]));

  test('of what is in no namespace has none', () => {
    expect(texts(validateObjectMeta(GOOD, 'metadata', { ...rules, requiresNamespace: false }))).toEqual(['metadata.namespace FieldValueForbidden '
      + 'Forbidden: not allowed on this type']);
  });

  test('that is missing lacks a name and a namespace', () => {
    expect(validateObjectMeta(undefined, 'metadata', rules).map(({ path }) => path)).toEqual(['metadata.name', 'metadata.namespace']);
  });
});

describe('labels and annotations', () => {
  test('with a value that is none are told of by the value', () => {
    expect(validateLabels({ a: 'x'.repeat(64) }, 'p').map(({ path, detail }) => `${path} ${detail}`)).toEqual([
      `p Invalid value: "${'x'.repeat(64)}": must be no more than 63 bytes`,
    ]);
  });

  test('have 262144 bytes at most together, keys and values', () => {
    expect(validateAnnotations({ ab: 'é'.repeat(131071) }, 'p')).toEqual([]);
    expect(texts(validateAnnotations({ abc: 'é'.repeat(131071) }, 'p'))).toEqual(['p FieldValueTooLong Too long: may not be more than 262144 bytes']);
  });

  test('may be missing', () => expect([...validateLabels(null, 'p'), ...validateAnnotations(undefined, 'p')]).toEqual([]));
  test('are counted from zero on', () => expect([validateNonnegative(0, 'p'), validateNonnegative(null, 'p')]).toEqual([[], []]));
});

describe('an owner', () => {
  test.each<[string, object, string]>([
    ['a version', { apiVersion: '' }, 'p.apiVersion FieldValueInvalid Invalid value: "": version must not be empty'],
    ['a version behind its group', { apiVersion: 'a/' }, 'p.apiVersion FieldValueInvalid Invalid value: "a/": version must not be empty'],
    ['one group', { apiVersion: 'a/b/c' }, 'p.apiVersion FieldValueInvalid Invalid value: "a/b/c": version must not be empty'],
    ['a kind', { kind: '' }, 'p.kind FieldValueInvalid Invalid value: "": must not be empty'],
    ['a name', { name: '' }, 'p.name FieldValueInvalid Invalid value: "": must not be empty'],
    ['a uid', { uid: '' }, 'p.uid FieldValueInvalid Invalid value: "": must not be empty'],
    ['another kind than Event', { apiVersion: 'v1', kind: 'Event' },
      'p FieldValueInvalid Invalid value: {"apiVersion":"v1","kind":"Event","name":"n","uid":"1"}: /v1, Kind=Event is disallowed from being an owner'],
  ])('must have %s', (_, change, error) => expect(texts(validateOwnerReferences([{ ...OWNER, ...change }], 'p'))).toEqual([error]));

  test('may be the only controller', () => {
    const owners = [{ ...OWNER, controller: true }, { ...OWNER, controller: false }];
    expect(validateOwnerReferences(owners, 'p')).toEqual([]);
    expect(texts(validateOwnerReferences([owners[0], { ...owners[0], name: 'm' }], 'p'))).toEqual([
      'p FieldValueInvalid Invalid value: [{"apiVersion":"apps/v1","kind":"Deployment","name":"n","uid":"1","controller":true},'
      + '{"apiVersion":"apps/v1","kind":"Deployment","name":"m","uid":"1","controller":true}]: '
      + 'Only one reference can have Controller set to true. Found "true" in references for Deployment/n and Deployment/m',
    ]);
  });
});

describe('metadata of a stored object', () => {
  const deleted = { ...GOOD, deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['a/b'] };

  test.each<[string, ObjectMetadata, ObjectMetadata]>([
    ['nothing', GOOD, GOOD],
    ['labels', { ...GOOD, labels: { a: 'b' } }, GOOD],
    ['a generation, which does not count', { ...GOOD, generation: -1 }, { ...GOOD, generation: 5 }],
    ['what only the server knows', GOOD, { ...GOOD, uid: '1', creationTimestamp: 'x', deletionTimestamp: 'y', deletionGracePeriodSeconds: 3 }],
    ['a name that was legal once', { ...GOOD, name: 'A' }, { ...GOOD, name: 'A' }],
    ['finalizers taken away', { ...deleted, finalizers: [] }, deleted],
  ])('may have changed in %s', (_, meta, old) => expect(validateObjectMetaUpdate(meta, old, 'metadata')).toEqual([]));

  test.each<[string, ObjectMetadata, ObjectMetadata, string]>([
    ['the name', { ...GOOD, name: 'b' }, GOOD, 'metadata.name FieldValueInvalid Invalid value: "b": field is immutable'],
    ['the namespace', { ...GOOD, namespace: 'b' }, GOOD, 'metadata.namespace FieldValueInvalid Invalid value: "b": field is immutable'],
    ['the uid', { ...GOOD, uid: '2' }, { ...GOOD, uid: '1' }, 'metadata.uid FieldValueInvalid Invalid value: "2": field is immutable'],
    ['when it is deleted', { ...GOOD, deletionTimestamp: '2026-01-01T00:00:00Z' }, GOOD,
      'metadata.deletionTimestamp FieldValueInvalid Invalid value: "2026-01-01T00:00:00Z": field is immutable'],
    ['how fast it is deleted', { ...GOOD, deletionGracePeriodSeconds: 5 }, GOOD,
      'metadata.deletionGracePeriodSeconds FieldValueInvalid Invalid value: 5: field is immutable'],
    ['new finalizers once it is being deleted', { ...deleted, finalizers: ['z/y', 'a/b', 'c/d'] }, deleted, 'metadata.finalizers FieldValueForbidden Forbidden: '
      + 'no new finalizers can be added if the object is being deleted, found new finalizers []string{"c/d", "z/y"}'],
  ])('may not have changed in %s', (_, meta, old, error) => expect(texts(validateObjectMetaUpdate(meta, old, 'metadata'))).toEqual([error]));

  test.each<[string, string]>([['a/b', "may not contain '/'"], ['a%b', "may not contain '%'"], ['..', "may not be '..'"], ['.', "may not be '.'"]])(
    'has no name like %s', (name, rule) => {
      const meta = { ...GOOD, name };
      expect(texts(validateObjectMetaUpdate(meta, meta, 'm'))).toEqual([`m.name FieldValueInvalid Invalid value: "${name}": ${rule}`]);
    });

  test('may have a beginning of names that is a dot', () => {
    expect(validateObjectMetaUpdate({ ...GOOD, generateName: '.' }, GOOD, 'm')).toEqual([]);
    expect(texts(validateObjectMetaUpdate({ ...GOOD, generateName: '/-' }, GOOD, 'm'))).toEqual([
      'm.generateName FieldValueInvalid Invalid value: "/-": may not contain \'/\'',
    ]);
  });
});
