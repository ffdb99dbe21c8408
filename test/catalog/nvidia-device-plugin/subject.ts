import { parse } from 'yaml';
import { NvidiaDevicePluginDaemon, NvidiaDevicePluginDaemonProps } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, synth, Written } from '../../util';

export function objects(props?: NvidiaDevicePluginDaemonProps): Written[] {
  return synth((chart) => new NvidiaDevicePluginDaemon(chart, 'plugin', props));
}

export function daemonSets(props?: NvidiaDevicePluginDaemonProps): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props?: NvidiaDevicePluginDaemonProps): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

export function container(props?: NvidiaDevicePluginDaemonProps): Container {
  return pod(props).containers[0];
}

/** The configuration file as another parser than the writer's reads it. */
export function config(props?: NvidiaDevicePluginDaemonProps): unknown {
  return parse(objects(props).find(({ kind }) => kind === 'ConfigMap')!.data['config.yaml']);
}

interface HostMount {
  readonly path: string;
  readonly type?: string;
  readonly readOnly?: boolean;
  readonly mountPropagation?: string;
}

/** The paths of the container that are the node's, with what they are there. */
export function hostMounts(props?: NvidiaDevicePluginDaemonProps): { [mountPath: string]: HostMount } {
  const { volumes = [], containers: [{ volumeMounts = [] }] } = pod(props);
  return Object.fromEntries(volumeMounts.flatMap(({ name, mountPath, readOnly, mountPropagation }) => {
    const hostPath = volumes.find((volume) => volume.name === name)?.hostPath;
    return hostPath === undefined ? [] : [[mountPath, { ...hostPath, ...(readOnly && { readOnly }), ...(mountPropagation && { mountPropagation }) }]];
  }));
}

export function problems(props: NvidiaDevicePluginDaemonProps): string[] {
  return problemsOf((chart) => new NvidiaDevicePluginDaemon(chart, 'plugin', props)).map((problem) => problem.replace('[chart/plugin] ', ''));
}
