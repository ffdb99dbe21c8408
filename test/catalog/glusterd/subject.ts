import { GlusterdDaemon, GlusterdDaemonProps } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { problems as problemsOf, synth, Written } from '../../util';

export const LEAST: GlusterdDaemonProps = { image: 'registry.example.com/glusterd:11.1', brickDirectories: ['/srv/bricks'] };

type Props = Partial<GlusterdDaemonProps>;

export function objects(props: Props = {}): Written[] {
  return synth((chart) => new GlusterdDaemon(chart, 'glusterd', { ...LEAST, ...props }));
}

export function daemonSets(props?: Props): DaemonSet[] {
  return objects(props).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(props?: Props): PodSpec {
  return daemonSets(props)[0].spec.template.spec;
}

export function container(props?: Props): Container {
  return pod(props).containers[0];
}

/** A volume file as a reader of its language sees it: the options of the one volume. */
export function parse(text: string): { [option: string]: string } {
  const lines = text.trim().split('\n').map((line) => line.trim().split(/\s+/));
  const [[head, name], ...rest] = lines;
  const [end] = rest.pop()!;
  return { [head]: name, [end]: '', ...Object.fromEntries(rest.map((words) => (words[0] === 'option' ? [words[1], words.slice(2).join(' ')] : [words[0], words[1]]))) };
}

export function volume(props?: Props): { [option: string]: string } {
  return parse(objects(props).find(({ kind }) => kind === 'ConfigMap')!.data['glusterd.vol']);
}

export function problems(props: Props): string[] {
  return problemsOf((chart) => new GlusterdDaemon(chart, 'glusterd', { ...LEAST, ...props })).map((problem) => problem.replace('[chart/glusterd] ', ''));
}
