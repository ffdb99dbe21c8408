import { Container, ContainerPort, EnvVar, PodSpec } from '../../../src/kubernetes/pod-objects';
import { Volume } from '../../../src/kubernetes/validation/volume-objects';
import { podTemplateWarnings } from '../../../src/kubernetes/warnings/pod-template';

const NULL_SELECTOR = 'a null labelSelector results in matching no pod';

function warningsOf(spec: PodSpec, annotations: Record<string, string> = {}): string[] {
  return podTemplateWarnings({ metadata: { annotations }, spec }, 't');
}

function withContainer(container: Container): PodSpec {
  return { containers: [{ name: 'c', ...container }] };
}

describe('a pod template', () => {
  test('may be empty', () => {
    expect([podTemplateWarnings({}, 't'), podTemplateWarnings({ metadata: null, spec: null }, 't')]).toEqual([[], []]);
  });

  test.each<[string, PodSpec, string[]]>([
    ['labels of nodes that are no more', { nodeSelector: { 'beta.kubernetes.io/os': 'linux', 'kubernetes.io/os': 'linux', 'constructor': 'x' } },
      ['t.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead']],
    ['such labels in required terms', {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'node-role.kubernetes.io/master', operator: 'In', values: ['-'] }] }] },
        },
      },
    },
    ['t.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key: '
      + 'node-role.kubernetes.io/master is use "node-role.kubernetes.io/control-plane" instead']],
    ['values in preferred terms', {
      affinity: {
        nodeAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b', 'c'.repeat(64)] }] } },
          ],
        },
      },
    },
    ['t.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].values[1]: '
      + `${'c'.repeat(64)} is invalid, must be no more than 63 bytes`]],
    ['how it is spread', { topologySpreadConstraints: [{ topologyKey: 'failure-domain.beta.kubernetes.io/zone' }, { topologyKey: 'z', labelSelector: {} }] }, [
      't.spec.topologySpreadConstraints[0].topologyKey: failure-domain.beta.kubernetes.io/zone is deprecated since v1.17; '
        + 'use "topology.kubernetes.io/zone" instead',
      `t.spec.topologySpreadConstraints[0].labelSelector: ${NULL_SELECTOR}`,
    ]],
    ['host aliases', { hostAliases: [{ ip: '1.2.3.4' }, { ip: '01.2.3.4' }, { ip: '1.2.3.4' }] },
      ['t.spec.hostAliases[2].ip: duplicate ip "1.2.3.4"', 't.spec.hostAliases[1].ip: non-standard IP address "01.2.3.4" is invalid: use "1.2.3.4"']],
    ['secrets', { imagePullSecrets: [{ name: 'a' }, { name: '' }, { name: 'a' }] },
      ['t.spec.imagePullSecrets[2].name: duplicate name "a"', 't.spec.imagePullSecrets[1].name: invalid empty name ""']],
    ['overhead', { overhead: { 'memory': '100m', 'ephemeral-storage': '1.5', 'cpu': '100m' } }, [
      't.spec.overhead[memory]: fractional byte value "100m" is invalid, must be an integer',
      't.spec.overhead[ephemeral-storage]: fractional byte value "1500m" is invalid, must be an integer',
    ]],
    ['a period that is negative', { terminationGracePeriodSeconds: -1 },
      ['t.spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1']],
    ['affinity to no pod', { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{}, { labelSelector: {} }] } } },
      [`t.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector: ${NULL_SELECTOR}`]],
    ['antipathy to no pod', { affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: { labelSelector: null } }] } } },
      [`t.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector: ${NULL_SELECTOR}`]],
    ['name servers', { dnsConfig: { nameservers: ['::ffff:1.2.3.4'] } },
      ['t.spec.dnsConfig.nameservers[0]: non-standard IP address "::ffff:1.2.3.4" is invalid: use "1.2.3.4"']],
  ])('is warned of %s', (_, spec, warnings) => expect(warningsOf(spec)).toEqual(warnings));

  test.each([
    ['scheduler.alpha.kubernetes.io/critical-pod', 'non-functional in v1.16+; use the "priorityClassName" field instead'],
    ['security.alpha.kubernetes.io/sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
    ['security.alpha.kubernetes.io/unsafe-sysctls', 'non-functional in v1.11+; use the "sysctls" field instead'],
    ['seccomp.security.alpha.kubernetes.io/pod', 'non-functional in v1.27+; use the "seccompProfile" field instead'],
    ['container.seccomp.security.alpha.kubernetes.io/c', 'non-functional in v1.27+; use the "seccompProfile" field instead'],
    ['container.apparmor.security.beta.kubernetes.io/c', 'deprecated since v1.30; use the "appArmorProfile" field instead'],
  ])('is warned of the annotation %s', (key, warning) => {
    expect(warningsOf(withContainer({}), { [key]: 'unconfined' })).toEqual([`t.metadata.annotations[${key}]: ${warning}`]);
  });

  test('may have an annotation beside its field', () => {
    const profiles = { seccompProfile: { type: 'Unconfined' }, appArmorProfile: { type: 'Unconfined' } };
    const annotations = { 'container.seccomp.security.alpha.kubernetes.io/c': 'x', 'container.apparmor.security.beta.kubernetes.io/c': 'x' };
    expect(warningsOf(withContainer({ securityContext: profiles }), annotations)).toEqual([]);
    expect(warningsOf({ securityContext: profiles }, { 'seccomp.security.alpha.kubernetes.io/pod': 'x' })).toEqual([]);
  });

  test.each([
    ['unconfined', { type: 'Unconfined' }, 0], ['runtime/default', { type: 'RuntimeDefault' }, 0], ['localhost/a', { type: 'Localhost', localhostProfile: 'a' }, 0],
    ['localhost/a', { type: 'Localhost', localhostProfile: 'b' }, 1], ['localhost/', { type: 'Localhost' }, 1], ['unconfined', { type: 'RuntimeDefault' }, 1],
    ['', { type: '' }, 1],
  ])('with AppArmor annotation %j beside the profile %j of the pod gets %d warnings', (annotation, appArmorProfile, count) => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/c': annotation };
    expect(warningsOf({ ...withContainer({}), securityContext: { appArmorProfile } }, annotations)).toHaveLength(count);
  });
});

