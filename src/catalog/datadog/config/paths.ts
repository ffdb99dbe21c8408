import { DatadogOptions } from '../props';

/** Where every program of the agent looks for its configuration. The image's own is copied there, and ours on top of it. */
export const CONFIG = '/etc/datadog-agent';

/** Ours, as it comes from the ConfigMap. */
export const OWN_CONFIG = '/etc/datadog-agent-config';

/** Checks, where the image's own scripts look for them. */
export const CHECKS = '/conf.d';

/** Read positions of logs, and what else outlives a restart. */
export const STATE = '/opt/datadog-agent/run';

/** Sockets between system-probe and the others. */
export const SYSTEM_PROBE = '/var/run/sysprobe';

export const KUBELET_CA = '/var/run/host-kubelet-ca.crt';

/** The port that the kubelet's probes ask. */
export const HEALTH_PORT = 5555;

export function socketDirectory({ socketDirectory: directory = '/var/run/datadog' }: DatadogOptions): string {
  return directory;
}

/** The layers of images; CRI-O keeps them elsewhere. */
export function imageDirectory({ sbom, criSocketPath = '' }: DatadogOptions): string {
  return sbom?.imageDirectory ?? (/\/crio\b/.test(criSocketPath) ? '/var/lib/containers' : '/var/lib/containerd');
}
