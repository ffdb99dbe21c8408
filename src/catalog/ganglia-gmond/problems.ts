import { Duration } from 'cdk8s';
import { CORE_MODULE, HEARTBEAT, NODE_NAME } from './config/gmond-conf';
import { AGGREGATOR, aggregatorsOf } from './definition';
import { GangliaGmondDaemonProps, GangliaMetric } from './props';

/** What is wrong with the options, one sentence each; with most of it gmond would not start, or nobody would get what it measures. */
export function gangliaGmondProblems(props: GangliaGmondDaemonProps): string[] {
  return [image, cluster, aggregators, metrics, modules, times, variables, names].flatMap((problems) => problems(props));
}

function image(props: GangliaGmondDaemonProps): string[] {
  return props.image ? [] : ["image is missing: the Ganglia project publishes none; give one of yours, with Debian's ganglia-monitor for example"];
}

function cluster({ cluster: own }: GangliaGmondDaemonProps): string[] {
  return [
    ...(own.name === '' ? ['cluster.name is empty; gmetad tells clusters apart by their names'] : []),
    ...Object.entries(own).flatMap(([option, value]) => markup(`cluster.${option}`, value)),
  ];
}

function aggregators(props: GangliaGmondDaemonProps): string[] {
  const all = aggregatorsOf(props).map(({ _data }) => _data);
  const addresses = all.flatMap((data) => (data.kind === 'at' ? [data.options] : []));
  return [
    ...(all.length === 0 ? ['aggregators is empty, so nobody would get what is measured; leave it out for one that comes with the daemon'] : []),
    ...(all.length - addresses.length > 1 ? ['GangliaAggregator.companion() is there twice, and one comes with the daemon; leave one out'] : []),
    ...addresses.filter(({ host }) => !/^[\w.:%-]+$/.test(host) || /^[^:]+:\d+$/.test(host))
      .map(({ host }) => `the host '${host}' of GangliaAggregator.at is none: a name or an address, IPv6 without brackets; the port has a field of its own`),
    ...addresses.filter(({ port = 1 }) => !(Number.isInteger(port) && port > 0 && port < 65536))
      .map(({ port }) => `the port ${port} of GangliaAggregator.at is none; it takes 1 to 65535`),
  ];
}

function metrics({ collectionGroups = [] }: GangliaGmondDaemonProps): string[] {
  const all = collectionGroups.flatMap((group) => group.metrics);
  return [
    ...collectionGroups.filter((group) => group.metrics.length === 0).map(() => 'a group of collectionGroups has no metrics; leave it out'),
    ...repeated(all.map(({ name }) => name)).map((name) => `the metric '${name}' is in collectionGroups twice; leave one out`),
    ...all.filter(({ name }) => name === HEARTBEAT).map(() => `the metric '${HEARTBEAT}' is always sent; leave it out of collectionGroups`),
    ...all.flatMap(metric),
  ];
}

function metric({ name, valueThreshold = 0, title }: GangliaMetric): string[] {
  return [
    ...(/^[\w.-]+$/.test(name) ? [] : [`the metric name '${name}' is not allowed: letters, digits, '_', '.' and '-', such as load_one`]),
    ...(Number.isFinite(valueThreshold) && valueThreshold >= 0 ? [] : [`the valueThreshold of the metric '${name}' is ${valueThreshold}; it takes a number from 0 on`]),
    ...markup(`the title of the metric '${name}':`, title),
  ];
}

function modules({ modules: own = [] }: GangliaGmondDaemonProps): string[] {
  const all = own.map(({ name }) => name);
  return [
    ...repeated(all).map((name) => `the module '${name}' is in modules twice; leave one out`),
    ...all.filter((name) => name === CORE_MODULE).map((name) => `the module '${name}' is a part of gmond and always loaded; leave it out of modules`),
  ];
}

function times(props: GangliaGmondDaemonProps): string[] {
  const { sendMetadataInterval, collectionGroups = [] } = props;
  const all: [string, Duration | undefined][] = [
    ['sendMetadataInterval', sendMetadataInterval],
    ...collectionGroups.flatMap(({ collectEvery, timeThreshold }): [string, Duration][] => [['collectEvery', collectEvery], ['timeThreshold', timeThreshold]]),
    ...aggregatorsOf(props).map(({ _data }): [string, Duration | undefined] => ['hostDmax', _data.kind === 'companion' ? _data.options.hostDmax : undefined]),
  ];
  return all.map(([option, time]) => ({ option, milliseconds: time?.toMilliseconds() ?? 1000 }))
    .filter(({ milliseconds }) => milliseconds <= 0 || milliseconds % 1000 !== 0)
    .map(({ option, milliseconds }) => `${option} is ${milliseconds} ms; it takes whole seconds from 1 on`);
}

/** gmond would read the empty text. */
function variables({ extraConfig = '', env = {} }: GangliaGmondDaemonProps): string[] {
  const used = [...extraConfig.matchAll(/\$\{([^}:]+)\}/g)].map(([, name]) => name);
  return [...new Set(used)].filter((name) => name !== NODE_NAME && !(name in env))
    .map((name) => `extraConfig uses \${${name}}, and there is no such variable; say it in env`);
}

/** Its DaemonSet and the Deployment would have the same selector. */
function names(props: GangliaGmondDaemonProps): string[] {
  const isTaken = aggregatorsOf(props).some(({ _data }) => _data.kind === 'companion') && (props.variants ?? []).some(({ name }) => name === AGGREGATOR);
  return isTaken ? [`the variant '${AGGREGATOR}' would be called like the aggregator that comes with the daemon; give it another name`] : [];
}

function markup(what: string, text: string = ''): string[] {
  return /[<>&"\n]/.test(text) ? [`${what} '${text}' is not allowed: without '<', '>', '&', '"' and line breaks, which gmond would write into its XML as they are`] : [];
}

function repeated(all: readonly string[]): string[] {
  return [...new Set(all.filter((name, index) => all.indexOf(name) !== index))];
}
