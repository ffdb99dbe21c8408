import { Size } from 'cdk8s';
import { CephOsdDaemonProps } from './props';
import { bytes } from '../bytes';
import { isIpv6 } from '../ceph-monitors';

interface Sections {
  readonly [section: string]: { readonly [option: string]: string };
}

/** Ceph opens nodes of `rbd` and `nbd` that may belong to volumes whose data is on this very OSD, and waits for ever (rook's activate-osd.sh). */
export const LVM = 'devices {\n  global_filter = [ "r|^/dev/(rbd|nbd|drbd)|" ]\n}\n';

/** `ceph.conf`; Ceph's own names of options, those of the definition over those of the daemon. */
export function cephConf(props: CephOsdDaemonProps, memoryLimit: Size | undefined): string {
  const own = ownSections(props, memoryLimit);
  const extra = props.extraConfig ?? {};
  const names = [...new Set([...Object.keys(own), ...Object.keys(extra)])];
  const sections = names.map((name) => [name, { ...own[name], ...extra[name] }] as const);
  return sections.map(([name, options]) => [`[${name}]`, ...Object.entries(options).map(([option, value]) => `${option} = ${value}`), ''].join('\n')).join('\n');
}

/** What the daemon itself says, by Ceph's names. */
export function ownSections(props: CephOsdDaemonProps, memoryLimit: Size | undefined): Sections {
  const { fsid, monitors, publicNetworks, clusterNetworks } = props;
  return {
    global: {
      fsid,
      mon_host: monitors.join(','),
      ...(publicNetworks === undefined ? {} : { public_network: publicNetworks.join(',') }),
      ...(clusterNetworks === undefined ? {} : { cluster_network: clusterNetworks.join(',') }),
      ...families(props),
      // a container's log is what it says
      log_to_file: 'false',
      log_to_stderr: 'true',
    },
    osd: memoryLimit === undefined ? {} : { osd_memory_target: `${memoryTarget(memoryLimit)}` },
  };
}

/** Ceph takes one family and no other until it is told (https://docs.ceph.com/en/tentacle/rados/configuration/network-config-ref/). */
function families({ publicNetworks, monitors }: CephOsdDaemonProps): { [option: string]: string } {
  const addresses = publicNetworks ?? monitors;
  const v6 = addresses.filter(isIpv6);
  return v6.length === 0 ? {} : { ms_bind_ipv6: 'true', ms_bind_ipv4: String(v6.length < addresses.length) };
}

/** The rest is for what Ceph does not count as cache. */
export function memoryTarget(limit: Size): number {
  return Math.floor(bytes(limit) * 0.8);
}
