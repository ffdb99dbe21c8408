import { applyDefaults, setDefaults } from '../../../src/kubernetes/defaults/apply-defaults';
import { pullPolicyOf } from '../../../src/kubernetes/defaults/image-tag';
import { requestsOfPod } from '../../../src/kubernetes/defaults/pod-resources';
import { Value } from '../../../src/kubernetes/defaults/values';

const object = (apiVersion: string, kind: string, rest: Value): Value => ({ apiVersion, kind, metadata: { name: 'a' }, ...rest });
const pod = (spec: Value): Value => object('v1', 'Pod', { spec });
const podWith = (container: Value, rest: Value = {}): Value => pod({ containers: [{ name: 'c', image: 'i:1', ...container }], ...rest });
const service = (spec: Value): Value => object('v1', 'Service', { spec });

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('a default', () => {
  test.each([
    ['requests are the limits', podWith({ resources: { limits: { cpu: '0.5', memory: '1Gi' }, requests: { memory: '1M' } } }), { containers: [{ resources: { requests: { cpu: '500m', memory: '1M' } } }] }],
    ['amounts are rounded up to thousandths', podWith({ resources: { requests: { cpu: '1.0001' } } }), { containers: [{ resources: { requests: { cpu: '1001m' } } }] }],
    ['service links are on', podWith({}), { enableServiceLinks: true }],
    ['host ports are container ports in the host network', podWith({ ports: [{ containerPort: 80 }] }, { hostNetwork: true }), { containers: [{ ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }] }] }],
    ['a volume without a source is an empty directory', podWith({}, { volumes: [{ name: 'v' }] }), { volumes: [{ name: 'v', emptyDir: {} }] }],
    ['the pod requests what its containers do', podWith({ resources: { requests: { cpu: '1' } } }, { resources: { limits: { cpu: '2', memory: '1Gi' } } }), { resources: { requests: { cpu: '1', memory: '1Gi' } } }],
    ['the pod is limited to the huge pages of its containers', podWith({ resources: { limits: { 'hugepages-2Mi': '4Mi' } } }, { resources: { requests: { cpu: '2' } } }), { resources: { limits: { 'hugepages-2Mi': '4Mi' }, requests: { 'cpu': '2', 'hugepages-2Mi': '4Mi' } } }],
  ])('of a pod: %s', (_title, given, spec) => {
    expect(setDefaults(given).spec).toMatchObject(spec);
  });

  test('of a pod is none of a template', () => {
    const template = { spec: { hostNetwork: true, containers: [{ name: 'c', resources: { limits: { cpu: '1' } }, ports: [{ containerPort: 80 }] }] } };
    const { spec } = setDefaults(object('apps/v1', 'DaemonSet', { spec: { template } })) as { spec: { template: { spec: Value } } };
    expect(spec.template.spec).not.toHaveProperty('enableServiceLinks');
    expect(spec.template.spec.containers).toMatchObject([{ ports: [{ containerPort: 80, protocol: 'TCP' }], resources: { limits: { cpu: '1' } } }]);
    expect(JSON.stringify(spec.template.spec.containers)).not.toMatch(/hostPort|requests/);
  });

  test.each([
    ['a cluster address', service({ ports: [{ port: 80 }] }), { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster', ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] }],
    ['a load balancer', service({ type: 'LoadBalancer' }), { allocateLoadBalancerNodePorts: true, externalTrafficPolicy: 'Cluster', internalTrafficPolicy: 'Cluster' }],
    ['external addresses', service({ externalIPs: ['1.2.3.4'] }), { externalTrafficPolicy: 'Cluster' }],
    ['the affinity to clients', service({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: {} } }), { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } }],
  ])('of a Service with %s', (_title, given, spec) => {
    expect(setDefaults(given).spec).toMatchObject(spec);
  });

  test.each([['ExternalName', 'internalTrafficPolicy'], ['ClusterIP', 'externalTrafficPolicy'], ['NodePort', 'allocateLoadBalancerNodePorts'], ['NodePort', 'sessionAffinityConfig']])('of another type of Service: %s has no %s', (type, field) => {
    expect(setDefaults(service({ type, sessionAffinityConfig: { clientIP: { timeoutSeconds: 5 } } })).spec).not.toHaveProperty(field);
  });

  test.each([
    ['Secret', object('v1', 'Secret', {}), { type: 'Opaque' }],
    ['Namespace', object('v1', 'Namespace', {}), { metadata: { labels: { 'kubernetes.io/metadata.name': 'a' } }, status: { phase: 'Active' } }],
    ['NetworkPolicy', object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { egress: [{ ports: [{ port: 5 }] }] } }), { spec: { policyTypes: ['Ingress', 'Egress'], egress: [{ ports: [{ port: 5, protocol: 'TCP' }] }] } }],
    ['Deployment', object('apps/v1', 'Deployment', { spec: { strategy: { rollingUpdate: { maxSurge: 1 } } } }), { spec: { replicas: 1, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } } } }],
    ['StatefulSet', object('apps/v1', 'StatefulSet', {}), { spec: { podManagementPolicy: 'OrderedReady', updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } } } }],
    ['Job', object('batch/v1', 'Job', { spec: { template: { metadata: { labels: { a: 'b' } } } } }), { metadata: { labels: { a: 'b' } }, spec: { completions: 1, parallelism: 1, backoffLimit: 6, podReplacementPolicy: 'TerminatingOrFailed' } }],
    ['CronJob', object('batch/v1', 'CronJob', {}), { spec: { concurrencyPolicy: 'Allow', successfulJobsHistoryLimit: 3 } }],
    ['ClusterRoleBinding', object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', { subjects: [{ kind: 'User', name: 'u' }, { kind: 'ServiceAccount', name: 's' }] }), { roleRef: { apiGroup: 'rbac.authorization.k8s.io' }, subjects: [{ apiGroup: 'rbac.authorization.k8s.io' }, { kind: 'ServiceAccount', name: 's' }] }],
    ['PriorityClass', object('scheduling.k8s.io/v1', 'PriorityClass', { value: 5 }), { preemptionPolicy: 'PreemptLowerPriority' }],
    ['CSIDriver', object('storage.k8s.io/v1', 'CSIDriver', {}), { spec: { attachRequired: true, volumeLifecycleModes: ['Persistent'] } }],
    ['StorageClass', object('storage.k8s.io/v1', 'StorageClass', { provisioner: 'p' }), { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }],
    ['LimitRange', object('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', max: { cpu: '2' }, min: { memory: '1Mi' } }] } }), { spec: { limits: [{ default: { cpu: '2' }, defaultRequest: { cpu: '2', memory: '1Mi' } }] } }],
  ])('of a %s', (_kind, given, expected) => {
    expect(setDefaults(given)).toMatchObject(expected);
  });
});

