import { PolicyRule } from '../../../daemon/kubernetes-access';
import { slug } from '../../log-source/resolve';
import { FluentBitKubelet, FluentBitMetadata } from '../feature-options';
import { FluentBitOptions } from '../props';
import { sourcesOf } from './sources';
import { Properties, variable } from './values';

/** Variable with the node's address, where its kubelet answers. */
export const NODE_IP = 'K8S_NODE_IP';

/** Whether Kubernetes is asked for what it knows of containers. */
export function metadataEnabled(options: FluentBitOptions): boolean {
  return (options.metadata?.enabled ?? true) && containerTags(options).length > 0;
}

/** Tags of container logs. */
export function containerTags(options: FluentBitOptions): string[] {
  return sourcesOf(options).flatMap((source) => (source.kind === 'containers' ? [source.tag] : []));
}

export function kubeletOf(options: FluentBitOptions): FluentBitKubelet | undefined {
  return metadataEnabled(options) ? options.metadata?.kubelet : undefined;
}

/** What the filter asks, request by request (upstream: plugins/filter_kubernetes/kube_meta.c): single objects, no lists and no watches. */
export function metadataRules(options: FluentBitOptions): PolicyRule[] {
  const kubelet = kubeletOf(options);
  const asked = [...(kubelet === undefined ? ['pods'] : []), ...(options.metadata?.namespaceLabels ? ['namespaces'] : [])];
  return !metadataEnabled(options) ? [] : [
    ...(asked.length > 0 ? [{ resources: asked, verbs: ['get'] }] : []),
    ...(kubelet === undefined ? [] : [{ resources: [kubelet.nodesProxy ? 'nodes/proxy' : 'nodes/pods'], verbs: ['get'] }]),
  ];
}

/** A filter for each tag of container logs, since the pod's name is found behind the tag's own beginning. */
export function renderFilters(options: FluentBitOptions): Properties[] {
  return metadataEnabled(options) ? containerTags(options).map((tag) => kubernetes(tag, options.metadata ?? {})) : [];
}

function kubernetes(tag: string, metadata: FluentBitMetadata): Properties {
  const { kubelet } = metadata;
  return {
    'name': 'kubernetes',
    'alias': `filter_kubernetes_${slug(tag)}`,
    'match': tag,
    'kube_tag_prefix': tag.replace('*', 'var.log.containers.'),
    'merge_log': metadata.mergeLog ?? true,
    'keep_log': metadata.keepLog ?? false,
    'k8s-logging.parser': metadata.parserAnnotation ?? true,
    'k8s-logging.exclude': metadata.excludeAnnotation ?? true,
    'labels': metadata.podLabels ?? true,
    'annotations': metadata.podAnnotations ?? false,
    'namespace_labels': metadata.namespaceLabels || undefined,
    'owner_references': metadata.ownerReferences || undefined,
    // the default of 32 KB cuts large pods' objects, which are then lost; 0 is as much as is needed
    'buffer_size': 0,
    ...(kubelet && {
      'use_kubelet': true,
      'kubelet_host': variable(NODE_IP),
      'kubelet_port': kubelet.port ?? 10250,
      'tls.verify': kubelet.verify ?? true,
    }),
  };
}
