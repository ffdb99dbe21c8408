import { ALL_PODS, podsPatterns } from './container-paths';
import { Component, literal, variable } from './values';
import { ownLogVariables } from '../../log-source/log-files';
import { FilesSource, ForwardSource, JournalSource, ResolvedSource, resolveSources, SourceDefaults } from '../../log-source/resolve';
import { VectorMetadata } from '../feature-options';
import { VectorOptions } from '../props';

const DEFAULTS: SourceDefaults = { containersTag: 'kubernetes', systemdTag: 'systemd' };

/** Below it Vector reads the logs of containers, whatever a source says. */
export const PODS = '/var/log/pods';

/** Time between two looks for new files: the default of a minute misses what short-lived containers write, and what is rotated twice in it. */
const LOOK_EACH = 10000;

export function sourcesOf(options: VectorOptions): ResolvedSource[] {
  return resolveSources(options.sources, DEFAULTS, options.docker);
}

export function containersOf(options: VectorOptions): FilesSource[] {
  return sourcesOf(options).filter((source) => source.kind === 'containers') as FilesSource[];
}

/** An entry of `sources`. */
export function renderSource(source: ResolvedSource, options: VectorOptions): Component {
  switch (source.kind) {
    case 'containers': return kubernetesLogs(source, options.metadata ?? {});
    case 'tail': return file(source);
    case 'systemd': return journald(source);
    case 'forward': return fluent(source, options);
  }
}

/** Upstream: src/sources/kubernetes_logs. What is left out by default has to be said again. */
function kubernetesLogs({ path, excludePaths, readFromHead }: FilesSource, metadata: VectorMetadata): Component {
  const patterns = (paths: string[]) => paths.flatMap((one) => podsPatterns(one.trim()) ?? []);
  const included = patterns(path.split(','));
  return {
    type: 'kubernetes_logs',
    include_paths_glob_patterns: included.includes(ALL_PODS) ? undefined : included.map(literal),
    exclude_paths_glob_patterns: [...ownLogs(`${PODS}/`), '**/*.gz', '**/*.tmp', ...patterns(excludePaths).map(literal)],
    read_from: readFrom(readFromHead),
    glob_minimum_cooldown_ms: LOOK_EACH,
    extra_label_selector: metadata.podSelector && literal(metadata.podSelector),
    extra_namespace_label_selector: metadata.namespaceSelector && literal(metadata.namespaceSelector),
    // lists come from the API server's memory, as for Kubernetes' own components
    use_apiserver_cache: true,
    insert_namespace_fields: asksForNamespaces(metadata),
    pod_annotation_fields: without({ pod_labels: metadata.podLabels ?? true, pod_annotations: metadata.podAnnotations }),
    namespace_annotation_fields: asksForNamespaces(metadata) ? without({ namespace_labels: metadata.namespaceLabels }) : undefined,
    node_annotation_fields: without({ node_labels: metadata.nodeLabels }),
  };
}

export function asksForNamespaces({ namespaceLabels = false, namespaceSelector }: VectorMetadata): boolean {
  return namespaceLabels || namespaceSelector !== undefined;
}

/** An empty name suppresses a field; what is wanted keeps the name that is the default. */
function without(wanted: { readonly [field: string]: boolean | undefined }): Component | undefined {
  const unwanted = Object.keys(wanted).filter((name) => !wanted[name]);
  return unwanted.length > 0 ? Object.fromEntries(unwanted.map((name) => [name, ''])) : undefined;
}

/** The own logs as they are written, and as they were rotated. */
function ownLogs(path: string): string[] {
  return ownLogVariables(path).map((name) => `${variable(name)}*`);
}

function file({ path, excludePaths, readFromHead }: FilesSource): Component {
  const excluded = [...ownLogs(path), ...excludePaths.map(literal)];
  return {
    type: 'file',
    include: path.split(',').map((one) => literal(one.trim())),
    exclude: excluded.length > 0 ? excluded : undefined,
    read_from: readFrom(readFromHead),
  };
}

function readFrom(head: boolean): string {
  return head ? 'beginning' : 'end';
}

/** `journalctl` is told the directory, so that it does not look for the container's own. */
function journald({ path, units, readFromHead }: JournalSource): Component {
  return {
    type: 'journald',
    journal_directory: literal(path),
    include_units: units?.map(literal),
    // what was written before the node started again is not lost
    current_boot_only: false,
    since_now: readFromHead ? undefined : true,
  };
}

function fluent({ port }: ForwardSource, options: VectorOptions): Component {
  return { type: 'fluent', mode: 'tcp', address: listenOn(port, options) };
}

export function listenOn(port: number, { listenAddress = '::' }: VectorOptions): string {
  return listenAddress.includes(':') ? `[${listenAddress}]:${port}` : `${listenAddress}:${port}`;
}

