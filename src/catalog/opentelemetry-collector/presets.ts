import { OpenTelemetryCollectorOptions } from './props';
import { OpenTelemetryHostScraper, OpenTelemetryKubeletAddress } from './receiver-options';

/** Which presets are on, and with what: asked by the configuration, and by what it needs of the pod. */

export function otlpOn({ otlp = {} }: OpenTelemetryCollectorOptions): boolean {
  return otlp.enabled ?? true;
}

export function grpcPort({ otlp = {} }: OpenTelemetryCollectorOptions): number {
  return otlp.grpcPort ?? 4317;
}

export function httpPort({ otlp = {} }: OpenTelemetryCollectorOptions): number {
  return otlp.httpPort ?? 4318;
}

export function logsOn({ logs }: OpenTelemetryCollectorOptions): boolean {
  return logs !== undefined && (logs.enabled ?? true);
}

export function hostMetricsOn({ hostMetrics }: OpenTelemetryCollectorOptions): boolean {
  return hostMetrics !== undefined && (hostMetrics.enabled ?? true);
}

export function kubeletMetricsOn({ kubeletMetrics }: OpenTelemetryCollectorOptions): boolean {
  return kubeletMetrics !== undefined && (kubeletMetrics.enabled ?? true);
}

export function kubernetesAttributesOn({ kubernetesAttributes }: OpenTelemetryCollectorOptions): boolean {
  return kubernetesAttributes !== undefined && (kubernetesAttributes.enabled ?? true);
}

/** Positions of logs must outlive the pod, whatever else does. */
export function checkpointsOn(options: OpenTelemetryCollectorOptions): boolean {
  return options.checkpoints?.enabled ?? (options.checkpoints !== undefined || logsOn(options));
}

/** Undefined where there is none. */
export function telemetryPort({ telemetry = {} }: OpenTelemetryCollectorOptions): number | undefined {
  return telemetry.enabled ?? true ? telemetry.port ?? 8888 : undefined;
}

export function healthPort({ healthPort: port = 13133 }: OpenTelemetryCollectorOptions): number {
  return port;
}

/** What is measured of the node; nothing where nothing is. */
export function scrapersOf(options: OpenTelemetryCollectorOptions): OpenTelemetryHostScraper[] {
  const { CPU, LOAD, MEMORY, DISK, FILESYSTEM } = OpenTelemetryHostScraper;
  return hostMetricsOn(options) ? [...new Set(options.hostMetrics?.scrapers ?? [CPU, LOAD, MEMORY, DISK, FILESYSTEM])] : [];
}

/** Whether the kubelet is found by the node's address, and not by its name. */
export function needsNodeAddress(options: OpenTelemetryCollectorOptions): boolean {
  return kubeletMetricsOn(options) && options.kubeletMetrics?.address !== OpenTelemetryKubeletAddress.NODE_NAME;
}
