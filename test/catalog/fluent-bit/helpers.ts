import { ApiObject, App, Chart } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import { FluentBitDaemon, FluentBitDaemonProps, LogOutput } from '../../../src';
import { Container, DaemonSet } from '../../../src/kubernetes/objects';

export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: { [key: string]: string } };
  readonly rules?: unknown;
  readonly spec?: unknown;
  readonly data?: { [key: string]: string };
}

export interface Plugin {
  readonly [property: string]: any;
}

/** The configuration as js-yaml reads it, which has no part in writing it. */
export interface Config {
  readonly service: Plugin;
  readonly parsers?: Plugin[];
  readonly multiline_parsers?: Plugin[];
  readonly pipeline: { readonly inputs: Plugin[]; readonly filters?: Plugin[]; readonly outputs: Plugin[] };
}

/** Options of a test: those of a daemon, `output` may be left out. */
export type Options = Partial<FluentBitDaemonProps>;

/** Options may need a scope, for Secrets. */
export type Define = Options | ((scope: Construct) => Options);

export function define(options: Define): FluentBitDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  const props = typeof options === 'function' ? options(chart) : options;
  return new FluentBitDaemon(chart, 'fluent-bit', { output: LogOutput.stdout(), ...props });
}

export function manifests(options: Define): Manifest[] {
  return define(options).node.findAll().filter(ApiObject.isApiObject).map((object) => object.toJson());
}

export function daemonSet(options: Define): DaemonSet {
  return manifests(options).find(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet;
}

export function container(options: Define): Container {
  return daemonSet(options).spec.template.spec.containers[0];
}

export function configText(options: Define): string {
  return manifests(options).find(({ kind }) => kind === 'ConfigMap')!.data!['fluent-bit.yaml'];
}

export function config(options: Define): Config {
  return load(configText(options)) as Config;
}

/** The one entry of a plugin in a list. */
export function plugin(list: 'inputs' | 'filters' | 'outputs', name: string, options: Define): Plugin {
  const found = (config(options).pipeline[list] ?? []).filter((entry) => entry.name === name);
  expect(found.map((entry) => entry.name)).toEqual([name]);
  return found[0];
}

/** What is said at synth. */
export function problems(options: Define): string[] {
  return define(options).node.validate();
}

export function secret(scope: Construct, name: string): ISecret {
  return Secret.fromSecretName(scope, `secret-${name}-${scope.node.children.length}`, name);
}
