import { ApiObject, App, Chart } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { allSections, Parsed, parseConfig } from './parse';
import { FluentdDaemon, FluentdDaemonProps, LogOutput } from '../../../src';
import { Container, DaemonSet } from '../../../src/kubernetes/objects';

export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: { [key: string]: string } };
  readonly rules?: unknown;
  readonly spec?: unknown;
  readonly data?: { [key: string]: string };
}

/** Options of a test: those of a daemon, `output` may be left out. */
export type Options = Partial<FluentdDaemonProps>;

/** Options may need a scope, for Secrets. */
export type Define = Options | ((scope: Construct) => Options);

export function define(options: Define, id = 'fluentd'): FluentdDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  const props = typeof options === 'function' ? options(chart) : options;
  return new FluentdDaemon(chart, id, { output: LogOutput.stdout(), ...props });
}

export function manifests(options: Define, id?: string): Manifest[] {
  return define(options, id).node.findAll().filter(ApiObject.isApiObject).map((object) => object.toJson());
}

export function daemonSet(options: Define): DaemonSet {
  return manifests(options).find(({ kind }) => kind === 'DaemonSet') as unknown as DaemonSet;
}

export function container(options: Define): Container {
  return daemonSet(options).spec.template.spec.containers[0];
}

export function configText(options: Define, id?: string): string {
  return manifests(options, id).find(({ kind }) => kind === 'ConfigMap')!.data!['fluent.conf'];
}

export function config(options: Define, id?: string): Parsed[] {
  return parseConfig(configText(options, id));
}

/** The section with a plugin of a type, wherever it stands. */
export function plugin(type: string, options: Define): Parsed {
  const found = allSections(config(options)).filter((section) => section.params['@type'] === type);
  expect(found.map(({ name }) => name)).toHaveLength(1);
  return found[0];
}

/** The one section of a name inside of another. */
export function inner(section: Parsed, name: string): Parsed {
  const found = section.sections.filter((candidate) => candidate.name === name);
  expect(found).toHaveLength(1);
  return found[0];
}

/** What is said at synth. */
export function problems(options: Define): string[] {
  return define(options).node.validate();
}

export function secret(scope: Construct, name: string): ISecret {
  return Secret.fromSecretName(scope, `secret-${name}-${scope.node.children.length}`, name);
}

/** The environment of the container, as far as it is written out. */
export function environment(options: Define): { [name: string]: string | undefined } {
  return Object.fromEntries((container(options).env ?? []).map(({ name, value }) => [name, value]));
}
