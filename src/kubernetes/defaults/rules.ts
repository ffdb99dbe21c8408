import { pullPolicyOf } from './image-tag';
import { defaultPod } from './pod';
import { isEmpty, mapAt, objectAt, Value, withDefaults, without } from './values';

type Rule = (value: Value) => Value;

const CLIENT_IP_SECONDS = 10800;
const INT32_MAX = 2147483647;
const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** By type, the defaults that depend on other fields. They come after those of the table. */
export const RULES: Readonly<Record<string, Rule>> = {
  'apps.v1.DaemonSetUpdateStrategy': (value) => rollingUpdate(value, { maxSurge: 0, maxUnavailable: 1 }),
  'apps.v1.DeploymentStrategy': (value) => rollingUpdate(value, { maxSurge: '25%', maxUnavailable: '25%' }),
  'apps.v1.StatefulSetUpdateStrategy': defaultStatefulSetUpdateStrategy,
  'batch.v1.Job': defaultJob,
  'core.v1.Container': defaultContainer,
  'core.v1.EphemeralContainer': defaultContainer,
  'core.v1.ImageVolumeSource': (value) => withDefaults(value, { pullPolicy: pullPolicyOf(String(value.reference ?? '')) }),
  'core.v1.LimitRangeItem': defaultLimitRangeItem,
  'core.v1.Namespace': defaultNamespace,
  'core.v1.NodeStatus': (value) => (value.capacity === undefined ? value : withDefaults(value, { allocatable: value.capacity })),
  'core.v1.Pod': defaultPod,
  'core.v1.ReplicationController': defaultReplicationController,
  'core.v1.Service': defaultService,
  'core.v1.ServicePort': ({ targetPort, port, ...value }) => ({ ...value, port, targetPort: targetPort || port }),
  'core.v1.Volume': (value) => (Object.keys(value).some((field) => field !== 'name') ? value : { ...value, emptyDir: {} }),
  'networking.v1.NetworkPolicySpec': (value) => (isEmpty(value.policyTypes)
    ? { ...value, policyTypes: ['Ingress', ...(isEmpty(value.egress) ? [] : ['Egress'])] } : value),
  'rbac.v1.Subject': (value) => (value.kind === 'User' || value.kind === 'Group' ? withDefaults(value, { apiGroup: RBAC_GROUP }) : value),
  'storage.v1.CSIDriverSpec': (value) => (isEmpty(value.volumeLifecycleModes) ? { ...value, volumeLifecycleModes: ['Persistent'] } : value),
};

/** Upstream: SetDefaults_DaemonSet, SetDefaults_Deployment. */
function rollingUpdate(value: Value, defaults: Value): Value {
  return value.type === 'RollingUpdate' ? { ...value, rollingUpdate: withDefaults(objectAt(value, 'rollingUpdate'), defaults) } : value;
}

/** Upstream: SetDefaults_StatefulSet. */
function defaultStatefulSetUpdateStrategy(value: Value): Value {
  const strategy = value.type === undefined ? { rollingUpdate: {}, ...value, type: 'RollingUpdate' } : value;
  return strategy.type === 'RollingUpdate' && strategy.rollingUpdate !== undefined
    ? { ...strategy, rollingUpdate: withDefaults(objectAt(strategy, 'rollingUpdate'), { partition: 0 }) } : strategy;
}

/** Upstream: SetDefaults_Job. */
function defaultJob(value: Value): Value {
  const spec = objectAt(value, 'spec');
  const defaults = {
    backoffLimit: spec.backoffLimitPerIndex === undefined ? 6 : INT32_MAX,
    completionMode: 'NonIndexed',
    manualSelector: false,
    parallelism: 1,
    podReplacementPolicy: spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed',
    suspend: false,
    ...(spec.parallelism === undefined ? { completions: 1 } : {}),
  };
  return labelled({ ...value, spec: withDefaults(spec, defaults) }, templateLabels(spec));
}

/** Upstream: SetDefaults_Container. */
function defaultContainer(value: Value): Value {
  return withDefaults(value, {
    imagePullPolicy: pullPolicyOf(String(value.image ?? '')), terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File',
  });
}

/** Upstream: SetDefaults_LimitRangeItem. */
function defaultLimitRangeItem(value: Value): Value {
  if (value.type !== 'Container') {
    return value;
  }
  const limit = withDefaults(objectAt(value, 'default'), objectAt(value, 'max'));
  return { ...value, default: limit, defaultRequest: withDefaults(objectAt(value, 'defaultRequest'), withDefaults(limit, objectAt(value, 'min'))) };
}

/** Upstream: SetDefaults_Namespace. */
function defaultNamespace(value: Value): Value {
  const metadata = objectAt(value, 'metadata');
  const { name } = metadata;
  return name === undefined ? value
    : { ...value, metadata: { ...metadata, labels: { ...objectAt(metadata, 'labels'), 'kubernetes.io/metadata.name': name } } };
}

/** Upstream: SetDefaults_ReplicationController. */
function defaultReplicationController(value: Value): Value {
  const spec = objectAt(value, 'spec');
  const labels = templateLabels(spec);
  return labels === undefined ? value : labelled(isEmpty(spec.selector) ? { ...value, spec: { ...spec, selector: labels } } : value, labels);
}

function templateLabels(spec: Value): unknown {
  return objectAt(objectAt(spec, 'template'), 'metadata').labels;
}

function labelled(value: Value, labels: unknown): Value {
  const metadata = objectAt(value, 'metadata');
  return labels !== undefined && isEmpty(metadata.labels) ? { ...value, metadata: { ...metadata, labels } } : value;
}

/** Upstream: SetDefaults_Service. */
function defaultService(value: Value): Value {
  const spec: Value = { sessionAffinity: 'None', type: 'ClusterIP', ...objectAt(value, 'spec') };
  const isLoadBalancer = spec.type === 'LoadBalancer';
  const isExternal = isLoadBalancer || spec.type === 'NodePort' || (spec.type === 'ClusterIP' && !isEmpty(spec.externalIPs));
  const defaults = {
    ...(isExternal ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(isLoadBalancer || spec.type === 'NodePort' || spec.type === 'ClusterIP' ? { internalTrafficPolicy: 'Cluster' } : {}),
    ...(isLoadBalancer ? { allocateLoadBalancerNodePorts: true } : {}),
  };
  const status = objectAt(value, 'status');
  const withMode = (ingress: Value): Value => (ingress.ip === undefined ? ingress : withDefaults(ingress, { ipMode: 'VIP' }));
  return {
    ...value,
    spec: withSessionAffinity(withDefaults(spec, defaults)),
    ...(isLoadBalancer ? { status: { ...status, loadBalancer: mapAt(objectAt(status, 'loadBalancer'), 'ingress', withMode) } } : {}),
  };
}

function withSessionAffinity(spec: Value): Value {
  if (spec.sessionAffinity === 'None') {
    return without(spec, 'sessionAffinityConfig');
  }
  const hasTimeout = objectAt(objectAt(spec, 'sessionAffinityConfig'), 'clientIP').timeoutSeconds !== undefined;
  return spec.sessionAffinity !== 'ClientIP' || hasTimeout ? spec : { ...spec, sessionAffinityConfig: { clientIP: { timeoutSeconds: CLIENT_IP_SECONDS } } };
}