describe('a container', () => {
  test.each<[string, boolean]>([
    ['1Gi', false], ['100m', true], ['1.5', true], ['1e-3', true], ['1500m', true], ['1000m', false], ['1n', true], ['-1n', true], ['8Ei', false],
    // what does not fit an int64 a thousand times comes out of it as anything, or as zero
    ['1Ei', true], ['16Pi', true], ['10P', false], ['9223372036854775807', false],
  ])('with %s of memory is warned: %s', (memory, isWarned) => {
    expect(warningsOf(withContainer({ resources: { limits: { memory } } }))).toHaveLength(isWarned ? 1 : 0);
  });

  test('is warned of parts of bytes, kind by kind', () => {
    const amounts = { 'memory': '100m', 'ephemeral-storage': '100m', 'cpu': '100m' };
    expect(warningsOf({ initContainers: [{ name: 'i', resources: { limits: amounts, requests: amounts } }] })).toEqual([
      'limits[memory]', 'requests[memory]', 'limits[ephemeral-storage]', 'requests[ephemeral-storage]',
    ].map((field) => `t.spec.initContainers[0].resources.${field}: fractional byte value "100m" is invalid, must be an integer`));
  });

  test.each<[string, EnvVar, boolean]>([
    ['another value', { name: 'A', value: 'y' }, true],
    ['no value', { name: 'A' }, true],
    ['itself', { name: 'A', value: '$(A)' }, true],
    ['more than itself', { name: 'A', value: '$(A)y' }, false],
    ['a value from elsewhere', { name: 'A', value: '$(A)y', valueFrom: {} }, true],
    ['another name', { name: 'B', value: 'x' }, false],
  ])('is warned of a variable that is given again as %s', (_, variable, isWarned) => {
    expect(warningsOf(withContainer({ env: [{ name: 'A', value: 'x' }, variable] }))).toEqual(isWarned
      ? ['t.spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply'] : []);
  });
});

