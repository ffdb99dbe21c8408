import { ISecret } from 'cdk8s-plus-27';
import { AppDynamicsDaemon, AppDynamicsDaemonProps } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, synth, Written } from '../../util';

export function secret(name: string): ISecret {
  return { name } as ISecret;
}

export const LEAST: AppDynamicsDaemonProps = {
  image: 'registry.example.com/machine-agent:24.10.0',
  controller: { host: 'example.saas.appdynamics.com', account: 'example' },
  accessKey: { secret: secret('cluster-agent-secret'), key: 'controller-key' },
};

export function objects(props: Partial<AppDynamicsDaemonProps> = {}): Written[] {
  return synth((chart) => new AppDynamicsDaemon(chart, 'machine-agent', { ...LEAST, ...props }));
}

export function daemonSets(props?: Partial<AppDynamicsDaemonProps>): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props?: Partial<AppDynamicsDaemonProps>): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

export function container(props?: Partial<AppDynamicsDaemonProps>): Container {
  return pod(props).containers[0];
}

/** A file of the configuration. */
export function file(name: string, props?: Partial<AppDynamicsDaemonProps>): string {
  return objects(props).find(({ kind }) => kind === 'ConfigMap')!.data[name];
}

export function problems(props: Partial<AppDynamicsDaemonProps>): string[] {
  return problemsOf((chart) => new AppDynamicsDaemon(chart, 'machine-agent', { ...LEAST, ...props })).map((problem) => problem.replace('[chart/machine-agent] ', ''));
}
