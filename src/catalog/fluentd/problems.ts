import { chunkLimit, TOTAL_LIMIT } from './config/buffer';
import { STATE } from './config/paths';
import { containerTags, sourcesOf } from './config/sources';
import { kibibytesOf, sizeText } from './config/units';
import { metricsPort } from './definition';
import { publishedImages } from './image';
import { literalSecrets } from './literal-secrets';
import { FluentdDaemonProps, FluentdOptions } from './props';
import { outputProblems } from '../log-output/output-problems';
import { sourceProblems } from '../log-source/source-problems';

/** What is wrong with the options, one sentence each; with most of it Fluentd would not start, or collect nothing. */
export function fluentdProblems(props: FluentdDaemonProps): string[] {
  return [
    ...image(props),
    ...outputProblems(props.output),
    ...sources(props),
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

function sources(props: FluentdOptions): string[] {
  const said = sourcesOf(props);
  return said.length === 0 ? ['sources is empty, so nothing would be collected; leave it out for the logs of containers']
    : sourceProblems(said, props, STATE, metricsPort(props));
}

function metadata(props: FluentdOptions): string[] {
  const { enabled = true } = props.metadata ?? {};
  const blind = sourcesOf(props).flatMap((source) => (source.kind === 'containers' && !source.tag.includes('*') ? [source.tag] : []));
  return [
    ...(props.metadata !== undefined && enabled && containerTags(props).length === 0
      ? ['metadata has no effect, since no source reads container logs; add LogSource.containerLogs(), or leave metadata out'] : []),
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