describe('a port', () => {
  const first = 't.spec.initContainers[0].ports[0]';
  const second = 't.spec.containers[0].ports[0]';

  function warningsOfTwo(a: ContainerPort, b: ContainerPort): string[] {
    const [one, two] = [a, b].map((port) => ({ containerPort: 80, protocol: 'TCP', ...port }));
    return warningsOf({ initContainers: [{ name: 'i', ports: [one] }], containers: [{ name: 'c', ports: [two] }] });
  }

  test.each<[string, ContainerPort, ContainerPort, string[]]>([
    ['the same', {}, {}, [`${second}: duplicate port definition with ${first}`]],
    ['the same on the host', { hostPort: 80, hostIP: '1.2.3.4' }, { hostPort: 80, hostIP: '1.2.3.4' }, [`${second}: duplicate port definition with ${first}`]],
    ['once on the host', { hostPort: 80 }, {}, [`${second}: overlapping port definition with ${first}`]],
    ['on every address of the host', { hostPort: 80, hostIP: '1.2.3.4' }, { hostPort: 80 }, [`${second}: dangerously ambiguous port definition with ${first}`]],
    ['on two addresses of the host', { hostPort: 80, hostIP: '1.2.3.4' }, { hostPort: 80, hostIP: '1.2.3.5' }, []],
    ['on two ports of the host', { hostPort: 80 }, { hostPort: 81 }, []],
    ['of another protocol', {}, { protocol: 'UDP' }, []],
    ['of another number', {}, { containerPort: 81 }, []],
    ['of the same name', { name: 'a' }, { name: 'a', containerPort: 81 }, [
      `${second}: duplicate port name "a" with ${first}, services and probes that select ports by name will use ${first}`,
    ]],
    ['of another name', { name: 'a' }, { name: 'b', containerPort: 81 }, []],
  ])('may be there twice: %s', (_, a, b, warnings) => expect(warningsOfTwo(a, b)).toEqual(warnings));

  test('on an address of the host wants a port of the host', () => {
    expect(warningsOf(withContainer({ ports: [{ name: 'a', containerPort: 80, protocol: 'TCP', hostIP: '1.2.3.4' }] }))).toEqual([
      `${second}: hostIP set without hostPort: {Name:a HostPort:0 ContainerPort:80 Protocol:TCP HostIP:1.2.3.4}`,
    ]);
  });
});

describe('a volume', () => {
  test.each<[Volume, string]>([
    [{ photonPersistentDisk: {} }, 'photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+'],
    [{ gitRepo: {} }, 'gitRepo: deprecated in v1.11, and disabled by default in v1.33+'],
    [{ scaleIO: {} }, 'scaleIO: deprecated in v1.16, non-functional in v1.22+'],
    [{ flocker: {} }, 'flocker: deprecated in v1.22, non-functional in v1.25+'],
    [{ storageos: {} }, 'storageOS: deprecated in v1.22, non-functional in v1.25+'],
    [{ quobyte: {} }, 'quobyte: deprecated in v1.22, non-functional in v1.25+'],
    [{ glusterfs: {} }, 'glusterfs: deprecated in v1.25, non-functional in v1.26+'],
    [{ cephfs: {} }, 'cephfs: deprecated in v1.28, non-functional in v1.31+'],
    [{ rbd: {} }, 'rbd: deprecated in v1.28, non-functional in v1.31+'],
    [{ ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '1.5' } } } } } },
      'ephemeral.volumeClaimTemplate.spec.resources.requests[storage]: fractional byte value "1500m" is invalid, must be an integer'],
  ])('%j is warned of', (volume, warning) => expect(warningsOf({ volumes: [volume] })).toEqual([`t.spec.volumes[0].${warning}`]));

  test.each<Volume>([{ hostPath: { path: '/' } }, { rbd: null }, { ephemeral: {} }, { projected: {} }])('%j is not warned of', (volume) => {
    expect(warningsOf({ volumes: [volume] })).toEqual([]);
  });

  const items = (...paths: string[]) => paths.map((path) => ({ key: 'k', path }));

  test.each<[Volume, string[]]>([
    [{ configMap: { name: 'm', items: items('a', 'b', 'a') } }, ['volume "v" (ConfigMap "m"): overlapping paths: "a" with "a"']],
    [{ secret: { secretName: 's', items: items('a', 'a/b/', 'ab') } }, ['volume "v" (Secret "s"): overlapping paths: "a/b" with "a"']],
    [{ downwardAPI: { items: items('a/b', 'a', '', '') } }, ['volume "v" (DownwardAPI): overlapping paths: "a" with "a/b"']],
    [{ projected: { sources: [{ configMap: { name: 'm', items: items('a') } }, {}, { secret: { items: items('b', 'a/c') } }] } }, [
      'volume "v" (Projected) has no sources provided', 'volume "v" (Projected): overlapping paths: "a/c" (Secret "") with "a" (ConfigMap "m")',
    ]],
    [{ projected: { sources: [{ serviceAccountToken: { path: 't' } }, { downwardAPI: { items: items('t') } }, { configMap: { name: 'm' } }] } }, [
      'volume "v" (Projected): overlapping paths: "t" (DownwardAPI) with "t" (ServiceAccountToken)',
    ]],
  ])('%j has files in each other\'s way', (volume, warnings) => expect(warningsOf({ volumes: [{ name: 'v', ...volume }] })).toEqual(warnings));
});
