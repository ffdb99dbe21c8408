import { Duration, Yaml, Size } from 'cdk8s';
import { readExtraConfig } from './extra-config';
import { metadataEnabled, renderFilters } from './filters';
import { PARSERS_OF_IMAGE, STATE } from './paths';
import { POD_IP, renderParsers, renderSource, sourcesOf } from './sources';
import { Properties, variable } from './values';
import { bytes } from '../../bytes';
import { CHUNKS_IN_MEMORY } from '../buffer';
import { FluentBitHealth } from '../feature-options';
import { FluentBitLogLevel, FluentBitOptions } from '../props';

/** What stands at the end of the pipeline. */
export interface FluentBitPipeline {
  /** After those of the options. */
  readonly filters?: Properties[];
  readonly outputs: Properties[];
}

/** Undefined where there is no HTTP server. */
export function metricsPort({ metrics = {} }: FluentBitOptions): number | undefined {
  return metrics.enabled ?? true ? metrics.port ?? 2020 : undefined;
}

/** The configuration file, in Fluent Bit's YAML. */
export function fluentBitYaml(props: FluentBitOptions, pipeline: FluentBitPipeline, grace: Duration): string {
  const extra = readExtraConfig(props.extraConfig);
  const parsers = [...renderParsers(props), ...extra.parsers ?? []];
  const filters = [...renderFilters(props), ...pipeline.filters ?? [], ...extra.pipeline?.filters ?? []];
  return Yaml.stringify(said({
    service: said({ ...service(props, grace), ...extra.service }),
    parsers: parsers.length > 0 ? parsers.map(said) : undefined,
    multiline_parsers: extra.multiline_parsers,
    pipeline: said({
      inputs: [...sourcesOf(props).map((source) => renderSource(source, props.inotify ?? false)), ...extra.pipeline?.inputs ?? []].map(said),
      filters: filters.length > 0 ? filters.map(said) : undefined,
      outputs: [...pipeline.outputs, ...extra.pipeline?.outputs ?? []].map(said),
    }),
  }));
}

function service(props: FluentBitOptions, grace: Duration): Properties {
  const { buffer = {}, logLevel = FluentBitLogLevel.INFO } = props;
  return {
    'flush': (buffer.flushInterval ?? Duration.seconds(1)).toMilliseconds() / 1000,
    'grace': Math.max(1, grace.toMilliseconds() / 1000),
    'log_level': logLevel,
    // parsers that pods may ask for
    'parsers_file': metadataEnabled(props) && (props.metadata?.parserAnnotation ?? true) ? PARSERS_OF_IMAGE : undefined,
    'scheduler.cap': (buffer.retryMaxInterval ?? Duration.seconds(30)).toMilliseconds() / 1000,
    'storage.path': `${STATE}/storage`,
    'storage.max_chunks_up': buffer.chunksInMemory ?? CHUNKS_IN_MEMORY,
    'storage.backlog.mem_limit': bytes(buffer.backlogMemoryLimit ?? Size.mebibytes(16)),
    // a chunk that a crash has left broken would be tried again at each start
    'storage.delete_irrecoverable_chunks': true,
    ...server(props),
  };
}

/** The pod's own address, in whichever family it is: `0.0.0.0` answers in one family only, and `::` not on nodes without IPv6. */
function server(props: FluentBitOptions): Properties {
  const port = metricsPort(props);
  return port === undefined ? {} : {
    'http_server': true,
    'http_listen': variable(POD_IP),
    'http_port': port,
    // what waits on disk is seen nowhere else
    'storage.metrics': true,
    ...(props.metrics?.health && health(props.metrics.health)),
  };
}

function health({ errors = 5, retryFailures = 5, period = Duration.minutes(1) }: FluentBitHealth): Properties {
  return { health_check: true, hc_errors_count: errors, hc_retry_failure_count: retryFailures, hc_period: period.toMilliseconds() / 1000 };
}

/** Without what is undefined. */
function said<T extends object>(properties: T): T {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T;
}
