import { applyDefaults } from './defaults/apply-defaults';
import { Value } from './defaults/values';
import { PodSpec, PodTemplate } from './objects';
import { daemonPodTolerations } from './taints';

/**
 * The pod that the DaemonSet controller creates for a node, as the API server completes it: whatever node affinity is required in the template, the pod asks for this
 * node alone. Upstream: CreatePodTemplate, ReplaceDaemonSetPodNodeNameNodeAffinity, Scheme.Default.
 */
export function daemonPodSpec({ metadata, spec }: PodTemplate, nodeName: string): PodSpec {
  const { affinity } = spec;
  const required = { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [nodeName] }] }] };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata ?? {},
    spec: {
      ...spec,
      affinity: { ...affinity, nodeAffinity: { ...affinity?.nodeAffinity, requiredDuringSchedulingIgnoredDuringExecution: required } },
      tolerations: daemonPodTolerations(spec),
    },
  };
  return (applyDefaults(pod as unknown as Value) as unknown as { spec: PodSpec }).spec;
}