describe('the pull policy of an image', () => {
  test.each([
    ['nginx', 'Always'], ['nginx:latest', 'Always'], ['nginx:1', 'IfNotPresent'], ['reg:5000/img', 'Always'], ['reg:5000/img:1', 'IfNotPresent'],
    [`nginx@${DIGEST}`, 'IfNotPresent'], [`nginx:latest@${DIGEST}`, 'Always'], ['nginx:latest@sha256:' + 'a'.repeat(40), 'IfNotPresent'],
    ['Nginx', 'IfNotPresent'], ['a b', 'IfNotPresent'], ['', 'IfNotPresent'], ['a'.repeat(64), 'IfNotPresent'], ['Host/a', 'Always'], ['localhost/a', 'Always'],
    ['[::1]:5000/a', 'Always'], [`x.y/${'a/'.repeat(130)}a`, 'IfNotPresent'],
  ])('of %s is %s', (image, policy) => {
    expect(pullPolicyOf(image)).toBe(policy);
  });
});

describe('what a pod requests', () => {
  const container = (cpu: string, rest: Value = {}): Value => ({ resources: { requests: { cpu } }, ...rest });

  test.each([
    ['the sum of its containers', { containers: [container('100m'), container('1')] }, '1100m'],
    ['at least what an init container does', { containers: [container('1')], initContainers: [container('3'), container('2')] }, '3'],
    ['what goes on running beside', { containers: [container('1')], initContainers: [container('2', { restartPolicy: 'Always' }), container('3')] }, '5'],
    ['written as the first that is not zero', { containers: [container('0'), container('1Ki'), container('1')] }, '1025'],
  ])('is %s', (_title, spec, cpu) => {
    expect(requestsOfPod(spec)).toEqual({ cpu });
  });
});

