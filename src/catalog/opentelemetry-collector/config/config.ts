import { Exporter } from './exporters';
import { readExtraConfig } from './extra-config';
import { STATE } from './paths';
import { processors } from './processors';
import { receivers } from './receivers';
import { listenOn, variable } from './values';
import { mergeSections, Section } from '../../extra-config';
import { OpenTelemetrySignal } from '../exporter';
import { checkpointsOn, healthPort, telemetryPort } from '../presets';
import { OpenTelemetryCollectorOptions } from '../props';

/** The whole configuration, further configuration merged over it. */
export function collectorConfig(options: OpenTelemetryCollectorOptions, exporters: Exporter[]): Section {
  const taken = receivers(options);
  const worked = processors(options);
  const extensions = extensionsOf(options);
  return said(mergeSections({
    extensions,
    receivers: Object.fromEntries(taken.map(({ id, config }) => [id, config])),
    processors: worked,
    exporters: Object.fromEntries(exporters.map(({ id, config }) => [id, config])),
    service: {
      extensions: Object.keys(extensions),
      pipelines: Object.fromEntries(Object.values(OpenTelemetrySignal).flatMap((signal) => {
        const from = taken.filter(({ signals }) => signals.includes(signal)).map(({ id }) => id);
        const to = exporters.filter(({ signals }) => signals?.includes(signal) ?? true).map(({ id }) => id);
        return from.length > 0 && to.length > 0 ? [[signal, { receivers: from, processors: Object.keys(worked), exporters: to }]] : [];
      })),
      telemetry: { metrics: telemetry(options) },
    },
  }, readExtraConfig(options.extraConfig)));
}

/** Without what is undefined: written as null it would switch on what has to be left out, such as TLS. */
function said(config: Section): Section {
  return JSON.parse(JSON.stringify(config));
}

function extensionsOf(options: OpenTelemetryCollectorOptions): Section {
  return {
    health_check: { endpoint: listenOn(healthPort(options)) },
    ...(checkpointsOn(options) ? { file_storage: fileStorage() } : {}),
  };
}

/** What a crash has left broken or half done is put aside, else the collector would not start again on this node (upstream: extension/storage/filestorage). */
function fileStorage(): Section {
  return { directory: STATE, recreate: true, compaction: { directory: STATE, on_rebound: true, cleanup_on_start: true } };
}

/** The address and the port are joined by the collector, which makes the brackets of an IPv6 address itself (upstream: otelconf, `net.JoinHostPort`). */
function telemetry(options: OpenTelemetryCollectorOptions): Section {
  const port = telemetryPort(options);
  return port === undefined ? { level: 'none' }
    : { readers: [{ pull: { exporter: { prometheus: { host: variable('K8S_POD_IP'), port } } } }] };
}
