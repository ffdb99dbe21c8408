import { App, Chart, Testing } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { allBlocks, Parsed, parseConfig } from './parse';
import { CollectdDaemon, CollectdDaemonProps } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { Written } from '../../util';

export const IMAGE = 'registry.example.com/collectd:5.12.0-14';

/** Options of a test: those of a daemon, `image` may be left out; they may need a scope, for Secrets. */
export type Options = Partial<CollectdDaemonProps> | ((scope: Construct) => Partial<CollectdDaemonProps>);

export function define(options: Options = {}): CollectdDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  return new CollectdDaemon(chart, 'collectd', { image: IMAGE, ...(typeof options === 'function' ? options(chart) : options) });
}

/** What is written, validation included. */
export function objects(options?: Options): Written[] {
  return Testing.synth(Chart.of(define(options)));
}

export function daemonSets(options?: Options): DaemonSet[] {
  return objects(options).filter(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet[];
}

export function pod(options?: Options): PodSpec {
  return daemonSets(options)[0].spec.template.spec;
}

export function container(options?: Options): Container {
  return pod(options).containers[0];
}

export function configText(options?: Options): string {
  return objects(options).find(({ kind }) => kind === 'ConfigMap')!.data['collectd.conf'];
}

export function config(options?: Options): Parsed {
  return parseConfig(configText(options));
}

/** The block of a plugin. */
export function plugin(name: string, options?: Options): Parsed {
  const found = allBlocks(config(options)).filter((block) => block.name === 'Plugin' && block.args[0] === name);
  expect(found).toHaveLength(1);
  return found[0];
}

/** The plugins that are loaded. */
export function loaded(options?: Options): string[] {
  return config(options).entries.filter(({ key }) => key === 'LoadPlugin').map(({ values }) => values[0]);
}

export function problems(options: Options): string[] {
  return define(options).node.validate();
}

export function secret(scope: Construct, name: string): ISecret {
  return Secret.fromSecretName(scope, `secret-${name}`, name);
}
