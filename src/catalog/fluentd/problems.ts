import { chunkLimit, TOTAL_LIMIT } from './config/buffer';
import { STATE } from './config/paths';
import { containerTags, FORWARD_PORT, sourceId, sourcesOf, tailSource } from './config/sources';
import { kibibytesOf, sizeText } from './config/units';
import { metricsPort } from './definition';
import { publishedImages } from './image';
import { literalSecrets } from './literal-secrets';
import { FluentdDaemonProps, FluentdOptions } from './props';
import { FluentdSourceData } from './source';
import { JOURNAL, unmountedPaths } from '../log-files';
import { outputProblems } from '../log-output/output-problems';

/** What is wrong with the options, one sentence each; with most of it Fluentd would not start, or collect nothing. */
export function fluentdProblems(props: FluentdDaemonProps): string[] {
  return [
    ...image(props),
    ...outputProblems(props.output),
    ...tags(props),
    ...unmounted(props),
    ...listeners(props),
    ...metadata(props),
    ...buffer(props),
    ...literalSecrets(props.extraConfig ?? ''),
  ];
}

function image({ output, image: own }: FluentdDaemonProps): string[] {
  const images = publishedImages(output);
  const kinds = [...new Set(output._destinations.map(({ kind }) => kind))].join(', ');
  return own === undefined && images.length > 1
    ? [`no published image has the plugins for all destinations (${kinds}): they are in ${images.map((name) => `'${name}'`).join(' and ')}; `
      + 'give an image of yours that has them all (image)'] : [];
}

/** Positions are kept under the tag, and the pattern of a filter is made from it. */
function tags(props: FluentdOptions): string[] {
  const sources = sourcesOf(props);
  const tag = (source: FluentdSourceData) => (source.kind === 'forward' ? undefined : source.options.tag);
  const ids = sources.map(sourceId);
  return [
    ...(sources.length === 0 ? ['sources is empty, so nothing would be collected; leave it out for the logs of containers'] : []),
    ...sources.map(tag).filter((name) => name !== undefined && !/^(?!.*\*.*\*)[\w.*-]+$/.test(name))
      .map((name) => `the tag '${name}' is not allowed: letters, digits, '_', '-' and '.', and at most one '*' for the file's path`),
    ...sources.filter((source, index) => source.kind !== 'forward' && ids.indexOf(ids[index]) !== index)
      .map((source) => `two sources keep their positions under the tag '${tag(source) ?? containerTags(props)[0]}'; give each a tag of its own`),
  ];
}

/** Files that the container would not see: Fluentd waits for them without a word. */
function unmounted(props: FluentdOptions): string[] {
  return unmountedPaths(sourcesOf(props).flatMap((source) => (
    tailSource(source)?.path.split(',') ?? (source.kind === 'systemd' ? [source.options.path ?? JOURNAL] : [])
  )), props, STATE);
}

function listeners(props: FluentdOptions): string[] {
  const forwards = sourcesOf(props).flatMap((source) => (source.kind === 'forward' ? [source.options.port ?? FORWARD_PORT] : []));
  const taken = [metricsPort(props), ...forwards].filter((port) => port !== undefined);
  return [...new Set(taken.filter((port, index) => taken.indexOf(port) !== index))]
    .map((port) => `the port ${port} is opened twice; give each FluentdSource.forward, and metrics, a port of its own`);
}

function metadata(props: FluentdOptions): string[] {
  const { enabled = true } = props.metadata ?? {};
  const blind = sourcesOf(props).flatMap((source) => (source.kind === 'containers' && source.options.tag && !source.options.tag.includes('*') ? [source.options.tag] : []));
  return [
    ...(props.metadata !== undefined && enabled && containerTags(props).length === 0
      ? ['metadata has no effect, since no source reads container logs; add FluentdSource.containerLogs(), or leave metadata out'] : []),
    ...(enabled ? blind : []).map((tag) => `the tag '${tag}' of container logs has no '*' for the file's path, from which the Kubernetes metadata are found; `
      + `write '${tag}.*', or say metadata: { enabled: false }`),
  ];
}

function buffer({ output, buffer: options = {} }: FluentdDaemonProps): string[] {
  const { flushThreads = 1, totalLimit = TOTAL_LIMIT } = options;
  const kinds = output._destinations.map(({ kind }) => kind).filter((kind) => kind !== 'stdout');
  const chunk = kinds.map((kind) => chunkLimit(options, kind)).sort((a, b) => kibibytesOf(b) - kibibytesOf(a))[0];
  return [
    ...(Number.isInteger(flushThreads) && flushThreads > 0 ? [] : [`buffer.flushThreads is ${flushThreads}; it takes a whole number from 1 on`]),
    ...(chunk && kibibytesOf(chunk) > kibibytesOf(totalLimit)
      ? [`a chunk of up to ${sizeText(chunk)} does not fit into a buffer of ${sizeText(totalLimit)}; raise buffer.totalLimit, or lower buffer.chunkLimit`] : []),
  ];
}
