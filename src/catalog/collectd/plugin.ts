import { Directive, directive, directives } from './config/writer';
import { knownNeeds, Needs } from './needs';
import {
  CollectdCpuOptions, CollectdDfOptions, CollectdPluginOptions, CollectdProcessesOptions, CollectdSelection, CollectdTcpconnsOptions,
} from './plugin-options';
import { EXCLUDED_MOUNT_POINTS, EXCLUDED_NETWORK_DEVICES } from '../pods-on-node';

/** Where the role puts the node's file system. */
export const ROOT = '/host/root';

/** What begins with another letter is a mount of the container: collectd knows one list for mount points only, of what is left out or of what is measured. */
const CONTAINER_MOUNT_POINTS = '/^/([^h]|$)/';

const NODE_MOUNT_POINTS = `/^${ROOT}($|/)/`;

/** Without storage of their own. */
const EXCLUDED_FS_TYPES = '/^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|efivarfs|fuse.lxcfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc'
  + '|pstore|ramfs|rpc_pipefs|securityfs|selinuxfs|squashfs|sysfs|tmpfs|tracefs)$/';

/**
 * What collectd measures: a plugin, its configuration, and what it needs of the node. Only plugins that the image has can be loaded.
 *
 * @see https://www.collectd.org/documentation/manpages/collectd.conf.html
 */
export class CollectdPlugin {
  /** Time of the processors by state (`cpu`). */
  public static cpu(options: CollectdCpuOptions = {}): CollectdPlugin {
    const { reportByCpu = false, valuesPercentage } = options;
    return new CollectdPlugin('cpu', [directive('ReportByCpu', reportByCpu), directive('ValuesPercentage', valuesPercentage)]);
  }

  /**
   * Usage of the node's file systems (`df`), for which `/` of the node is mounted, read-only. They are named as on the node: `root`, `var-lib`.
   */
  public static df(options: CollectdDfOptions = {}): CollectdPlugin {
    const { mountPoints, fsTypes, reportInodes = true, valuesPercentage } = options;
    const onlySome = mountPoints !== undefined || fsTypes !== undefined;
    const selected = mountPoints?.map((path) => (path === '/' ? ROOT : `${ROOT}${path}`)) ?? [NODE_MOUNT_POINTS];
    const excluded = [CONTAINER_MOUNT_POINTS, `/${EXCLUDED_MOUNT_POINTS.replace('^/', `^${ROOT}/`)}/`];
    return new CollectdPlugin('df', [
      ...directives('MountPoint', onlySome ? selected : excluded),
      ...directives('FSType', onlySome ? fsTypes : [EXCLUDED_FS_TYPES]),
      directive('IgnoreSelected', !onlySome),
      directive('ReportInodes', reportInodes),
      directive('ValuesPercentage', valuesPercentage),
    ], {}, (mountPoints ?? []).filter((path) => !path.startsWith('/')).map((path) => `the mount point '${path}' of CollectdPlugin.df is no absolute path of the node`));
  }

  /**
   * Reads and writes of disks (`disk`).
   *
   * @param selection by default all but loop devices and disks in memory
   */
  public static disk(selection?: CollectdSelection): CollectdPlugin {
    return new CollectdPlugin('disk', select('Disk', selection ?? { names: ['/^(loop|ram|zram)[0-9]/'], ignoreSelected: true }));
  }

  /**
   * Traffic of the node's network devices (`interface`), for which collectd stands on the node's network.
   *
   * @param selection by default all but the node's end of each pod's cable, which would give new series with each pod
   */
  public static networkInterface(selection?: CollectdSelection): CollectdPlugin {
    return new CollectdPlugin('interface', select('Interface', selection ?? { names: [`/${EXCLUDED_NETWORK_DEVICES}/`], ignoreSelected: true }));
  }

  /** Load averages of the node (`load`). */
  public static load(): CollectdPlugin {
    return new CollectdPlugin('load', []);
  }

  /** Memory of the node by use (`memory`). */
  public static memory(): CollectdPlugin {
    return new CollectdPlugin('memory', []);
  }

  /** Swap space of the node (`swap`). */
  public static swap(): CollectdPlugin {
    return new CollectdPlugin('swap', []);
  }

  /** Time since the node has started (`uptime`). */
  public static uptime(): CollectdPlugin {
    return new CollectdPlugin('uptime', []);
  }

  /** The node's processes (`processes`), which collectd then sees (`hostPID`). */
  public static processes(options: CollectdProcessesOptions = {}): CollectdPlugin {
    const { names, delayAccounting } = options;
    const entries = [directive('CollectDelayAccounting', delayAccounting), ...directives('Process', names)];
    return new CollectdPlugin('processes', entries, delayAccounting ? { capabilities: ['NET_ADMIN'] } : {});
  }

  /** Connections of the node by state (`tcpconns`), for which collectd stands on the node's network. */
  public static tcpconns(options: CollectdTcpconnsOptions = {}): CollectdPlugin {
    const { localPorts, remotePorts, listeningPorts } = options;
    const port = (key: string, ports?: number[]) => directives(key, ports?.map(String));
    return new CollectdPlugin('tcpconns', [directive('ListeningPorts', listeningPorts), ...port('LocalPort', localPorts), ...port('RemotePort', remotePorts)]);
  }

  /**
   * How long the way to other hosts takes (`ping`). collectd becomes uid 0 with `NET_RAW`.
   *
   * @param hosts names or addresses
   */
  public static ping(...hosts: string[]): CollectdPlugin {
    return new CollectdPlugin('ping', directives('Host', hosts), {}, hosts.length === 0 ? ['CollectdPlugin.ping names no host; name those to ask'] : []);
  }

  /**
   * Health of the disks (`smart`). The container becomes privileged, since only such may open the devices.
   *
   * @param selection by default all disks
   */
  public static smart(selection?: CollectdSelection): CollectdPlugin {
    return new CollectdPlugin('smart', selection === undefined ? [] : select('Disk', selection));
  }

  /**
   * Any other plugin. What is known to need more than nobody may gets it: `ceph`, `dns`, `exec`, `intel_pmu`, `iptables` their capabilities, `intel_rdt`
   * and `turbostat` a privileged container; `conntrack`, `ethstat`, `netlink` and `protocols` the node's network.
   *
   * @param name as in `LoadPlugin`, such as `contextswitch`
   */
  public static of(name: string, options: CollectdPluginOptions = {}): CollectdPlugin {
    const { config, capabilities, hostPaths } = options;
    const known = knownNeeds(name);
    const needs = { capabilities: capabilities ?? known.capabilities, hostPaths: hostPaths ?? known.hostPaths };
    return new CollectdPlugin(name, [], structuredCopy(needs), [], config);
  }

  private constructor(
    /** Name of the plugin, as in `LoadPlugin`. */
    public readonly name: string,
    /** @internal */
    public readonly _entries: readonly Directive[],
    private readonly needs: Needs = {},
    /** @internal */
    public readonly _problems: readonly string[] = [],
    /** @internal */
    public readonly _config?: string,
  ) {
  }

  /** @internal */
  public get _needs(): Needs {
    return { ...knownNeeds(this.name), ...this.needs };
  }
}

function select(key: string, { names, ignoreSelected = false }: CollectdSelection): Directive[] {
  return [...directives(key, names), directive('IgnoreSelected', ignoreSelected)];
}

/** Lists of the caller's may change later. */
function structuredCopy({ capabilities, hostPaths }: Needs): Needs {
  return { capabilities: capabilities && [...capabilities], hostPaths: hostPaths && [...hostPaths] };
}
