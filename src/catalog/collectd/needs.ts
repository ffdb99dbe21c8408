import { HostPath } from '../../host/host-path';
import { Privileges } from '../../host/privileges';

/** What a plugin needs of the node. */
export interface Needs {
  readonly capabilities?: readonly string[];
  /** Why nothing less than a privileged container will do. */
  readonly privileged?: string;
  /** What it counts belongs to a network. */
  readonly hostNetwork?: boolean;
  /** It looks into other processes. */
  readonly hostPid?: boolean;
  /** Without the node's file system it would measure the container. */
  readonly rootFilesystem?: boolean;
  readonly hostPaths?: readonly HostPath[];
}

/** Upstream: collectd contrib/systemd.collectd.service, and where each plugin reads. Plugins that are not here read what the kernel tells everybody. */
const NEEDS: { readonly [plugin: string]: Needs } = {
  ceph: { capabilities: ['DAC_OVERRIDE'], hostPaths: [HostPath.readOnly('/run/ceph')] },
  conntrack: { hostNetwork: true },
  df: { rootFilesystem: true },
  dns: { capabilities: ['NET_RAW'], hostNetwork: true },
  ethstat: { hostNetwork: true },
  exec: { capabilities: ['SETUID', 'SETGID'] },
  intel_pmu: { capabilities: ['SYS_ADMIN'] },
  intel_rdt: { privileged: 'the plugin intel_rdt reads and writes registers of the processors by their devices' },
  interface: { hostNetwork: true },
  iptables: { capabilities: ['NET_ADMIN'], hostNetwork: true },
  netlink: { hostNetwork: true },
  ping: { capabilities: ['NET_RAW'] },
  processes: { hostPid: true },
  protocols: { hostNetwork: true },
  smart: { privileged: 'the plugin smart asks the disks by their devices' },
  tcpconns: { hostNetwork: true },
  turbostat: { privileged: 'the plugin turbostat reads registers of the processors by their devices' },
};

/** What is known of a plugin; nothing of most. */
export function knownNeeds(plugin: string): Needs {
  return Object.hasOwn(NEEDS, plugin) ? NEEDS[plugin] : {};
}

/** The rights of all of them together; undefined where nobody's are enough. A capability reaches a process of root only, as the program's file has none. */
export function neededPrivileges(needs: readonly Needs[]): Privileges | undefined {
  const reasons = needs.flatMap(({ privileged }) => privileged ?? []);
  if (reasons.length > 0) {
    return Privileges.privileged(reasons.join('; '));
  }
  const capabilities = [...new Set(needs.flatMap((need) => need.capabilities ?? []))];
  return capabilities.length > 0 ? Privileges.root().withCapabilities(...capabilities) : undefined;
}
