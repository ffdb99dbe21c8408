import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { GangliaAggregator } from './aggregator';
import { GangliaAggregatorAddress } from './aggregator-options';
import { CONFIG_FILE, nodeConf } from './config/gmond-conf';
import { GangliaGmondDaemonProps } from './props';
import { NameAndNamespace, setNameOf } from '../../daemon/render/identity';
import { DaemonResources } from '../../daemon/resources';
import { NodeMonitorDaemonProps } from '../../daemon/roles/node-monitor';
import { mergeResources } from '../resources';

export const PROGRAM = 'ganglia-gmond';

/** What the names of the companion's objects end with. */
export const AGGREGATOR = 'aggregator';

const RESOURCES: DaemonResources = {
  cpu: { request: Cpu.millis(20) },
  memory: { request: Size.mebibytes(16), limit: Size.mebibytes(64) },
};

/** gmond as data: the same for the daemon and, from merged options, for each of its variants. @param who the daemon itself */
export function gangliaGmond(who: NameAndNamespace, props: GangliaGmondDaemonProps): NodeMonitorDaemonProps {
  const {
    cluster, aggregators, sendMetadataInterval, collectionGroups, modules, extraConfig, hostNetwork = true, resources, ...others
  } = props;
  const addresses = aggregatorsOf(props).map(({ _data }): GangliaAggregatorAddress => (_data.kind === 'at' ? _data.options : { host: companionHost(who) }));
  return {
    ...others,
    program: PROGRAM,
    containerName: 'gmond',
    ...start(),
    resources: mergeResources(RESOURCES, resources),
    configFiles: [{ path: CONFIG_FILE, content: nodeConf(props, cluster, addresses) }],
    hostNetwork,
    // gmond has no option for another place than its own /proc; what it reads there is the node's but for the network, its counts of processes too
    kernelFilesystems: false,
    rootFilesystem: false,
    hostPid: false,
  };
}

/** gmond in the foreground, in place of whatever the image starts. */
export function start(): { readonly command: string[]; readonly args: string[] } {
  return { command: ['gmond'], args: ['--foreground', `--conf=${CONFIG_FILE}`] };
}

export function aggregatorsOf({ aggregators }: GangliaGmondDaemonProps): GangliaAggregator[] {
  return aggregators ?? [GangliaAggregator.companion()];
}

export function companionName({ name }: NameAndNamespace): string {
  return setNameOf(name, AGGREGATOR);
}

/** A name that is found from every namespace, and from the node's network. */
export function companionHost(who: NameAndNamespace): string {
  return [companionName(who), ...(who.namespace === undefined ? [] : [who.namespace, 'svc'])].join('.');
}
