import * as fc from 'fast-check';
import { containerWith, errorsOf, specErrors, specWith } from './pod-fixtures';
import { Container, PodSpec } from '../../../src/kubernetes/pod-objects';

/** Containers with errors that have nothing to do with one another. */
const CONTAINERS: Container[] = [
  { name: 'a' },
  { name: 'b', image: '' },
  { name: 'c', ports: [{ containerPort: 0, protocol: 'tcp' }] },
  { name: 'd', env: [{ name: 'a=b' }], envFrom: [{}] },
  { name: 'e', volumeMounts: [{ name: 'nobody', mountPath: '' }] },
  { name: 'f', resources: { limits: { gpu: '-1' } } },
  { name: 'g', securityContext: { runAsUser: -1 } },
];

/** Changes of a pod that have nothing to do with one another. */
const CHANGES: PodSpec[] = [
  { hostname: 'A' },
  { nodeName: 'A' },
  { tolerations: [{ operator: 'Near' }] },
  { topologySpreadConstraints: [{}] },
  { dnsPolicy: 'Mine' },
  { preemptionPolicy: 'Maybe' },
  { securityContext: { fsGroup: -1 } },
  { overhead: { gpu: '1' } },
  { resourceClaims: [{}] },
  { schedulingGates: [{}] },
  { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } } },
];

const VOLUMES: NonNullable<PodSpec['volumes']> = [
  { name: 'a', emptyDir: {} },
  { name: 'b', hostPath: { path: '' } },
  { name: 'c', nfs: {} },
  { name: 'D', emptyDir: {} },
  { name: 'e' },
];

const OPTIONAL_IN_POD = ['initContainers', 'resourceClaims', 'resources', 'overhead', 'affinity', 'tolerations', 'topologySpreadConstraints', 'os',
  'hostUsers', 'schedulingGates', 'readinessGates', 'securityContext', 'dnsConfig', 'hostAliases', 'nodeSelector',
  'hostnameOverride', 'preemptionPolicy'];
const OPTIONAL_IN_CONTAINER = ['ports', 'env', 'envFrom', 'volumeMounts', 'volumeDevices', 'resources', 'resizePolicy', 'restartPolicy',
  'livenessProbe', 'lifecycle', 'securityContext'];

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort();
}

/** The errors of a list, each with the name of its item in place of its index. */
function byName(errors: readonly string[], field: string, names: readonly (string | undefined)[]): string[] {
  return sorted(errors.map((text) => text.replace(new RegExp(`${field}\\[(\\d+)\\]`), (_, index: string) => `${field}[${names[Number(index)]}]`)));
}

describe('the errors of a pod', () => {
  test('do not depend on the order of its containers', () => {
    fc.assert(fc.property(fc.shuffledSubarray(CONTAINERS, { minLength: 1 }), (shuffled) => {
      const inOrder = CONTAINERS.filter((container) => shuffled.includes(container));
      const errors = (containers: Container[]) => (
        byName(specErrors({ containers: containers.map(containerWith) }), 'containers', containers.map(({ name }) => name)));
      expect(errors(shuffled)).toEqual(errors(inOrder));
    }));
  });

  test('do not depend on the order of its volumes', () => {
    fc.assert(fc.property(fc.shuffledSubarray(VOLUMES), (shuffled) => {
      const inOrder = VOLUMES.filter((volume) => shuffled.includes(volume));
      const errors = (volumes: typeof VOLUMES) => byName(specErrors({ volumes }), 'volumes', volumes.map(({ name }) => name));
      expect(errors(shuffled)).toEqual(errors(inOrder));
    }));
  });

  test('are those of each of its changes', () => {
    fc.assert(fc.property(fc.subarray(CHANGES), (changes) => {
      const together = specErrors(Object.assign({}, ...changes) as PodSpec);
      expect(sorted(together)).toEqual(sorted(changes.flatMap((change) => specErrors(change))));
      expect(changes.every((change) => specErrors(change).length > 0)).toBe(true);
    }));
  });

  test('are found without a change of the pod', () => {
    fc.assert(fc.property(fc.subarray(CHANGES), fc.subarray(CONTAINERS), (changes, containers) => {
      const broken = containers.map(containerWith);
      const spec = specWith({ ...Object.assign({}, ...changes), containers: broken, initContainers: broken });
      const before = JSON.stringify(spec);
      errorsOf(spec);
      expect(JSON.stringify(spec)).toBe(before);
    }));
  });

  test('are the same where what is not there is null', () => {
    const { containers, ...rest } = specWith({});
    const ofPod = Object.fromEntries(OPTIONAL_IN_POD.map((field) => [field, null]));
    const ofContainer = Object.fromEntries(OPTIONAL_IN_CONTAINER.map((field) => [field, null]));
    expect(errorsOf({ ...rest, ...ofPod, containers: (containers ?? []).map((container) => ({ ...container, ...ofContainer })) })).toEqual([]);
  });
});
