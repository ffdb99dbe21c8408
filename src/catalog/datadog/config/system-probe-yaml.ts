import { SYSTEM_PROBE } from './paths';
import { Section } from '../../extra-config';
import { runtimeSecurityOn } from '../features-on';
import { DatadogOptions } from '../props';

/** Where system-probe tells security-agent what it has seen. */
export const RUNTIME_SECURITY_SOCKET = `${SYSTEM_PROBE}/runtime-security.sock`;

/**
 * `system-probe.yaml`. Programs of eBPF come with the image, for kernels that describe themselves (BTF) and for those that do not: to compile them on
 * the node needs headers of the kernel, and with them the package manager's configuration and keys.
 */
export function systemProbeYaml(options: DatadogOptions): Section {
  return {
    system_probe_config: {
      enabled: true,
      sysprobe_socket: `${SYSTEM_PROBE}/sysprobe.sock`,
      enable_runtime_compiler: false,
      enable_kernel_header_download: false,
    },
    network_config: { enabled: options.networkMonitoring ?? false },
    service_monitoring_config: { enabled: options.serviceMonitoring ?? false },
    discovery: { enabled: false },
    ...(runtimeSecurityOn(options) ? {
      event_monitoring_config: { socket: `${SYSTEM_PROBE}/event-monitor.sock` },
      runtime_security_config: {
        enabled: true,
        socket: RUNTIME_SECURITY_SOCKET,
        policies: { dir: '/etc/datadog-agent/runtime-security.d' },
        activity_dump: { local_storage: { output_directory: `${SYSTEM_PROBE}/runtime-security/profiles` } },
        security_profile: { dir: `${SYSTEM_PROBE}/runtime-security/profiles` },
      },
    } : {}),
  };
}
