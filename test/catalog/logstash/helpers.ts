import { App, Chart } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import { ParsedPipeline, ParsedPlugin, parsePipeline } from './parse';
import { LogOutput, LogstashDaemon, LogstashDaemonProps } from '../../../src';
import { Container, DaemonSet, PodSpec } from '../../../src/kubernetes/objects';
import { only, problems as problemsIn, synth, Written } from '../../util';

/** Options of a test: those of a daemon, `output` may be left out. */
export type Options = Partial<LogstashDaemonProps>;

/** Options may need a scope, for Secrets. */
export type Define = Options | ((scope: Construct) => Options);

function withOutput(options: Define, scope: Construct): LogstashDaemonProps {
  return { output: LogOutput.stdout(), ...(typeof options === 'function' ? options(scope) : options) };
}

/** A daemon, before anything is looked at. */
export function define(options: Define): LogstashDaemon {
  const chart = new Chart(new App(), 'chart', { namespace: 'node-agents' });
  return new LogstashDaemon(chart, 'logstash', withOutput(options, chart));
}

export function objects(options: Define = {}): Written[] {
  return synth((chart) => new LogstashDaemon(chart, 'logstash', withOutput(options, chart)));
}

export function pod(options?: Define): PodSpec {
  return (only('DaemonSet', objects(options)) as unknown as DaemonSet).spec.template.spec;
}

export function container(options?: Define): Container {
  return pod(options).containers[0];
}

export function files(options?: Define): { [name: string]: string } {
  return only('ConfigMap', objects(options)).data;
}

export function pipeline(options?: Define): ParsedPipeline {
  return parsePipeline(files(options)['main.conf']);
}

/** `logstash.yml`, as js-yaml reads it, which has no part in writing it. */
export function settings(options?: Define): { [name: string]: unknown } {
  return load(files(options)['logstash.yml']) as { [name: string]: unknown };
}

/** The one entry of `pipelines.yml`. */
export function main(options?: Define): { [name: string]: unknown } {
  const pipelines = load(files(options)['pipelines.yml']) as { [name: string]: unknown }[];
  expect(pipelines).toHaveLength(1);
  return pipelines[0];
}

/** Parameters of the only output. */
export function output(options: Define): ParsedPlugin['params'] {
  const { output: plugins } = pipeline(options);
  expect(plugins).toHaveLength(1);
  return plugins[0].params;
}

export function environment(options?: Define): { [name: string]: string } {
  return Object.fromEntries(container(options).env!.map(({ name, value = '' }) => [name, value]));
}

/** What is said at synth. */
export function problems(options: Define): string[] {
  return problemsIn((chart) => new LogstashDaemon(chart, 'logstash', withOutput(options, chart))).map((problem) => problem.replace('[chart/logstash] ', ''));
}

export function secret(scope: Construct, name: string): ISecret {
  return Secret.fromSecretName(scope, `secret-${scope.node.children.length}`, name);
}
