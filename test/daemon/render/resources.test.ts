import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { DaemonResources } from '../../../src';
import { renderSize } from '../../../src/daemon/render/resources';
import { container } from '../../util';

describe('a size', () => {
  test.each([
    [Size.gibibytes(1), '1Gi'],
    [Size.gibibytes(1.5), '1536Mi'],
    [Size.kibibytes(1500), '1500Ki'],
    [Size.mebibytes(1024), '1Gi'],
    [Size.kibibytes(1024 * 1024), '1Gi'],
    [Size.tebibytes(2), '2Ti'],
    [Size.pebibyte(1), '1024Ti'],
    [Size.mebibytes(0.5), '512Ki'],
    [Size.kibibytes(0.5), '512'],
    [Size.gibibytes(0.1), '107374182'],
    [Size.mebibytes(0), '0'],
  ])('%# is written in the largest unit that divides it', (size, quantity) => expect(renderSize(size)).toBe(quantity));
});

describe('resources', () => {
  test.each([
    ['nothing', {}, undefined],
    ['undefined parts', { cpu: undefined, memory: {} }, undefined],
    ['a request', { cpu: { request: Cpu.units(0.25) } }, { requests: { cpu: '0.25' } }],
    ['a limit', { memory: { limit: Size.gibibytes(1) } }, { limits: { memory: '1Gi' } }],
    ['both', { cpu: { request: Cpu.millis(100), limit: Cpu.units(1) }, memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) } },
      { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '128Mi' } }],
    ['disk', { ephemeralStorage: { request: Size.mebibytes(10), limit: Size.gibibytes(1) } },
      { requests: { 'ephemeral-storage': '10Mi' }, limits: { 'ephemeral-storage': '1Gi' } }],
    ['devices, which are request and limit in one', { extended: { 'nvidia.com/gpu': 1, 'example.com/nic': 2 } },
      { requests: { 'nvidia.com/gpu': '1', 'example.com/nic': '2' }, limits: { 'nvidia.com/gpu': '1', 'example.com/nic': '2' } }],
  ] as [string, DaemonResources, unknown][])('of %s', (_, resources, expected) => expect(container({ resources }).resources).toEqual(expected));
});
