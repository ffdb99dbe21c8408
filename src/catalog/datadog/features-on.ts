import { DatadogHostPackages } from './feature-options';
import { DatadogOptions } from './props';

/** Which features are on: asked by the configuration, and by what it needs of the pod. */

export function logsOn({ logs }: DatadogOptions): boolean {
  return logs !== undefined && (logs.enabled ?? true);
}

export function apmOn({ apm }: DatadogOptions): boolean {
  return apm !== undefined && (apm.enabled ?? true);
}

export function dogstatsdOn({ dogstatsd }: DatadogOptions): boolean {
  return dogstatsd !== undefined && (dogstatsd.enabled ?? true);
}

export function processesOn({ processes }: DatadogOptions): boolean {
  return processes !== undefined && (processes.enabled ?? true);
}

export function complianceOn({ security }: DatadogOptions): boolean {
  return security?.compliance ?? false;
}

export function runtimeSecurityOn({ security }: DatadogOptions): boolean {
  return security?.runtime ?? false;
}

export function sbomOn({ sbom }: DatadogOptions): boolean {
  return sbom !== undefined && (sbom.enabled ?? true);
}

export function imagesOn(options: DatadogOptions): boolean {
  return sbomOn(options) && (options.sbom?.containerImages ?? true);
}

/** The directory with what is installed on the node; undefined where it is not looked into. */
export function hostPackages(options: DatadogOptions): DatadogHostPackages | undefined {
  return sbomOn(options) ? options.sbom?.hostPackages : undefined;
}

/** Network and services are watched by one program, and reported by another. */
export function processAgentOn({ networkMonitoring = false, serviceMonitoring = false }: DatadogOptions): boolean {
  return networkMonitoring || serviceMonitoring;
}

export function systemProbeOn(options: DatadogOptions): boolean {
  return processAgentOn(options) || runtimeSecurityOn(options);
}

export function apmSocketOn(options: DatadogOptions): boolean {
  return apmOn(options) && (options.apm?.socket ?? true);
}

export function dogstatsdSocketOn(options: DatadogOptions): boolean {
  return dogstatsdOn(options) && (options.dogstatsd?.socket ?? true);
}

export function apmPort({ apm }: DatadogOptions): number {
  return apm?.port ?? 8126;
}

export function dogstatsdPort({ dogstatsd }: DatadogOptions): number {
  return dogstatsd?.port ?? 8125;
}
