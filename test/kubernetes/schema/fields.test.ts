import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf, typeOfObject } from '../../../src/kubernetes/schema/kinds';
import { fieldOf, fieldsIn, fieldsOf, goTypeOf, typedAs } from '../../../src/kubernetes/schema/types';
import fields from '../../vectors/kubernetes-fields.json';

interface Known {
  readonly type: string;
  readonly since?: string;
  readonly until?: string;
  readonly mergeKey?: string;
}

const known = Object.entries(fields as Record<string, Record<string, Known>>);

describe('the fields of the API types', () => {
  test('are the file that the script makes', () => {
    const { generate } = jest.requireActual<{ generate(): string }>('../../../scripts/schema');
    expect(readFileSync(join(__dirname, '../../../src/kubernetes/schema/fields.ts'), 'utf8')).toBe(generate());
  });

  test('are all 1323 of all 284 types', () => {
    const entries = (list: Iterable<[string, Known]>) => [...list].map(([name, { type, since, until, mergeKey }]) => (
      [name, { type, since, until, mergeKey }]
    ));
    expect(known).toHaveLength(284);
    expect(known.map(([type]) => [type, entries(fieldsOf(type)!)])).toEqual(known.map(([type, of]) => [type, entries(Object.entries(of))]));
    expect(known.reduce((count, [type]) => count + fieldsOf(type)!.size, 0)).toBe(1323);
  });

  test('have types that are known', () => {
    const scalars = ['string', 'bool', 'int32', 'int64', 'quantity', 'int-or-string', 'time', 'bytes', 'any'];
    const types = known.flatMap(([type]) => [...fieldsOf(type)!.values()].map((field) => field.item?.type ?? field.type));
    expect(types.filter((type) => !scalars.includes(type) && fieldsOf(type) === undefined)).toEqual([]);
  });

  test.each([
    ['core.v1.VolumeMount', 'recursiveReadOnly', '1.29', false], ['core.v1.VolumeMount', 'recursiveReadOnly', '1.30', true],
    ['core.v1.PodSpec', 'workloadRef', '1.35', true], ['core.v1.PodSpec', 'workloadRef', '1.36', false], ['core.v1.PodSpec', 'workloadRef', '1.34', false],
    ['core.v1.PodSpec', 'nodeName', '1.28', true], ['core.v1.PodSpec', 'NodeName', '1.36', false], ['core.v1.PodSpec', 'constructor', '1.36', false],
  ])('are there by version: %s %s in %s', (type, name, version, isThere) => {
    expect(fieldOf(type, name, version) !== undefined).toBe(isThere);
    expect(fieldsIn(type, version)!.has(name)).toBe(isThere);
  });

  test('tell how Go has them', () => {
    expect(fieldOf('core.v1.Container', 'ports', '1.36')).toMatchObject({ mergeKey: 'containerPort', goType: '[]v1.ContainerPort', pointer: false, always: false });
    expect(fieldOf('core.v1.Volume', 'configMap', '1.36')).toMatchObject({ embedded: 'VolumeSource', pointer: true });
    expect(fieldOf('core.v1.Container', 'name', '1.36')).toMatchObject({ always: true, pointer: false });
    expect(fieldsOf('core.v1.Nothing')).toBeUndefined();
    expect(fieldOf('core.v1.Nothing', 'name', '1.36')).toBeUndefined();
  });

  test.each([
    ['[]core.v1.Container', '[]v1.Container', { type: 'core.v1.Container', goType: 'v1.Container' }],
    ['map:string', 'map[string]string', { type: 'string', goType: 'string' }],
    ['[]string', '[]v1.Capability', { type: 'string', goType: 'v1.Capability' }],
    ['map:quantity', 'v1.ResourceList', { type: 'quantity', goType: 'resource.Quantity' }],
    ['map:string', 'map[v1.ResourceName]v1.ClaimResourceStatus', { type: 'string', goType: 'v1.ClaimResourceStatus' }],
    ['bytes', '[]uint8', undefined],
  ])('have items: %s', (type, goType, item) => {
    const found = typedAs(type, goType).item;
    expect(found && { type: found.type, goType: found.goType }).toEqual(item);
  });

  test.each([['[]int32', '[]int32'], ['map:bytes', 'map[string][]uint8'], ['core.v1.Pod', 'v1.Pod'], ['time', 'v1.Time']])('are called by Go: %s', (type, goType) => {
    expect(goTypeOf(type)).toBe(goType);
  });
});

describe('a kind', () => {
  test.each([
    ['v1', 'Pod', 'core.v1.Pod'], ['apps/v1', 'DaemonSet', 'apps.v1.DaemonSet'], ['rbac.authorization.k8s.io/v1', 'Role', 'rbac.v1.Role'],
    ['discovery.k8s.io/v1', 'EndpointSlice', 'discovery.v1.EndpointSlice'],
  ])('has a type: %s %s', (apiVersion, kind, type) => {
    expect(kindOf(apiVersion, kind)).toEqual({ type });
    expect(typeOfObject({ apiVersion, kind })).toBe(type);
  });

  test.each([
    ['extensions/v1beta1', 'DaemonSet', '1.16', 'apps/v1'], ['policy/v1beta1', 'PodDisruptionBudget', '1.25', 'policy/v1'],
    ['policy/v1beta1', 'PodSecurityPolicy', '1.25', undefined], ['batch/v1beta1', 'CronJob', '1.25', 'batch/v1'],
    ['rbac.authorization.k8s.io/v1beta1', 'ClusterRole', '1.22', 'rbac.authorization.k8s.io/v1'],
  ])('may be of a version that is gone: %s %s', (apiVersion, kind, removedIn, replacement) => {
    expect(kindOf(apiVersion, kind)).toEqual({ removedIn, replacement });
    expect(typeOfObject({ apiVersion, kind })).toBeUndefined();
  });

  test.each([['example.com/v1', 'DaemonSet'], ['v1', 'DaemonSet'], ['apps/v1', 'Demon'], ['extensions/v1beta1', 'Pod'], [undefined, 'Pod'], ['v1', 5]])('may be unknown: %s %s', (apiVersion, kind) => {
    expect(kindOf(apiVersion, kind)).toBeUndefined();
  });

  test('is a type with fields', () => {
    const types = known.filter(([, of]) => 'apiVersion' in of && 'kind' in of && 'metadata' in of).map(([type]) => type);
    const found = types.filter((type) => {
      const group = { core: '', apps: 'apps/', batch: 'batch/', policy: 'policy/', rbac: 'rbac.authorization.k8s.io/' }[type.split('.')[0]] ?? `${type.split('.')[0]}.k8s.io/`;
      return typeOfObject({ apiVersion: `${group}v1`, kind: type.split('.')[2] }) === type;
    });
    expect(found).toEqual(types);
    expect(found).toHaveLength(33);
  });
});