describe('what is stored', () => {
  const specOf = (given: Value): Value => applyDefaults(given).spec as Value;

  test.each([
    ['the account under both names', podWith({}, { serviceAccount: 'a' }), { serviceAccount: 'a', serviceAccountName: 'a' }],
    ['the newer name of the account', podWith({}, { serviceAccount: 'a', serviceAccountName: 'b' }), { serviceAccount: 'b', serviceAccountName: 'b' }],
    ['a second for a grace period below zero', podWith({}, { terminationGracePeriodSeconds: -5 }), { terminationGracePeriodSeconds: 1 }],
    ['both numbers of a rolling update that is not used', object('apps/v1', 'DaemonSet', { spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: {} } } }), { updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }],
    ['the address of a Service also as a list', service({ clusterIP: 'None' }), { clusterIP: 'None', clusterIPs: ['None'] }],
  ])('is %s', (_title, given, expected) => {
    expect(specOf(given)).toMatchObject(expected);
  });

  test('is not what its feature does not allow', () => {
    const volumes = [{ name: 'v', projected: { sources: [{ clusterTrustBundle: { path: 'p' } }, { podCertificate: { keyType: 'x', signerName: 'y' } }] } }];
    const spec = specOf(podWith({ lifecycle: { stopSignal: 'SIGTERM' } }, { volumes, schedulingGroup: { podGroupName: 'g' } }));
    expect(spec.volumes).toMatchObject([{ projected: { sources: [{}, {}] } }]);
    expect(JSON.stringify(spec)).not.toMatch(/lifecycle|clusterTrustBundle|podCertificate|schedulingGroup/);
  });

  test('are the values of the pod for label keys', () => {
    const labelled = { ...podWith({}, { topologySpreadConstraints: [{ labelSelector: {}, matchLabelKeys: ['app', 'absent'] }, { matchLabelKeys: ['app'] }] }), metadata: { name: 'a', labels: { app: 'x' } } };
    const [first, second] = specOf(labelled).topologySpreadConstraints as Value[];
    expect(first.labelSelector).toEqual({ matchExpressions: [{ key: 'app', operator: 'In', values: ['x'] }] });
    expect(second).not.toHaveProperty('labelSelector');
  });

  test.each([
    ['unconfined', { type: 'Unconfined' }], ['runtime/default', { type: 'RuntimeDefault' }], ['localhost/p', { localhostProfile: 'p', type: 'Localhost' }],
    ['localhost/', undefined], ['localhost/ p', undefined], [`localhost/${'p'.repeat(4096)}`, undefined], ['other', undefined],
  ])('is the AppArmor profile of an annotation as a field too: %s', (annotation, appArmorProfile) => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/c': annotation };
    const contextOf = (given: Value): unknown => (specOf({ ...given, metadata: { annotations } }).containers as Value[])[0].securityContext;
    expect(contextOf(podWith({}))).toEqual(appArmorProfile === undefined ? undefined : { appArmorProfile });
    expect(contextOf(podWith({}, { os: { name: 'windows' } }))).toBeUndefined();
    expect(contextOf(podWith({}, { securityContext: { appArmorProfile } }))).toBeUndefined();
    expect(contextOf(podWith({ securityContext: { appArmorProfile: { type: 'Unconfined' } } }))).toEqual({ appArmorProfile: { type: 'Unconfined' } });
  });

  test('are no old annotations of init containers', () => {
    const annotations = { 'pod.beta.kubernetes.io/init-containers': '[]', 'b': 'c' };
    expect(applyDefaults({ ...podWith({}), metadata: { annotations } }).metadata).toEqual({ annotations: { b: 'c' } });
  });

  test('are the texts of a Secret as data', () => {
    const secret = object('v1', 'Secret', { data: { a: 'QQ==', b: 'Qg==' }, stringData: { a: 'C' } });
    expect(applyDefaults(secret)).toEqual({ ...object('v1', 'Secret', { data: { a: 'Qw==', b: 'Qg==' } }), type: 'Opaque' });
    expect(setDefaults(secret)).toMatchObject({ stringData: { a: 'C' } });
  });

  test('is the finalizer of a Namespace', () => {
    expect(specOf(object('v1', 'Namespace', { spec: { finalizers: ['a'] } }))).toEqual({ finalizers: ['a', 'kubernetes'] });
  });
});
