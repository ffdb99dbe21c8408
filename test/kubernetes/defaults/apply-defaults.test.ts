import * as fc from 'fast-check';
import { decode } from '../../../src/kubernetes/decode/decode';
import { applyDefaults, setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { Value } from '../../../src/kubernetes/defaults/values';
import { written } from '../../../src/kubernetes/defaults/walk';
import { typeOfObject } from '../../../src/kubernetes/schema/kinds';
import { vectors } from '../vectors';

interface Row {
  readonly name: string;
  readonly manifest: Value;
  readonly accepted: boolean;
  readonly strictDecodeError: string | null;
  readonly defaultedSpec: Value | null;
}

/** The spec of a Service that was accepted is missing in one row. */
const rows = vectors<Row>('validation').filter(({ strictDecodeError, defaultedSpec, manifest }) => strictDecodeError === null
  && (defaultedSpec !== null || manifest.spec === undefined));
/** Objects of every kind, with their defaults as the real functions give them. */
const kinds = vectors<{ readonly manifest: Value; readonly defaulted: Value }>('../kubernetes/defaults/kinds');
/** Pods and DaemonSets that were accepted, as they are stored. */
const stored = vectors<{ readonly manifest: Value; readonly storedSpec: Value }>('../kubernetes/defaults/stored');

function decoded(manifest: Value): Value {
  const result = decode(manifest, '1.36');
  expect(result).toHaveProperty('object');
  return (result as { object: Value }).object;
}

/** The answers are JSON of Go, which leaves out what is empty. */
function asJson(object: Value): Value {
  return written(typeOfObject(object)!, object);
}

function specOf(object: Value): unknown {
  return object.spec ?? null;
}

function text(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}

function disagreements<T>(all: readonly T[], compare: (row: T) => readonly [actual: unknown, expected: unknown]): unknown[] {
  return all.map(compare).filter(([actual, expected]) => text(actual) !== text(expected)).map(([actual, expected]) => ({ actual, expected }));
}

describe('defaults', () => {
  test('are stored as by the API server, for 286 accepted objects', () => {
    const accepted = rows.filter(({ accepted: isAccepted }) => isAccepted);
    expect(accepted).toHaveLength(286);
    expect(disagreements(accepted, ({ manifest, defaultedSpec }) => [specOf(applyDefaults(decoded(manifest))), defaultedSpec])).toEqual([]);
  });

  test('are those of the API server, for 922 rejected objects', () => {
    const rejected = rows.filter(({ accepted }) => !accepted);
    expect(rejected).toHaveLength(922);
    expect(disagreements(rejected, ({ manifest, defaultedSpec }) => [specOf(asJson(setDefaults(decoded(manifest)))), defaultedSpec])).toEqual([]);
  });

  test('are those of the API server, for 396 objects of all 33 kinds', () => {
    expect(new Set(kinds.map(({ manifest }) => manifest.kind)).size).toBe(33);
    expect(disagreements(kinds, ({ manifest, defaulted }) => [asJson(setDefaults(decoded(manifest))), defaulted])).toEqual([]);
  });

  test('are stored as by the API server, for 300 pods and DaemonSets with all that storing changes', () => {
    expect(stored).toHaveLength(300);
    expect(disagreements(stored, ({ manifest, storedSpec }) => [specOf(applyDefaults(decoded(manifest))), storedSpec])).toEqual([]);
  });

  // of a Node that lists no allocatable resources, it is the server too that adds some when they are stored again
  const anyObject = fc.constantFrom(...[...rows, ...stored, ...kinds.filter(({ manifest }) => manifest.kind !== 'Node')].map(({ manifest }) => manifest));

  test('applied twice are the same as once', () => {
    fc.assert(fc.property(anyObject, fc.constantFrom(applyDefaults, setDefaults), (manifest, apply) => {
      const once = apply(decoded(manifest));
      expect(apply(once)).toEqual(once);
    }), { numRuns: 200 });
  });

  test('decode to what they are', () => {
    fc.assert(fc.property(anyObject, fc.constantFrom(applyDefaults, setDefaults), (manifest, apply) => {
      const once = apply(decoded(manifest));
      expect(apply(decoded(once))).toEqual(once);
    }), { numRuns: 200 });
  });

  test('leave the object as it was', () => {
    fc.assert(fc.property(anyObject, fc.constantFrom(applyDefaults, setDefaults), (manifest, apply) => {
      const object = decoded(manifest);
      const before = JSON.stringify(object);
      apply(object);
      expect(JSON.stringify(object)).toBe(before);
    }));
  });

  test('leave an empty map where it is before validation, as messages tell it from none, and are stored without it', () => {
    const daemon = { apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { selector: {}, template: { metadata: { labels: {} }, spec: { containers: [] } } } };
    const labels = (object: Value) => (object.spec as { template: { metadata: { labels?: object } } }).template.metadata.labels;
    expect([labels(setDefaults(daemon)), labels(applyDefaults(daemon))]).toEqual([{}, undefined]);
  });

  test('are none for a kind that is not known', () => {
    const custom = { apiVersion: 'example.com/v1', kind: 'DaemonSet', spec: { a: null } };
    expect(applyDefaults(custom)).toBe(custom);
    expect(setDefaults(custom)).toBe(custom);
  });

  test('leave a field that 1.36 does not know where it is', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [], workloadRef: { name: 'a' } } };
    expect(setDefaults(pod).spec).toMatchObject({ workloadRef: { name: 'a' }, schedulerName: 'default-scheduler' });
  });
});
