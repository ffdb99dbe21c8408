import { args } from './definition';
import { AmdGpuDevicePluginDaemonProps } from './props';
import { flagOf } from '../go-flags';

/** What is wrong with the options, one sentence each; with most of it the plugin would not start. */
export function amdGpuDevicePluginProblems(props: AmdGpuDevicePluginDaemonProps): string[] {
  return [...health(props), ...extraArgs(props)];
}

function health({ healthCheckInterval, metricsExporter }: AmdGpuDevicePluginDaemonProps): string[] {
  const seconds = healthCheckInterval?.toSeconds({ integral: false }) ?? 1;
  return [
    ...(Number.isInteger(seconds) && seconds > 0 ? []
      : [`healthCheckInterval is ${seconds} seconds; it takes a whole number from 1 on, and is left out for no look at the health`]),
    ...(metricsExporter && healthCheckInterval === undefined
      ? ['metricsExporter has no effect without healthCheckInterval, at which the exporter is asked; say how often: healthCheckInterval: Duration.seconds(30)'] : []),
  ];
}

function extraArgs(props: AmdGpuDevicePluginDaemonProps): string[] {
  const own = [...args(props).map(flagOf), 'pulse', 'resource_naming_strategy'];
  return (props.extraArgs ?? []).filter((arg) => arg.startsWith('-') && own.includes(flagOf(arg)))
    .map((arg) => `extraArgs has '-${flagOf(arg)}'; ${instead(flagOf(arg))}`);
}

function instead(flag: string): string {
  const options: { readonly [flag: string]: string } = { pulse: 'healthCheckInterval', resource_naming_strategy: 'resourceNamingStrategy' };
  return flag in options ? `say it by the option ${options[flag]}, which brings what it needs` : 'it is there already, since no file can be written; leave it out';
}
