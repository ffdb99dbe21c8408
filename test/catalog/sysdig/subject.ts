import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { load } from 'js-yaml';
import { SysdigCollector, SysdigDaemon, SysdigDaemonProps, SysdigRegion } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, synth, Written } from '../../util';

export function secret(name: string): ReturnType<typeof Secret.fromSecretName> {
  return Secret.fromSecretName(new Chart(new App(), 'chart'), name, name);
}

export const LEAST: SysdigDaemonProps = {
  accessKey: { secret: secret('sysdig'), key: 'access-key' },
  collector: SysdigCollector.region(SysdigRegion.EU1),
};

export function objects(props: Partial<SysdigDaemonProps> = {}): Written[] {
  return synth((chart) => new SysdigDaemon(chart, 'sysdig', { ...LEAST, ...props }));
}

export function daemonSets(props?: Partial<SysdigDaemonProps>): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props?: Partial<SysdigDaemonProps>): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

export function container(props?: Partial<SysdigDaemonProps>): Container {
  return pod(props).containers[0];
}

/** `dragent.yaml`, read by a parser that is not the one that wrote it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function config(props?: Partial<SysdigDaemonProps>): any {
  return load(objects(props).find(({ kind }) => kind === 'ConfigMap')!.data['dragent.yaml']);
}

export function problems(props: Partial<SysdigDaemonProps>): string[] {
  return problemsOf((chart) => new SysdigDaemon(chart, 'sysdig', { ...LEAST, ...props })).map((problem) => problem.replace('[chart/sysdig] ', ''));
}
