import { Duration } from 'cdk8s';
import { defaultGroups } from './default-groups';
import { printConfig, Section, Variable } from './writer';
import { GangliaAggregatorAddress, GangliaCompanionOptions } from '../aggregator-options';
import { GangliaCluster, GangliaCollectionGroup, GangliaGmondOptions, GangliaModule } from '../props';

/** UDP for values, TCP for who asks for all of them. */
export const PORT = 8649;

/** In a directory of its own: gmond's is `/etc/ganglia`, where the image may have configuration of modules. */
export const CONFIG_FILE = '/etc/ganglia-gmond/gmond.conf';

export const NODE_NAME = 'K8S_NODE_NAME';
export const POD_IP = 'POD_IP';

/** A part of gmond, which gives the heartbeat. */
export const CORE_MODULE = 'core_metrics';

export const HEARTBEAT = 'heartbeat';

/** In the container's foreground, as the user that it is started by. */
const IN_CONTAINER = { daemonize: false, setuid: false };

/** For a client that no longer reads, in microseconds: gmond answers one after the other, and by itself waits for ever. */
const CLIENT_TIMEOUT = 10_000_000;

const DAY = 86_400;

/** Of a node: it sends by unicast, and listens to nobody. The aggregator knows it by its name in Kubernetes. */
export function nodeConf(options: GangliaGmondOptions, cluster: GangliaCluster, aggregators: readonly GangliaAggregatorAddress[]): string {
  const { sendMetadataInterval, collectionGroups, modules, hostNetwork = true, extraConfig } = options;
  const sections: Section[] = [
    {
      name: 'globals',
      options: {
        ...IN_CONTAINER,
        mute: false,
        deaf: true,
        // without override_ip, whose IPv6 addresses the aggregator would take apart at their first colon
        override_hostname: new Variable(NODE_NAME),
        send_metadata_interval: seconds(sendMetadataInterval) ?? 60,
      },
    },
    clusterSection(cluster),
    ...aggregators.map(({ host, port = PORT }) => ({ name: 'udp_send_channel', options: { host, port } })),
    { name: 'modules', sections: [{ name: CORE_MODULE }, ...(modules ?? defaultModules(hostNetwork))].map(moduleSection) },
    { name: 'collection_group', options: { collect_once: true, time_threshold: 20 }, sections: [{ name: 'metric', options: { name: HEARTBEAT } }] },
    ...(collectionGroups ?? defaultGroups(hostNetwork)).map(groupSection),
  ];
  return [printConfig(sections), ...(extraConfig === undefined ? [] : [`${extraConfig.trimEnd()}\n`])].join('\n');
}

/** Of the companion: it measures nothing. The pod's own address is of the family that the cluster has. */
export function companionConf(cluster: GangliaCluster, { hostDmax }: GangliaCompanionOptions): string {
  const channel = { port: PORT, bind: new Variable(POD_IP) };
  return printConfig([
    { name: 'globals', options: { ...IN_CONTAINER, mute: true, deaf: false, host_dmax: seconds(hostDmax) ?? DAY } },
    clusterSection(cluster),
    { name: 'udp_recv_channel', options: channel },
    { name: 'tcp_accept_channel', options: { ...channel, timeout: CLIENT_TIMEOUT } },
  ]);
}

function defaultModules(withNetwork: boolean): GangliaModule[] {
  return ['cpu', 'load', 'mem', ...(withNetwork ? ['net'] : []), 'proc', 'sys'].map((name) => ({ name: `${name}_module`, path: `mod${name}.so` }));
}

function moduleSection({ name, path, params }: Partial<GangliaModule>): Section {
  return { name: 'module', options: { name, path, params } };
}

function clusterSection({ name, owner, latlong, url }: GangliaCluster): Section {
  return { name: 'cluster', options: { name, owner, latlong, url } };
}

function groupSection({ collectEvery, timeThreshold, metrics }: GangliaCollectionGroup): Section {
  return {
    name: 'collection_group',
    options: { collect_every: seconds(collectEvery), time_threshold: seconds(timeThreshold) },
    sections: metrics.map(({ name, valueThreshold, title }) => ({ name: 'metric', options: { name, value_threshold: valueThreshold, title } })),
  };
}

/** Parts of a second are told as a problem. */
function seconds(duration: Duration | undefined): number | undefined {
  return duration?.toSeconds({ integral: false });
}
