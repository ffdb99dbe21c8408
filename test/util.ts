import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, ChartProps, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Daemon, DaemonProps } from '../src';
import { Container, DaemonSet, DaemonSetSpec, ObjectMeta, PodSpec } from '../src/kubernetes/objects';

/** An API object as it is written; what a test looks at, it names itself. */
export interface Written {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta & { readonly name: string };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [field: string]: any;
}

export const IMAGE = 'registry.example.com/agent:1.4.2';

/** Everything that a chart writes, validation included. */
export function synth(define: (chart: Chart) => void, props: ChartProps = { namespace: 'node-agents' }): Written[] {
  const chart = new Chart(new App(), 'chart', props);
  define(chart);
  return Testing.synth(chart);
}

/** What a daemon `agent` writes that is defined by some props and an image. */
export function synthDaemon(props: Partial<DaemonProps> = {}): Written[] {
  return synth((chart) => new Daemon(chart, 'agent', { image: IMAGE, ...props }));
}

export function daemonSet(props: Partial<DaemonProps> = {}): DaemonSet {
  return only('DaemonSet', synthDaemon(props)) as unknown as DaemonSet;
}

export function spec(props: Partial<DaemonProps> = {}): DaemonSetSpec {
  return daemonSet(props).spec;
}

export function pod(props: Partial<DaemonProps> = {}): PodSpec {
  return spec(props).template.spec;
}

/** The main container. */
export function container(props: Partial<DaemonProps> = {}): Container {
  return pod(props).containers[0];
}

/** The single object of a kind. */
export function only(kind: string, objects: Written[]): Written {
  const found = objects.filter((object) => object.kind === kind);
  expect(found.map((object) => object.kind)).toEqual([kind]);
  return found[0];
}

/** What `app.synth()` complains about, one line a problem; nothing is written when there is one. */
export function problemsOf(app: App): string[] {
  const message = failure(() => app.synth());
  const [head, ...lines] = message.split('\n  ');
  expect(lines.length === 0 ? message : head).toBe(lines.length === 0 ? '' : 'Validation failed with the following errors:');
  return lines;
}

/** The problems of what is defined in a chart `chart`, each with the path of its construct. */
export function problems(define: (chart: Chart, app: App) => void, props: ChartProps = { namespace: 'node-agents' }): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    const app = new App({ outdir });
    define(new Chart(app, 'chart', props), app);
    const found = problemsOf(app);
    expect(readdirSync(outdir).length > 0).toBe(found.length === 0);
    return found;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The problems of a daemon `agent`. */
export function problemsOfDaemon(props: Partial<DaemonProps>): string[] {
  return problems((chart) => new Daemon(chart, 'agent', { image: IMAGE, ...props }));
}

/**
 * Freezes a definition with everything in it, so that whoever changes it is told. Constructs are left out: they belong to
 * the tree, which goes on growing.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Construct.isConstruct(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach((field) => deepFreeze(field));
  }
  return value;
}

function failure(action: () => void): string {
  try {
    action();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
