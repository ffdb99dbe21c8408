import { isIP } from 'node:net';
import { vectorConfig } from './config/config';
import { podsPatterns } from './config/container-paths';
import { extraConfigProblems, readExtraConfig, starvedProblems } from './config/extra-config';
import { apiPort, metricsPort } from './config/metrics';
import { STATE } from './config/paths';
import { rustRegexp } from './config/remaps';
import { MAX_SIZE, renderSinks } from './config/sinks';
import { containersOf, sourcesOf } from './config/sources';
import { VectorDaemonProps, VectorOptions } from './props';
import { bytes } from '../bytes';
import { Section } from '../extra-config';
import { regexpProblem } from '../go-regexp';
import { literalSecrets } from '../literal-secrets';
import { LogDestination } from '../log-output/log-output';
import { outputProblems } from '../log-output/output-problems';
import { FilesSource } from '../log-source/resolve';
import { sourceProblems } from '../log-source/source-problems';

/** Two data files of 128 MiB and the ledger's own 32 bytes (upstream: lib/vector-buffers). */
const SMALLEST_BUFFER = 268435488;

/** What refers to a secret that is not in the configuration itself. */
const REFERENCE = /\$\{[\w.]+[^}]*\}|^\$[\w.]+$|SECRET\[[^\]]+\]/;

/** What is wrong with the options, one sentence each; with most of it Vector would not start, or collect nothing. */
export function vectorProblems(props: VectorDaemonProps): string[] {
  const merged = vectorConfig(props, renderSinks(props).sinks);
  return [
    ...outputProblems(props.output),
    ...props.output._destinations.flatMap(destination),
    ...sources(props, merged),
    ...metadata(props),
    ...numbers(props),
    ...extraConfigProblems(props.extraConfig, merged),
    ...literalSecrets(readExtraConfig(props.extraConfig), { reference: REFERENCE }),
  ];
}

/** What other collectors can and Vector cannot. */
function destination(said: LogDestination): string[] {
  switch (said.kind) {
    case 'forward': return ['forward: Vector has no sink for this protocol; send to Kafka or to the store itself, or add a sink of type \'vector\' by extraConfig for a Vector'];
    case 'elasticsearch':
    case 'opensearch': return template(said.kind, { index: said.options.index, indexPrefix: said.options.indexPrefix });
    case 's3': return template(said.kind, { pathPrefix: said.options.pathPrefix });
    default: return [];
  }
}

/** An event without the field would not be sent at all. */
function template(kind: string, fields: { readonly [field: string]: string | undefined }): string[] {
  return Object.entries(fields).filter(([, value]) => value?.includes('{{'))
    .map(([field, value]) => `${kind}: ${field} '${value}' has a template of Vector's own, which not every event fills; give a fixed name`);
}

function sources(props: VectorOptions, merged: Section): string[] {
  const said = sourcesOf(props);
  return [
    ...(said.length > 0 ? [] : readExtraConfig(props.extraConfig).sources === undefined
      ? ['sources is empty, so nothing would be collected; leave it out for the logs of containers'] : starvedProblems(merged)),
    ...sourceProblems(said, props, STATE, metricsPort(props), apiPort(props)),
    ...containersOf(props).flatMap(containerLogs),
    ...said.flatMap((source) => (source.kind === 'tail' ? parser(source) : [])),
  ];
}

function containerLogs({ path, excludePaths, parser: { _type } }: FilesSource): string[] {
  return [
    ...[...path.split(','), ...excludePaths].map((one) => one.trim()).filter((one) => podsPatterns(one) === undefined)
      .map((one) => `container logs: Vector finds them below /var/log/pods, and '${one}' cannot be translated; `
        + 'write /var/log/pods/<namespace>_<pod>_*/<container>/*.log*, or /var/log/containers/<pod>_<namespace>_<container>-*.log'),
    ...(_type === 'cri' || _type === 'json' ? [] : ['container logs have a parser, but Vector knows by itself what runtimes write; leave it out, and take lines apart by remap']),
  ];
}

function parser({ tag, parser: { _type, _params } }: FilesSource): string[] {
  if (_type === 'cri') {
    return [`the source '${tag}' has the parser of container logs, which Vector has for LogSource.containerLogs() only; use that, or LogParser.regexp`];
  }
  const expression = _type === 'regexp' ? rustRegexp(_params.expression!) : '';
  const problem = /(^|[^\\])(\\\\)*(\\[hHRXKZG]|\(\?>)/.test(expression) ? 'it has what only Ruby knows' : regexpProblem(expression, 'Rust');
  return problem === undefined ? [] : [`the source '${tag}' has a regular expression that Vector does not take: ${problem}`];
}

function metadata({ metadata: said, ...props }: VectorOptions): string[] {
  return said !== undefined && containersOf(props).length === 0
    ? ['metadata has no effect, since no source reads container logs; add LogSource.containerLogs(), or leave metadata out'] : [];
}

function numbers(props: VectorOptions): string[] {
  const { buffer: { maxSize = MAX_SIZE } = {}, metrics = {}, listenAddress = '::' } = props;
  return [
    ...(bytes(maxSize) >= SMALLEST_BUFFER ? [] : [`buffer.maxSize is ${bytes(maxSize)} bytes; Vector takes none below 257 MiB`]),
    ...(isIP(listenAddress) !== 0 ? [] : [`listenAddress '${listenAddress}' is no IP address; for all of both families it is '::'`]),
    ...(metrics.hostCollectors !== undefined && metrics.enabled === false
      ? ['metrics.hostCollectors has no effect with metrics.enabled: false, since nobody would get them; leave one of the two out'] : []),
  ];
}
