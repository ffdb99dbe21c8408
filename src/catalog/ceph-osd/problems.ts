import { memoryTarget, ownSections } from './config';
import { resourcesOf } from './definition';
import { CephOsdDaemonProps } from './props';
import { monitorProblem } from '../ceph-monitors';

/** Below it Ceph refuses `osd_memory_target`. */
const MEMORY_TARGET_MIN = 896 * 2 ** 20;

const SCRIPT_VARIABLES = ['CLUSTER_FSID', 'FORCE_REPAIR', 'FORCE_ZAP', 'OSD_CLASS', 'OSD_DB', 'OSD_DEVICE'];

/** What is wrong with the options, one sentence each; with most of it no OSD would be served, or the wrong disk would be. */
export function cephOsdProblems(props: CephOsdDaemonProps): string[] {
  return [
    ...cluster(props), ...devices(props), ...networks(props), ...crushLocation(props), ...prepare(props), ...memory(props), ...extraConfig(props),
    ...Object.keys(props.env ?? {}).filter((name) => SCRIPT_VARIABLES.includes(name)).map((name) => `env has ${name}, by which a disk is told from others; leave it out`),
    ...(props.placement === undefined ? [] : ['placement and nodes both say on which nodes the disks are; say it by nodes alone, and leave placement out']),
  ];
}

function cluster({ fsid, monitors }: CephOsdDaemonProps): string[] {
  return [
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fsid) ? []
      : [`fsid is '${fsid}', and no id of a cluster: what \`ceph fsid\` prints, such as b9127830-b0cc-4e34-aa47-9d1a2e9949a8`]),
    ...(monitors.length === 0 ? ['monitors is empty; name at least one, better all'] : []),
    ...monitors.flatMap((monitor) => monitorProblem(monitor, '')),
  ];
}

function devices({ devices: all }: CephOsdDaemonProps): string[] {
  const names = all.map(({ name }) => name);
  const paths = all.flatMap(({ path, dbPath }) => (dbPath === undefined ? [path] : [path, dbPath]));
  const data = all.map(({ path }) => path);
  return [
    ...(all.length === 0 ? ['devices is empty; name at least one disk'] : []),
    ...twice(names).map((name) => `two devices are named '${name}'; give each a name of its own`),
    ...names.filter((name) => !/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/.test(name))
      .map((name) => `the device's name '${name}' is not allowed: lower-case letters, digits and '-', at most 50 characters`),
    ...paths.filter((path) => !/^\/dev\/[^\s]+$/.test(path)).map((path) => `the device '${path}' is no path of a block device below /dev, without spaces`),
    ...twice(paths).filter((path) => data.includes(path)).map((path) => `the device '${path}' is used twice, and one would write over the other`),
    ...all.filter(({ deviceClass }) => deviceClass !== undefined && !/^[A-Za-z0-9_-]+$/.test(deviceClass))
      .map(({ deviceClass }) => `the device class '${deviceClass}' is not allowed: letters, digits, '_' and '-'`),
    ...twice(all.flatMap(({ dbPath }) => dbPath ?? []))
      .map((path) => `the device '${path}' is dbPath of two OSDs, and each needs one of its own: partitions or logical volumes`),
  ];
}

function networks({ publicNetworks = [], clusterNetworks = [] }: CephOsdDaemonProps): string[] {
  return [...publicNetworks, ...clusterNetworks].filter((network) => !/^[0-9a-f.:]+\/\d{1,3}$/i.test(network))
    .map((network) => `the network '${network}' is no network, such as 10.0.0.0/24 or 2001:db8::/64`);
}

function crushLocation({ crushLocation: location = {} }: CephOsdDaemonProps): string[] {
  const isName = (name: string) => /^([A-Za-z0-9_.-]|\$\([A-Z0-9_]+\))+$/.test(name);
  return Object.entries(location).filter((pair) => !pair.every(isName))
    .map(([type, name]) => `crushLocation has ${type}=${name}, which is not allowed: letters, digits, '_', '.' and '-', such as rack=a3`);
}

function prepare({ prepare: options }: CephOsdDaemonProps): string[] {
  const isOn = options !== undefined && (options.enabled ?? true);
  const { secret, key } = options?.keyring ?? {};
  return isOn && (secret === undefined || !key)
    ? ["prepare has no keyring: the Secret with that of client.bootstrap-osd (`ceph auth get client.bootstrap-osd`), in its key 'ceph.keyring'"] : [];
}

function memory(props: CephOsdDaemonProps): string[] {
  const limit = resourcesOf(props).memory?.limit;
  return limit !== undefined && memoryTarget(limit) < MEMORY_TARGET_MIN
    ? [`the memory limit is ${limit.toMebibytes({ rounding: 0 })}Mi, and Ceph needs 1120Mi at the least, four fifths of which are its cache`] : [];
}

/** A line of its own would be an option of its own. */
function extraConfig(props: CephOsdDaemonProps): string[] {
  const own = ownSections(props, resourcesOf(props).memory?.limit);
  return Object.entries(props.extraConfig ?? {}).flatMap(([section, options]) => [
    ...(/^[A-Za-z0-9_.-]+$/.test(section) ? [] : [`extraConfig has the section '${section}', which is not allowed, such as osd`]),
    ...Object.entries(options).flatMap(([option, value]) => {
      const name = option.trim().replace(/[\s-]+/g, '_');
      const written = Object.keys(own).find((known) => name in own[known]);
      return [
        ...(/^[a-z0-9_]+$/.test(name) ? [] : [`extraConfig.${section} has the option '${option}', which is not allowed, such as osd_max_backfills`]),
        ...(/[\n\r]/.test(value) ? [`extraConfig.${section}.${option} has several lines`] : []),
        ...(written === undefined ? [] : [`extraConfig.${section} repeats ${name}; say it by the option that writes it`]),
        ...(/^(key|keyring)$/.test(name) ? [`extraConfig.${section} has ${name}, and ConfigMaps are no place for keys; the OSD has its own on its disk`] : []),
      ];
    }),
  ]);
}

function twice(list: string[]): string[] {
  return [...new Set(list.filter((entry, index) => list.indexOf(entry) !== index))];
}
