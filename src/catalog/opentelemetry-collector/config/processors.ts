import { Duration } from 'cdk8s';
import { durationText, variable } from './values';
import { Section } from '../../extra-config';
import { kubernetesAttributesOn } from '../presets';
import { OpenTelemetryCollectorOptions, OpenTelemetryKubernetesAttributes } from '../props';

/** As upstream's chart. The pod itself tells all of it, its owners among it: only pods are read for it. */
const ATTRIBUTES = [
  'k8s.namespace.name', 'k8s.node.name', 'k8s.pod.name', 'k8s.pod.uid', 'k8s.pod.start_time', 'k8s.deployment.name', 'k8s.statefulset.name', 'k8s.daemonset.name',
  'k8s.job.name', 'k8s.cronjob.name',
];

/** The processors of every pipeline, in their order: what refuses signals comes before what works on them, else the work is what fills the memory. */
export function processors(options: OpenTelemetryCollectorOptions): Section {
  const { timeout = Duration.seconds(1) } = options.batch ?? {};
  return {
    // percentages, so that one configuration fits every memory limit; each second, as the processor's own page says: in the 5 seconds of upstream's chart the limit is passed
    'memory_limiter': { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 25 },
    ...(kubernetesAttributesOn(options) ? { k8s_attributes: kubernetesAttributes(options.kubernetesAttributes ?? {}) } : {}),
    // nothing else tells of which node a measurement of the node is
    'resource/node': { attributes: [{ key: 'k8s.node.name', value: variable('K8S_NODE_NAME'), action: 'insert' }] },
    'batch': { send_batch_size: batchSize(options), send_batch_max_size: largestBatch(options), timeout: durationText(timeout) },
  };
}

export function batchSize({ batch: { size = 1000 } = {} }: OpenTelemetryCollectorOptions): number {
  return size;
}

export function largestBatch(options: OpenTelemetryCollectorOptions): number {
  return options.batch?.maxSize ?? Math.ceil(batchSize(options) * 1.5);
}

function kubernetesAttributes(options: OpenTelemetryKubernetesAttributes): Section {
  const { podLabels = {}, podAnnotations = {}, namespaceLabels = {} } = options;
  const labels = [...extracted(podLabels, 'pod'), ...extracted(namespaceLabels, 'namespace')];
  const annotations = extracted(podAnnotations, 'pod');
  return {
    auth_type: 'serviceAccount',
    filter: { node_from_env_var: 'K8S_NODE_NAME' },
    extract: {
      metadata: ATTRIBUTES,
      labels: labels.length > 0 ? labels : undefined,
      annotations: annotations.length > 0 ? annotations : undefined,
    },
    // logs and the kubelet's metrics say their pod; what comes by OTLP may, else its address does
    pod_association: [
      { sources: [{ from: 'resource_attribute', name: 'k8s.pod.uid' }] },
      { sources: [{ from: 'resource_attribute', name: 'k8s.pod.ip' }] },
      { sources: [{ from: 'connection' }] },
    ],
  };
}

function extracted(names: { readonly [key: string]: string }, from: string): Section[] {
  return Object.entries(names).map(([key, attribute]) => ({ key, tag_name: attribute, from }));
}
