import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { mergeResources } from '../../src/catalog/resources';
import { renderResources } from '../../src/daemon/render/resources';
import { DaemonResources } from '../../src/daemon/resources';

const DEFAULTS: DaemonResources = { cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(64), limit: Size.mebibytes(180) } };

describe('resources that are merged with defaults', () => {
  test.each<[string, DaemonResources | undefined, object]>([
    ['are the defaults where nothing is said', undefined, { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '180Mi' } }],
    ['keep what is not said', { cpu: { request: Cpu.millis(20) }, memory: { request: Size.mebibytes(80) } },
      { requests: { cpu: '20m', memory: '80Mi' }, limits: { memory: '180Mi' } }],
    ['take a limit for the CPU only when it is said', { cpu: { limit: Cpu.units(1) } }, { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '180Mi' } }],
    ['lower a default request to a limit that is said', { cpu: { limit: Cpu.millis(50) }, memory: { limit: Size.mebibytes(32) } },
      { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '50m', memory: '32Mi' } }],
    ['raise a default limit to a request that is said', { memory: { request: Size.mebibytes(256) } }, { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } }],
    ['compare CPUs in one unit', { cpu: { request: Cpu.units(2), limit: Cpu.millis(2500) } }, { requests: { cpu: '2', memory: '64Mi' }, limits: { cpu: '2500m', memory: '180Mi' } }],
    ['change nothing that is said, though Kubernetes will refuse it', { memory: { request: Size.mebibytes(2), limit: Size.mebibytes(1) } },
      { requests: { cpu: '100m', memory: '2Mi' }, limits: { memory: '1Mi' } }],
    ['pass on the others', { ephemeralStorage: { limit: Size.gibibytes(1) }, extended: { 'example.com/nic': 1 } },
      { requests: { 'cpu': '100m', 'memory': '64Mi', 'example.com/nic': '1' }, limits: { 'memory': '180Mi', 'ephemeral-storage': '1Gi', 'example.com/nic': '1' } }],
    ['take an undefined field as not said', { cpu: undefined, memory: { request: undefined } }, { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '180Mi' } }],
  ])('%s', (_, own, rendered) => {
    expect(renderResources(mergeResources(DEFAULTS, own))).toEqual(rendered);
  });
});
