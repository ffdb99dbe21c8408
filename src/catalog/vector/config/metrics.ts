import { listenOn } from './sources';
import { Components } from './values';
import { VectorOptions } from '../props';

/** Id of the sink; that of the measurements is Vector's own word. */
const METRICS = 'metrics';

/** Undefined where there are no metrics. */
export function metricsPort({ metrics = {} }: VectorOptions): number | undefined {
  return metrics.enabled ?? true ? metrics.port ?? 9090 : undefined;
}

/** Undefined where there is no API. */
export function apiPort({ api = {} }: VectorOptions): number | undefined {
  return api.enabled ?? false ? api.port ?? 8686 : undefined;
}

export function measuresNode(options: VectorOptions): boolean {
  return metricsPort(options) !== undefined && (options.metrics?.hostCollectors ?? []).length > 0;
}

export function metricsSources(options: VectorOptions): Components {
  return {
    ...(metricsPort(options) === undefined ? {} : { internal_metrics: { type: 'internal_metrics' } }),
    ...(measuresNode(options) ? { host_metrics: { type: 'host_metrics', collectors: options.metrics?.hostCollectors } } : {}),
  };
}

export function metricsSink(options: VectorOptions): Components {
  const port = metricsPort(options);
  return port === undefined ? {}
    : { [METRICS]: { type: 'prometheus_exporter', inputs: Object.keys(metricsSources(options)), address: listenOn(port, options) } };
}
