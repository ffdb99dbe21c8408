import { containerTags } from './sources';
import { Section } from './writer';
import { LogOutput } from '../../log-output/log-output';
import { FluentdMetadata, FluentdOptions } from '../props';

/** Whether the Kubernetes API is asked for what it knows of containers. */
export function metadataEnabled(options: FluentdOptions): boolean {
  return (options.metadata?.enabled ?? true) && containerTags(options).length > 0;
}

export function renderFilters(options: FluentdOptions, output: LogOutput): Section[] {
  if (!metadataEnabled(options)) {
    return [];
  }
  const { metadata = {} } = options;
  const argument = containerTags(options).join(' ');
  const searched = output._destinations.some(({ kind }) => kind === 'elasticsearch' || kind === 'opensearch');
  const replaceDots = { name: 'filter', argument, params: REPLACE_DOTS, sections: [{ name: 'record', params: { kubernetes: UNDERSCORES } }] };
  return [{ name: 'filter', argument, params: metadataParams(metadata) }, ...(metadata.replaceDots ?? searched ? [replaceDots] : [])];
}

/** Address, certificate authority and token of the API server are found by the plugin itself, IPv6 included. What is its default is not written. */
function metadataParams(metadata: FluentdMetadata): Section['params'] {
  const skipped = (wanted: boolean | undefined) => (wanted === false ? true : undefined);
  return {
    '@type': 'kubernetes_metadata',
    '@id': 'filter_kubernetes_metadata',
    'watch': metadata.watch ?? true,
    'skip_pod_labels': skipped(metadata.podLabels),
    'skip_namespace_metadata': skipped(metadata.namespaceMetadata),
    'skip_container_metadata': skipped(metadata.containerImages),
    'include_ownerrefs_metadata': metadata.ownerReferences || undefined,
    'annotation_match': metadata.annotations,
    // the address of the API server is the same for all events
    'skip_master_url': true,
    // a line in the own log every 30 seconds
    'stats_interval': 0,
  };
}

/** By a filter of Fluentd itself: not every image has the plugin `dedot`. */
const REPLACE_DOTS = { '@type': 'record_transformer', '@id': 'filter_replace_dots', 'enable_ruby': true, 'auto_typecast': true };

const UNDERSCORES = '${record["kubernetes"].to_h.to_h { |key, value| [key, value.is_a?(Hash) ? value.transform_keys { |name| name.tr(".", "_") } : value] }}';
