import { withAppArmorFields } from './app-armor';
import { withLabelKeys } from './label-keys';
import { isEmpty, listAt, mapAt, objectAt, Value, withDefaults, without } from './values';

type Rule = (value: Value) => Value;

/** Beta names of init containers: they never take effect any more. */
const INIT_CONTAINER_ANNOTATIONS = [
  'pod.beta.kubernetes.io/init-containers', 'pod.alpha.kubernetes.io/init-containers',
  'pod.beta.kubernetes.io/init-container-statuses', 'pod.alpha.kubernetes.io/init-container-statuses',
];

const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const BOTH = { maxSurge: 0, maxUnavailable: 0 };

/** By type, what storing changes: the way to the server's own form and back. */
export const STORED: Readonly<Record<string, Rule>> = {
  'apps.v1.RollingUpdateDaemonSet': (value) => withDefaults(value, BOTH),
  'apps.v1.RollingUpdateDeployment': (value) => withDefaults(value, BOTH),
  'apps.v1.RollingUpdateStatefulSetStrategy': (value) => withDefaults(value, { partition: 0 }),
  'apps.v1.StatefulSetSpec': (value) => mapAt(value, 'volumeClaimTemplates', (claim) => ({ ...claim, ...CLAIM })),
  'core.v1.Namespace': storedNamespace,
  'core.v1.Pod': storedPod,
  'core.v1.PodSpec': storedPodSpec,
  'core.v1.PodTemplateSpec': withoutInitContainerAnnotations,
  'core.v1.Secret': storedSecret,
  'core.v1.ServiceSpec': ({ clusterIP, clusterIPs, ...value }) => ({
    ...value,
    ...(clusterIP === undefined ? {} : { clusterIP }),
    ...(clusterIP !== undefined && isEmpty(clusterIPs) ? { clusterIPs: [clusterIP] } : clusterIPs === undefined ? {} : { clusterIPs }),
  }),
};

/** Upstream: Convert_v1_PodSpec_To_core_PodSpec and back. */
function storedPodSpec(value: Value): Value {
  const name = value.serviceAccountName ?? value.serviceAccount;
  return name === undefined ? value : { ...value, serviceAccount: name, serviceAccountName: name };
}

/** A pod that is to end before it began ends after a second. Upstream: Convert_v1_Pod_To_core_Pod, podStrategy.PrepareForCreate. */
function storedPod(given: Value): Value {
  const value = withAppArmorFields(withLabelKeys(given));
  const spec = objectAt(value, 'spec');
  const isNegative = Number(spec.terminationGracePeriodSeconds) < 0;
  return withoutInitContainerAnnotations(isNegative ? { ...value, spec: { ...spec, terminationGracePeriodSeconds: 1 } } : value);
}

/** Upstream: dropInitContainerAnnotations. */
function withoutInitContainerAnnotations(value: Value): Value {
  const metadata = objectAt(value, 'metadata');
  const annotations = objectAt(metadata, 'annotations');
  return INIT_CONTAINER_ANNOTATIONS.some((name) => Object.hasOwn(annotations, name))
    ? { ...value, metadata: { ...metadata, annotations: without(annotations, ...INIT_CONTAINER_ANNOTATIONS) } } : value;
}

/** Upstream: namespaceStrategy.PrepareForCreate. */
function storedNamespace(value: Value): Value {
  const spec = objectAt(value, 'spec');
  const finalizers = listAt(spec, 'finalizers') as readonly unknown[];
  return finalizers.includes('kubernetes') ? value : { ...value, spec: { ...spec, finalizers: [...finalizers, 'kubernetes'] } };
}

/** Texts are stored as data. Upstream: Convert_v1_Secret_To_core_Secret. */
function storedSecret(value: Value): Value {
  const encoded = Object.entries(objectAt(value, 'stringData')).map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]);
  return encoded.length === 0 ? value : { ...without(value, 'stringData'), data: { ...objectAt(value, 'data'), ...Object.fromEntries(encoded) } };
}
