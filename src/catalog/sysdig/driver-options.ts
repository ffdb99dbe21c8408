import { EnvValue } from 'cdk8s-plus-27';
import { DaemonResources } from '../../daemon/resources';

/**
 * How the agent sees what happens in the kernel.
 *
 * @see https://docs.sysdig.com/en/sysdig-secure/install-agent-components/configuration/sysdig-agent/understand-agent-drivers
 */
export enum SysdigDriver {
  /**
   * An eBPF program that is a part of the agent and fits every kernel from 5.8 on that has BTF, as those of today's distributions: nothing is built or fetched, and
   * nothing is privileged.
   */
  UNIVERSAL_EBPF = 'universal_ebpf',

  /**
   * An eBPF program for exactly the kernel of the node, from 4.14 on: a privileged container builds or fetches it before the agent starts, from the kernel's headers
   * or from the internet. The agent itself is not privileged.
   */
  LEGACY_EBPF = 'legacy_ebpf',

  /** A kernel module, for old kernels: a privileged container builds or fetches it and loads it; the agent is privileged too, to open the module's devices. */
  KMOD = 'kmod',
}

/** The container that makes the driver for the kernel of the node, with `SysdigDriver.LEGACY_EBPF` and `SysdigDriver.KMOD`. */
export interface SysdigDriverBuilder {
  /**
   * Image with tag or digest. Its version is that of the agent.
   *
   * @default - quay.io/sysdig/agent-kmodule:14.7.4
   */
  readonly image?: string;

  /**
   * What it asks of the node. What is not said keeps its default, made to fit.
   *
   * @default - as upstream: CPU request 250m; memory request 348Mi and limit 512Mi; upstream's CPU limit would only make it slow
   */
  readonly resources?: DaemonResources;

  /**
   * Further environment variables.
   *
   * @default - only those that the driver and `proxy` need
   */
  readonly env?: { [name: string]: EnvValue };
}
