import { ApiObject, App, Chart } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import { LogOutput, VectorDaemon, VectorDaemonProps } from '../../../src';
import { Container, DaemonSet } from '../../../src/kubernetes/objects';

export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: { [key: string]: string } };
  readonly rules?: unknown;
  readonly data?: { [key: string]: string };
}

export interface Component {
  readonly type: string;
  readonly inputs?: string[];
  readonly [property: string]: any;
}

/** The configuration as js-yaml reads it, which has no part in writing it. */
export interface Config {
  readonly data_dir: string;
  readonly log_schema: { readonly timestamp_key: string };
  readonly api?: { readonly enabled: boolean; readonly address: string };
  readonly sources: { [id: string]: Component };
  readonly transforms?: { [id: string]: Component };
  readonly sinks: { [id: string]: Component };
}

/** Options of a test: those of a daemon, `output` may be left out. */
export type Options = Partial<VectorDaemonProps>;

/** Options may need a scope, for Secrets. */
export type Define = Options | ((scope: Construct) => Options);

export function define(options: Define): VectorDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  const props = typeof options === 'function' ? options(chart) : options;
  return new VectorDaemon(chart, 'vector', { output: LogOutput.stdout(), ...props });
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
  return manifests(options).find(({ kind }) => kind === 'ConfigMap')!.data!['vector.yaml'];
}

export function config(options: Define): Config {
  return load(configText(options)) as Config;
}

/** The text that Vector makes of its configuration before it parses it (upstream: src/config/vars.rs); a variable without a value is an error there. */
export function interpolate(text: string, values: { readonly [name: string]: string }): string {
  return text.replace(/\$\$|\$\{?([\w.]+)\}?/g, (written, name) => {
    if (written === '$$') {
      return '$';
    }
    if (!(name in values)) {
      throw new Error(`${name} has no value`);
    }
    return values[name];
  });
}

/** The configuration as Vector sees it, with the name of each variable as its value, or with what is given. */
export function seen(options: Define, values: { readonly [name: string]: string } = {}): Config {
  const names = container(options).env!.map(({ name, value }) => [name, value ?? `value of ${name}`]);
  return load(interpolate(configText(options), { ...Object.fromEntries(names), ...values })) as Config;
}

/** What is said at synth. */
export function problems(options: Define): string[] {
  return define(options).node.validate();
}

export function secret(scope: Construct, name: string): ISecret {
  return Secret.fromSecretName(scope, `secret-${name}-${scope.node.children.length}`, name);
}
