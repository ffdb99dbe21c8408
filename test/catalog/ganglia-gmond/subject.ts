import { App, Chart, Testing } from 'cdk8s';
import { Parsed, parseConfig } from './parse';
import { GangliaGmondDaemon, GangliaGmondDaemonProps } from '../../../src';
import { DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { Written } from '../../util';

export const PROPS: GangliaGmondDaemonProps = { image: 'registry.example.com/gmond:3.7.2-6', cluster: { name: 'production' } };

/** Where the nodes send, unless it is said. */
export const AGGREGATOR = 'gmond-aggregator';

export type Options = Partial<GangliaGmondDaemonProps>;

export function define(options: Options = {}): GangliaGmondDaemon {
  return new GangliaGmondDaemon(new Chart(new App(), 'chart', { namespace: 'node-agents' }), 'gmond', { ...PROPS, ...options });
}

/** What is written, validation included. */
export function objects(options?: Options): Written[] {
  return Testing.synth(Chart.of(define(options)));
}

export function object(kind: string, name: string, options?: Options): Written {
  const found = objects(options).filter((written) => written.kind === kind && written.metadata.name === name);
  expect(found).toHaveLength(1);
  return found[0];
}

export function daemonSets(options?: Options): DaemonSet[] {
  return objects(options).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(options?: Options): PodSpec {
  return daemonSets(options)[0].spec.template.spec;
}

export function configText(options?: Options, name = 'gmond'): string {
  return object('ConfigMap', name, options).data['gmond.conf'];
}

export function config(options?: Options, name?: string): Parsed {
  return parseConfig(configText(options, name), { K8S_NODE_NAME: 'node-1', POD_IP: '2001:db8::1', NODE_RACK: 'r7' });
}

export function problems(options: Options): string[] {
  return define(options).node.validate();
}
