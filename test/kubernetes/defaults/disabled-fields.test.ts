import { dropDisabledFields } from '../../../src/kubernetes/defaults/disabled-fields';
import { Value } from '../../../src/kubernetes/defaults/values';

function podOf(spec: Value): Value {
  return { apiVersion: 'v1', kind: 'Pod', spec };
}

function specIn(version: string, spec: Value): unknown {
  return dropDisabledFields(podOf(spec), version).spec;
}

/** The same container in every list of containers. */
function inAllLists(container: Value): Value {
  return { containers: [container], initContainers: [container], ephemeralContainers: [container] };
}

describe('a field', () => {
  test.each<[string, string, string, Value, Value]>([
    ['hostUsers', '1.32', '1.33', { hostUsers: false }, {}],
    ['resources of a pod', '1.33', '1.34', { resources: { requests: { cpu: '1' } } }, {}],
    ['hostnameOverride', '1.34', '1.35', { hostnameOverride: 'h' }, {}],
    ['resourceClaims', '1.33', '1.34', { resourceClaims: [{ name: 'c' }] }, {}],
    ['supplementalGroupsPolicy', '1.32', '1.33', { securityContext: { runAsUser: 1, supplementalGroupsPolicy: 'Strict' } }, { securityContext: { runAsUser: 1 } }],
    ['seLinuxChangePolicy', '1.32', '1.33', { securityContext: { seLinuxChangePolicy: 'Recursive' } }, { securityContext: {} }],
    ['claims of a container', '1.33', '1.34', inAllLists({ resources: { claims: [{ name: 'c' }] } }), inAllLists({ resources: {} })],
    ['resizePolicy', '1.32', '1.33', inAllLists({ resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }), inAllLists({})],
    ['recursiveReadOnly', '1.30', '1.31', inAllLists({ volumeMounts: [{ name: 'v', recursiveReadOnly: 'Enabled' }] }),
      inAllLists({ volumeMounts: [{ name: 'v' }] })],
    ['fileKeyRef', '1.34', '1.35', inAllLists({ env: [{ name: 'A', valueFrom: { fileKeyRef: { key: 'k' } } }] }),
      inAllLists({ env: [{ name: 'A', valueFrom: {} }] })],
    ['matchLabelKeys of an affinity', '1.30', '1.31',
      { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'h', matchLabelKeys: ['a'], mismatchLabelKeys: ['b'] }] } } },
      { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'h' }] } } }],
    ['procMount', '1.32', '1.33', inAllLists({ securityContext: { procMount: 'Unmasked' } }), inAllLists({ securityContext: { procMount: 'Default' } })],
  ])('%s counts for nothing up to %s, and as it is since %s', (_field, last, first, given, dropped) => {
    expect(specIn(last, given)).toEqual(dropped);
    expect(specIn('1.28', given)).toEqual(dropped);
    expect(specIn(first, given)).toEqual(given);
    expect(specIn('1.36', given)).toEqual(given);
  });

  test.each<[string, Value, Value]>([
    ['schedulingGroup', { schedulingGroup: {}, hostNetwork: true }, { hostNetwork: true }],
    ['workloadRef, which is how 1.35 has it', { workloadRef: {}, hostNetwork: true }, { hostNetwork: true }],
    ['clusterTrustBundle', { volumes: [{ name: 'v', projected: { sources: [{ clusterTrustBundle: { path: 'p' } }] } }] },
      { volumes: [{ name: 'v', projected: { sources: [{}] } }] }],
    ['podCertificate', { volumes: [{ name: 'v', projected: { sources: [{ podCertificate: { signerName: 's' } }] } }] },
      { volumes: [{ name: 'v', projected: { sources: [{}] } }] }],
    ['stopSignal', inAllLists({ lifecycle: { stopSignal: 'SIGUSR1', preStop: {} } }), inAllLists({ lifecycle: { preStop: {} } })],
    ['stopSignal alone', inAllLists({ lifecycle: { stopSignal: 'SIGUSR1' } }), inAllLists({})],
  ])('%s counts for nothing in all versions', (_field, given, dropped) => {
    expect(specIn('1.36', given)).toEqual(dropped);
  });

  test('maxUnavailable of a StatefulSet counts for nothing', () => {
    const withUpdate = (rollingUpdate: Value) => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { updateStrategy: { rollingUpdate } } });
    expect(dropDisabledFields(withUpdate({ partition: 1, maxUnavailable: 2 }), '1.36')).toEqual(withUpdate({ partition: 1 }));
  });
});

describe('the restart policy of a container', () => {
  const spec = {
    containers: [{ restartPolicy: 'Always', restartPolicyRules: [{ action: 'Restart' }] }],
    initContainers: [{ restartPolicy: 'Always', restartPolicyRules: [{ action: 'Restart' }] }, { restartPolicy: 'Never', restartPolicyRules: [] }],
    ephemeralContainers: [{ restartPolicy: 'Always' }],
  };

  test('counts for nothing in 1.34, save for sidecars', () => {
    expect(specIn('1.34', spec)).toEqual({ containers: [{}], initContainers: [{ restartPolicy: 'Always' }, {}], ephemeralContainers: [{}] });
  });

  test.each(['1.29', '1.33', '1.35', '1.36'])('is judged as it is in %s', (version) => expect(specIn(version, spec)).toEqual(spec));

  test('makes no sidecar in 1.28', () => {
    expect(specIn('1.28', { containers: [{ restartPolicy: 'Always' }], initContainers: [{ restartPolicy: 'Always' }] }))
      .toEqual({ containers: [{ restartPolicy: 'Always' }], initContainers: [{}] });
  });
});

describe('an image volume', () => {
  const spec = { volumes: [{ name: 'v', image: {}, emptyDir: {} }, { name: 'w', emptyDir: {} }], ...inAllLists({ volumeMounts: [{ name: 'v' }, { name: 'w' }] }) };

  test('goes with its mounts up to 1.34', () => {
    const rest = { volumes: [{ name: 'w', emptyDir: {} }], ...inAllLists({ volumeMounts: [{ name: 'w' }] }) };
    expect(specIn('1.31', spec)).toEqual(rest);
    expect(specIn('1.34', spec)).toEqual(rest);
  });

  test('stays since 1.35', () => expect(specIn('1.35', spec)).toEqual(spec));
});

describe('what is dropped', () => {
  test.each<[string, (template: Value) => Value]>([
    ['DaemonSet', (template) => ({ apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { template } })],
    ['Deployment', (template) => ({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } })],
    ['Job', (template) => ({ apiVersion: 'batch/v1', kind: 'Job', spec: { template } })],
    ['CronJob', (template) => ({ apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template } } } })],
  ])('is dropped from the template of a %s', (_kind, objectWith) => {
    expect(dropDisabledFields(objectWith({ spec: { hostUsers: false } }), '1.32')).toEqual(objectWith({ spec: {} }));
  });

  test('is nothing where nothing is given, and null stays null', () => {
    const daemonSet = { apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { selector: null, template: { spec: { containers: null } } } };
    expect(dropDisabledFields(daemonSet, '1.36')).toEqual(daemonSet);
    expect(dropDisabledFields(daemonSet, '1.29')).toEqual(daemonSet);
  });

  test('is nothing of an object of another kind', () => {
    const object = { apiVersion: 'example.com/v1', kind: 'Thing', spec: { hostUsers: false } };
    expect(dropDisabledFields(object, '1.28')).toBe(object);
  });
});
