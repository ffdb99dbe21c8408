import { NodeExporterOptions } from './props';
import { Privileges } from '../../host/privileges';

/** What a collector needs beyond `/proc` and `/sys`. */
interface Needs {
  /** Files that the kernel gives to root only. */
  readonly root?: boolean;
  readonly capability?: string;
  /** The node's message bus. */
  readonly dbus?: boolean;
  /** The node's file system; without it the collector would measure the container. */
  readonly rootFilesystem?: boolean;
}

const NEEDS: { readonly [collector: string]: Needs } = {
  filesystem: { rootFilesystem: true },
  logind: { dbus: true },
  os: { rootFilesystem: true },
  // a capability reaches a process of another user than root only through its file, which has none
  perf: { root: true, capability: 'PERFMON' },
  // 0400 since Linux 5.10: who reads them often enough learns the secrets of other programs (CVE-2020-8694)
  rapl: { root: true },
  slabinfo: { root: true },
  systemd: { dbus: true },
};

/** Collectors that only make sense with the node's file system. */
export const NEED_ROOT_FILESYSTEM = Object.keys(NEEDS).filter((name) => NEEDS[name].rootFilesystem);

export function enabledCollectors({ collectors }: NodeExporterOptions): string[] {
  return [...new Set(collectors?.enable ?? [])];
}

/** Those of the definition, and those that could not measure the node. */
export function disabledCollectors({ collectors = {}, rootFilesystem = true }: NodeExporterOptions): string[] {
  const blind = rootFilesystem || collectors.disableDefaults ? [] : NEED_ROOT_FILESYSTEM;
  return [...new Set([...(collectors.disable ?? []), ...blind])];
}

/** Whether a collector runs that is on by default. */
export function isOn(props: NodeExporterOptions, collector: string): boolean {
  return enabledCollectors(props).includes(collector) || (!props.collectors?.disableDefaults && !disabledCollectors(props).includes(collector));
}

export function needsDbus(props: NodeExporterOptions): boolean {
  return enabledCollectors(props).some((name) => NEEDS[name]?.dbus);
}

/** The rights of the collectors that are named; undefined where nobody's are enough. */
export function neededPrivileges(props: NodeExporterOptions): Privileges | undefined {
  const needs = enabledCollectors(props).map((name) => NEEDS[name]).filter((need) => need?.root);
  const capabilities = needs.flatMap((need) => need.capability ?? []);
  return needs.length > 0 ? Privileges.root().withCapabilities(...capabilities) : undefined;
}
