import { enabledCollectors, filters } from './collectors';
import { args } from './definition';
import { WindowsExporterDaemonProps } from './props';
import { flagOf } from '../go-flags';
import { regexpProblem } from '../go-regexp';

/** Flags that may be given several times; any other that is repeated keeps the exporter from starting. */
const REPEATABLE = ['web.listen-address'];

/** What is wrong with the options, one sentence each; with most of it the exporter would not start. */
export function windowsExporterProblems(props: WindowsExporterDaemonProps): string[] {
  return [...placement(props), ...collectorNames(props), ...expressions(props), ...directories(props), ...extraArgs(props)];
}

function placement(props: WindowsExporterDaemonProps): string[] {
  return props.placement?._isWindows ?? true ? []
    : ['placement is not of Windows nodes, where alone windows-exporter runs; use Placement.windows() or Placement.windowsNodes(nodes)'];
}

function collectorNames(props: WindowsExporterDaemonProps): string[] {
  const { enable = [], disableDefaults = false } = props.collectors ?? {};
  return [
    ...enable.filter((name) => !/^[a-z0-9_]+$/.test(name))
      .map((name) => `the collector name '${name}' is not allowed: lower-case letters, digits and '_', such as logical_disk; the default ones run unless collectors.disableDefaults`),
    ...(disableDefaults && enabledCollectors(props).length === 0
      ? ['collectors.disableDefaults leaves no collector; name in collectors.enable those that are wanted'] : []),
  ];
}

function expressions(props: WindowsExporterDaemonProps): string[] {
  return filters(props).flatMap(({ option, filter }) => Object.entries(filter).flatMap(([way, regexp]: [string, string | undefined]) => {
    const problem = regexp && regexpProblem(regexp);
    return problem ? [`${option}.${way} '${regexp}' is no regular expression of Go (RE2): ${problem}`] : [];
  }));
}

function directories({ textfileDirectories }: WindowsExporterDaemonProps): string[] {
  return [
    ...(textfileDirectories?.length === 0 ? ['textfileDirectories names no directory; name one, or leave it out'] : []),
    ...(textfileDirectories ?? []).filter((directory) => !/^[A-Za-z]:[\\/][^,]*$/.test(directory))
      .map((directory) => `the text file directory '${directory}' must be a path of a Windows node with its drive and without ',', such as C:\\metrics`),
  ];
}

function extraArgs(props: WindowsExporterDaemonProps): string[] {
  const own = [...args(props).map(flagOf), 'collectors.enabled'];
  return (props.extraArgs ?? []).filter((arg) => arg.startsWith('--')).map(flagOf).filter((flag) => own.includes(flag) && !REPEATABLE.includes(flag))
    .map((flag) => `extraArgs repeats '--${flag}', which the options say already; say it by the option that writes it`);
}
