import { Size, SizeRoundingBehavior } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { EXPORTER_TLS } from './paths';
import { RELOAD, variable } from './values';
import { DaemonVolume } from '../../../daemon/volume';
import { Section } from '../../extra-config';
import { LogOutputTls } from '../../log-output/options';
import { OpenTelemetryExporter, OpenTelemetryOtlpOptions, OpenTelemetrySignal } from '../exporter';
import { checkpointsOn } from '../presets';
import { OpenTelemetryCollectorOptions } from '../props';

/** An exporter with the signals that go there, and what it needs of the pod. */
export interface Exporter {
  readonly id: string;
  readonly signals?: OpenTelemetrySignal[];
  readonly config: Section;
  readonly env: { readonly [name: string]: EnvValue };
  readonly volumes: DaemonVolume[];
}

export function exporter({ _data: { kind, options } }: OpenTelemetryExporter, collector: OpenTelemetryCollectorOptions): Exporter {
  const id = exporterId(kind, options.name);
  const common = { id, signals: options.signals };
  if (kind === 'debug') {
    return { ...common, config: { verbosity: options.verbosity ?? 'basic' }, env: {}, volumes: [] };
  }
  const headers = Object.entries(options.headers ?? {});
  const directory = `${EXPORTER_TLS}/${id.replace('/', '-')}`;
  const { files, volumes } = certificates(directory, options.tls);
  return {
    ...common,
    config: {
      endpoint: kind === 'otlp_grpc' ? options.endpoint.replace(/^https?:\/\//, '') : options.endpoint,
      tls: tls(options, files),
      headers: headers.length === 0 ? undefined : Object.fromEntries(headers.map(([name]) => [name, variable(headerVariable(id, name))])),
      ...queue(collector),
    },
    env: Object.fromEntries(headers.map(([name, value]) => [headerVariable(id, name), value])),
    volumes,
  };
}

export function exporterId(kind: string, name: string | undefined): string {
  return name === undefined ? kind : `${kind}/${name}`;
}

/** The variable of a header. */
export function headerVariable(id: string, header: string): string {
  return `${id}_HEADER_${header}`.replace(/\W/g, '_').toUpperCase();
}

/** Empty where TLS is as the exporter has it by itself. */
function tls({ endpoint, tls: options }: OpenTelemetryOtlpOptions, files: Section): Section | undefined {
  const said = {
    ...(endpoint.startsWith('http://') ? { insecure: true } : {}),
    ...files,
    ...(options?.certificate === undefined ? {} : { reload_interval: RELOAD }),
    ...(options?.verify === false ? { insecure_skip_verify: true } : {}),
  };
  return Object.keys(said).length > 0 ? said : undefined;
}

/** Files of the Secrets of TLS; keys of one Secret share a directory. */
function certificates(directory: string, { ca, certificate, key }: LogOutputTls = {}): { files: Section; volumes: DaemonVolume[] } {
  const wanted = Object.entries({ ca_file: ca, cert_file: certificate, key_file: key })
    .flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }]));
  const secrets = [...new Map(wanted.map(({ value }) => [value.secret.name, value.secret])).values()];
  return {
    files: Object.fromEntries(wanted.map(({ field, value }) => [field, `${directory}/${value.secret.name}/${value.key}`])),
    volumes: secrets.map((secret) => {
      const keys = wanted.filter(({ value }) => value.secret.name === secret.name).map(({ value }) => value.key);
      return DaemonVolume.secret(`${directory}/${secret.name}`, secret, { items: Object.fromEntries(keys.map((name) => [name, name])) });
    }),
  };
}

/**
 * What is kept on disk is tried for ever: the disk's limit decides, not the length of an outage. A full queue lets the pipeline wait, since what it refuses
 * would be given up by the processor `batch` before it; logs then wait in their files. Without a disk it is as upstream, five minutes.
 */
function queue(options: OpenTelemetryCollectorOptions): Section {
  return checkpointsOn(options) ? {
    sending_queue: { storage: 'file_storage', sizer: 'bytes', queue_size: queueBytes(options), block_on_overflow: true },
    retry_on_failure: { max_elapsed_time: '0s' },
  } : {};
}

export function queueBytes({ checkpoints: { queueLimit = Size.mebibytes(512) } = {} }: OpenTelemetryCollectorOptions): number {
  return queueLimit.toKibibytes({ rounding: SizeRoundingBehavior.FLOOR }) * 1024;
}
