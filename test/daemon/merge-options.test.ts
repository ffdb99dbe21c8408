import { Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { HostPath } from '../../src';
import { mergeOptions } from '../../src/daemon/merge-options';
import { deepFreeze } from '../util';

describe('options of a variant on top of the daemon\'s', () => {
  test('are merged field by field in structs and maps', () => {
    const base = { buffer: { flushThreads: 2, totalLimit: Size.gibibytes(1) }, labels: { a: '1', b: '2' } };
    expect(mergeOptions(base, { buffer: { flushThreads: 16 }, labels: { b: '3', c: '4' } })).toEqual({
      buffer: { flushThreads: 16, totalLimit: Size.gibibytes(1) }, labels: { a: '1', b: '3', c: '4' },
    });
  });

  test('take the place of value objects, of texts and of lists that say everything', () => {
    const base = { cpu: Cpu.millis(1), limit: Size.mebibytes(1), image: 'a', sources: ['a', 'b'], env: { A: EnvValue.fromValue('1') } };
    const own = { cpu: Cpu.millis(2), limit: Size.mebibytes(2), image: 'b', sources: ['c'], env: { A: EnvValue.fromValue('2') } };
    expect(mergeOptions(base, own)).toEqual(own);
  });

  test('come after those of the daemon in lists of what is added', () => {
    expect(mergeOptions({ extraArgs: ['a'], volumes: [1], kubernetesAccess: [1] }, { extraArgs: ['b'], volumes: [2], kubernetesAccess: [2] }))
      .toEqual({ extraArgs: ['a', 'b'], volumes: [1, 2], kubernetesAccess: [1, 2] });
    expect(mergeOptions({ hostPaths: [HostPath.readOnly('/a')] }, { hostPaths: [HostPath.readOnly('/b')] }).hostPaths).toHaveLength(2);
    expect(mergeOptions({}, { extraArgs: ['b'] })).toEqual({ extraArgs: ['b'] });
  });

  test('replace files by path and containers by name, in their places, and add what is new', () => {
    const file = (path: string, content: string) => ({ path, content });
    expect(mergeOptions({ configFiles: [file('/a', '1'), file('/b', '1')] }, { configFiles: [file('/c', '2'), file('/a', '2')] }))
      .toEqual({ configFiles: [file('/a', '2'), file('/b', '1'), file('/c', '2')] });
    expect(mergeOptions({ containers: [{ name: 'x', image: '1' }] }, { containers: [{ name: 'x', image: '2' }] })).toEqual({ containers: [{ name: 'x', image: '2' }] });
  });

  test('that are undefined say nothing', () => {
    expect(mergeOptions({ a: 1, b: { c: 1 } }, { a: undefined, b: { c: undefined, d: 2 } })).toEqual({ a: 1, b: { c: 1, d: 2 } });
  });

  test('change neither of both', () => {
    const base = deepFreeze({ a: { b: [1] }, extraArgs: ['x'] });
    const own = deepFreeze({ a: { c: [2] }, extraArgs: ['y'] });
    expect(mergeOptions(base, own)).toEqual({ a: { b: [1], c: [2] }, extraArgs: ['x', 'y'] });
  });
});
