import { enabledCollectors, isOn, NEED_ROOT_FILESYSTEM } from './collectors';
import { args, METRICS } from './definition';
import { NodeExporterDaemonProps, NodeExporterListen } from './props';
import { flagOf } from '../go-flags';
import { regexpProblem } from '../go-regexp';

/** Flags that may be given several times; any other that is repeated keeps the exporter from starting. */
const REPEATABLE = ['collector.textfile.directory', 'web.listen-address'];

/** What is wrong with the options, one sentence each; with most of it the exporter would not start. */
export function nodeExporterProblems(props: NodeExporterDaemonProps): string[] {
  return [...collectorNames(props), ...collectorsThatAreOff(props), ...filters(props), ...webConfig(props), ...loopback(props), ...extraArgs(props)];
}

function collectorNames(props: NodeExporterDaemonProps): string[] {
  const { enable = [], disable = [] } = props.collectors ?? {};
  return [
    ...[...enable, ...disable].filter((name) => !/^[a-z0-9_.]+$/.test(name))
      .map((name) => `the collector name '${name}' is not allowed: lower-case letters, digits, '_' and '.', such as cpu_vulnerabilities, without --collector.`),
    ...enabledCollectors(props).filter((name) => disable.includes(name))
      .map((name) => `the collector '${name}' is in collectors.enable and in collectors.disable; leave it out of one of them`),
  ];
}

function collectorsThatAreOff(props: NodeExporterDaemonProps): string[] {
  const { collectors = {}, rootFilesystem = true } = props;
  const enabled = enabledCollectors(props);
  const blind = rootFilesystem ? [] : enabled.filter((name) => NEED_ROOT_FILESYSTEM.includes(name));
  const options = {
    textfile: props.textfileDirectory !== undefined && 'textfileDirectory',
    filesystem: props.filesystem !== undefined && 'filesystem',
  };
  return [
    ...(collectors.disableDefaults && enabled.length === 0 ? ['collectors.disableDefaults leaves no collector; name in collectors.enable those that are wanted'] : []),
    ...blind.map((name) => `the collector '${name}' needs the node's file system, which rootFilesystem: false takes away; leave one of the two out`),
    ...Object.entries(options).filter(([collector, option]) => option && !isOn(props, collector))
      .map(([collector, option]) => `${option} has no effect, since the collector '${collector}' is off; turn it on, or leave ${option} out`),
  ];
}

function filters({ filesystem = {}, networkDevicesExclude }: NodeExporterDaemonProps): string[] {
  const { mountPointsExclude, mountPointsInclude, fsTypesExclude, fsTypesInclude } = filesystem;
  const regexps = {
    'filesystem.mountPointsExclude': mountPointsExclude,
    'filesystem.mountPointsInclude': mountPointsInclude,
    'filesystem.fsTypesExclude': fsTypesExclude,
    'filesystem.fsTypesInclude': fsTypesInclude,
    networkDevicesExclude,
  };
  const pairs = [['mountPointsExclude', 'mountPointsInclude'], ['fsTypesExclude', 'fsTypesInclude']] as const;
  return [
    ...pairs.filter((pair) => pair.every((option) => filesystem[option]))
      .map(([exclude, include]) => `filesystem has ${exclude} and ${include}, and the exporter takes only one of them; leave one out`),
    ...Object.entries(regexps).flatMap(([option, regexp]) => {
      const problem = regexp && regexpProblem(regexp);
      return problem ? [`${option} '${regexp}' is no regular expression of Go (RE2): ${problem}`] : [];
    }),
  ];
}

function webConfig({ tls, webConfig: own, discovery = [] }: NodeExporterDaemonProps): string[] {
  const monitors = discovery.map((entry) => entry._kind).filter((kind) => kind === 'podMonitor' || kind === 'serviceMonitor');
  return [
    ...(tls !== undefined && own !== undefined
      ? ['tls and webConfig are both given, and the exporter reads one web configuration; say tls_server_config in that of webConfig, and leave tls out'] : []),
    ...monitors.filter(() => tls !== undefined).map((kind) => `with tls the exporter answers by HTTPS, and Discovery.${kind}() asks by HTTP; `
      + 'leave it out and write a monitor of your own (an ApiObject of cdk8s) with scheme: https'),
  ];
}

function loopback({ listen, discovery = [] }: NodeExporterDaemonProps): string[] {
  const offered = discovery.map((entry) => entry._service.ports ?? [METRICS]).flat();
  return listen === NodeExporterListen.LOOPBACK && offered.includes(METRICS)
    ? [`discovery offers the port '${METRICS}', which answers on the loopback address only; name the port of a proxy: Discovery.headless({ ports: ['https'] })`] : [];
}

function extraArgs(props: NodeExporterDaemonProps): string[] {
  const own = args(props, '').map(flagOf);
  return (props.extraArgs ?? []).filter((arg) => arg.startsWith('--')).flatMap((arg) => {
    const flag = flagOf(arg);
    const rival = flag.replace(/-(in|ex)clude$/, (ending) => (ending === '-include' ? '-exclude' : '-include'));
    return [
      ...(own.includes(flag) && !REPEATABLE.includes(flag)
        ? [`extraArgs repeats '--${flag}', which the exporter takes only once; say it by the option that writes it`] : []),
      ...(rival !== flag && own.includes(rival)
        ? [`extraArgs has '--${flag}', which shuts out '--${rival}'; say it by the option that writes the latter, or give that option the empty text`] : []),
    ];
  });
}
