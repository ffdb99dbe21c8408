import { EnvValue } from 'cdk8s-plus-27';
import { LogOutputTls } from '../log-output/options';

/** What a collector moves. */
export enum OpenTelemetrySignal {
  /** Lines and events. */
  LOGS = 'logs',
  /** Numbers over time. */
  METRICS = 'metrics',
  /** Spans of requests. */
  TRACES = 'traces',
}

/** How much the debug exporter tells. */
export enum OpenTelemetryDebugVerbosity {
  /** A line for each batch. */
  BASIC = 'basic',
  /** A line for each record. */
  NORMAL = 'normal',
  /** Everything. */
  DETAILED = 'detailed',
}

/** What all destinations have in common. */
export interface OpenTelemetryExporterOptions {
  /**
   * Name of the exporter behind its kind (`otlp_grpc/<name>`), to tell two of one kind apart: letters, digits, `_` and `-`.
   *
   * @default - none, as long as there is one of its kind
   */
  readonly name?: string;

  /**
   * Which signals it gets.
   *
   * @default - all that the collector has
   */
  readonly signals?: OpenTelemetrySignal[];
}

/** The collector's own log as destination. */
export interface OpenTelemetryDebugOptions extends OpenTelemetryExporterOptions {
  /**
   * How much it tells.
   *
   * @default OpenTelemetryDebugVerbosity.BASIC - as upstream: a line for each batch
   */
  readonly verbosity?: OpenTelemetryDebugVerbosity;
}

/** A server that speaks OTLP as destination. */
export interface OpenTelemetryOtlpOptions extends OpenTelemetryExporterOptions {
  /** URL of the server, such as `https://gateway.observability.svc:4317`, or `http://[2001:db8::1]:4317` for one without TLS. `${env:NAME}` is filled in. */
  readonly endpoint: string;

  /**
   * Which certificates are trusted and shown; for `https://`.
   *
   * @default - the public authorities of the image, and no certificate of the collector's own
   */
  readonly tls?: LogOutputTls;

  /**
   * Headers of each request, such as `{ authorization: EnvValue.fromSecretValue({ secret, key: 'authorization' }) }`. They go through environment variables,
   * so that the configuration tells none.
   *
   * @default - none: the server lets everybody in
   */
  readonly headers?: { [name: string]: EnvValue };
}

/**
 * One destination as data.
 *
 * @internal
 */
export type OpenTelemetryExporterData =
  | { readonly kind: 'otlp_grpc' | 'otlp_http'; readonly options: OpenTelemetryOtlpOptions }
  | { readonly kind: 'debug'; readonly options: OpenTelemetryDebugOptions };

/**
 * Where a collector sends what it has. Others, such as those of vendors in the `contrib` image, are written in `extraConfig`.
 *
 * @example
 * const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
 * const secret = Secret.fromSecretName(chart, 'gateway', 'gateway');
 * const exporter = OpenTelemetryExporter.otlp({
 *   endpoint: 'https://gateway.observability.svc:4317',
 *   tls: { ca: { secret, key: 'ca.crt' } },
 *   headers: { authorization: EnvValue.fromSecretValue({ secret, key: 'authorization' }) },
 * });
 */
export class OpenTelemetryExporter {
  /** OTLP by gRPC. */
  public static otlp(options: OpenTelemetryOtlpOptions): OpenTelemetryExporter {
    return new OpenTelemetryExporter({ kind: 'otlp_grpc', options: copyOf(options) });
  }

  /** OTLP by HTTP; `/v1/logs`, `/v1/metrics` and `/v1/traces` are added to the endpoint. */
  public static otlpHttp(options: OpenTelemetryOtlpOptions): OpenTelemetryExporter {
    return new OpenTelemetryExporter({ kind: 'otlp_http', options: copyOf(options) });
  }

  /** The collector's own log: for looking at what arrives. It does not read its own log, so that there is no loop. */
  public static debug(options: OpenTelemetryDebugOptions = {}): OpenTelemetryExporter {
    return new OpenTelemetryExporter({ kind: 'debug', options: { ...options, signals: options.signals && [...options.signals] } });
  }

  private constructor(
    /** @internal */
    public readonly _data: OpenTelemetryExporterData,
  ) {
  }
}

function copyOf(options: OpenTelemetryOtlpOptions): OpenTelemetryOtlpOptions {
  return { ...options, signals: options.signals && [...options.signals], headers: options.headers && { ...options.headers } };
}
