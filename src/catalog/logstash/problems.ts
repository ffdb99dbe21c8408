import { dateFormats } from './config/dates';
import { STATE } from './config/paths';
import { pipelineOf } from './config/pipeline';
import { mebibytesOf } from './config/settings';
import { nestedOwnLogs, pathsOfFiles, sourcesOf } from './config/sources';
import { unwritableTexts } from './config/writer';
import { heapOf, memoryLimit } from './definition';
import { literalSecrets } from './literal-secrets';
import { LogstashDaemonProps, LogstashOptions } from './props';
import { LogDestination } from '../log-output/log-output';
import { outputProblems } from '../log-output/output-problems';
import { FilesSource, isFiles, ResolvedSource } from '../log-source/resolve';
import { sourceProblems } from '../log-source/source-problems';

/** Where names of files say which pod and container wrote them. */
const LINKS = '/var/log/containers';

/** One page of the queue (`queue.page_capacity`), below which Logstash does not start. */
const QUEUE_MIN_MIB = 64;

const HEAP_MIN_MIB = 256;

/** What is wrong with the options, one sentence each; with most of it Logstash would not start, or collect nothing. */
export function logstashProblems(props: LogstashDaemonProps): string[] {
  return [
    ...outputProblems(props.output),
    ...props.output._destinations.flatMap((destination) => destinationProblems(destination, props.image)),
    ...sources(props),
    ...texts(props),
    ...numbers(props),
    ...memory(props),
    ...literalSecrets(props.extraFilters ?? ''),
  ];
}

/** What its plugins cannot (upstream: rakelib/plugins-metadata.json has those of the image). */
function destinationProblems(destination: LogDestination, image: string | undefined): string[] {
  switch (destination.kind) {
    case 'opensearch': return image !== undefined ? []
      : ['opensearch: the image of Elastic does not have the plugin logstash-output-opensearch; give an image of yours that has it (image)'];
    case 'cloudwatch': return ['cloudwatch: there is no plugin for Logstash that writes logs there; use FluentBitDaemon or FluentdDaemon'];
    case 'forward': return ['forward: Logstash can neither wait for acknowledgements nor show a shared key; use FluentBitDaemon or FluentdDaemon, or LogOutput.kafka() in between'];
    case 'kafka': return [
      ...(destination.options.tls?.certificate === undefined ? []
        : ['kafka: Logstash takes tls.certificate and tls.key from one file only, and here they are two; leave them out, and use user and password']),
      ...(/["'\\]/.test(destination.options.user ?? '') ? ['kafka: user has a quote or a backslash, which Java takes for its own in a login; take another user'] : []),
    ];
    default: return [];
  }
}

function sources(props: LogstashOptions): string[] {
  const said = sourcesOf(props);
  return said.length === 0 ? ['sources is empty, so nothing would be collected; leave it out for the logs of containers'] : [
    ...sourceProblems(said.filter(isFiles), props, STATE),
    ...said.flatMap((source) => (isFiles(source) ? fileProblems(source) : [noInput(source)])),
  ];
}

/** The codec `fluent`, which is in the image, mixes up what the network cuts (upstream: codecs/fluent.rb has one decoder for a batch and what is in it). */
function noInput({ kind }: Exclude<ResolvedSource, FilesSource>): string {
  return kind === 'systemd' ? 'the image has no input for the journal (LogSource.systemd); use FluentBitDaemon or FluentdDaemon for it'
    : 'Logstash reads the forward protocol without acknowledgements, and batches of it wrongly (LogSource.forward); use FluentBitDaemon or FluentdDaemon for it';
}

function fileProblems(source: FilesSource): string[] {
  const { kind, tag, excludePaths, parser: { _type, _params } } = source;
  const paths = pathsOfFiles(source);
  return [
    ...(tag.includes('*') ? [`the tag '${tag}' has a '*', and Logstash has no tags by path; leave it out, the path is in [log][file][path]`] : []),
    ...(kind !== 'containers' ? [] : paths.filter((path) => directory(path) !== LINKS).map((path) => `container logs are read from '${path}', where names of files do not say `
      + `which pod and container wrote them; read them in ${LINKS}`)),
    ...(kind === 'containers' ? [] : nestedOwnLogs(source)).map((path) => `a source reads '${path}', where Logstash's own log is among the files and cannot be told by its name; `
      + 'use LogSource.containerLogs()'),
    ...excludePaths.filter((excluded) => paths.some((path) => directory(path) !== directory(excluded))).map((excluded) => `'${excluded}' cannot be left out of '${source.path}': `
      + 'Logstash excludes files by name only, so both have to be in one directory; give each directory a source of its own'),
    ...(dateFormats(_params.time_format) !== undefined ? [] : [`the time format '${_params.time_format}' has a directive that Logstash has no word for`]),
    ...(_type === 'regexp' && _params.expression?.includes('%{') ? [`the expression '${_params.expression}' has %{, with which a pattern begins for Logstash (grok); write %[{]`] : []),
  ];
}

function directory(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** What the language would take for something else. */
function texts(props: LogstashDaemonProps): string[] {
  const given = [
    ...props.output._destinations.flatMap((destination) => ('options' in destination ? Object.values(destination.options).flat() : [])),
    ...sourcesOf(props).filter(isFiles).flatMap(({ path, excludePaths, parser }) => [path, ...excludePaths, ...Object.values(parser._params)]),
  ];
  return [
    ...[...new Set(given)].filter((text) => typeof text === 'string' && text.includes('${'))
      .map((text) => `'${text}' has \${, with which a variable begins for Logstash; in an expression write [$]{`),
    ...unwritableTexts(pipelineOf(props)).map((text) => `'${text}' cannot be written for Logstash, whose texts have no second kind of quotes inside and no backslash at the end`),
  ];
}

function numbers({ pipelineWorkers, batchSize, queue = {} }: LogstashOptions): string[] {
  const { persisted = true, maxSize } = queue;
  return [
    ...Object.entries({ pipelineWorkers, batchSize }).filter(([, value]) => value !== undefined && !(Number.isInteger(value) && value > 0))
      .map(([option, value]) => `${option} is ${value}; it takes a whole number from 1 on`),
    ...(maxSize !== undefined && !persisted ? ['queue.maxSize has no effect on a queue in memory; leave it out, or queue.persisted'] : []),
    ...(maxSize !== undefined && mebibytesOf(maxSize) < QUEUE_MIN_MIB ? [`queue.maxSize is ${mebibytesOf(maxSize)}Mi; one page of the queue takes ${QUEUE_MIN_MIB}Mi`] : []),
  ];
}

function memory(props: LogstashOptions): string[] {
  const [heap, limit] = [heapOf(props), memoryLimit(props)].map(mebibytesOf);
  return [
    ...(heap >= limit ? [`heap (${heap}Mi) does not fit into the memory limit (${limit}Mi), where Java needs about as much again; raise resources.memory.limit`] : []),
    ...(heap < HEAP_MIN_MIB ? [`heap is ${heap}Mi, with which Logstash does not start; it takes ${HEAP_MIN_MIB}Mi, and a memory limit of twice as much`] : []),
  ];
}
