import { CheckedDocument } from './check-report';
import { Document } from '../input/documents';
import { concat } from '../kubernetes/concat';
import { ApiObject } from '../kubernetes/decode/decode';
import { Container, PodSpec } from '../kubernetes/pod-objects';

/** An object that the server can read, with the defaults of its type. */
export interface Manifest {
  readonly document: Document;
  readonly head: CheckedDocument;
  readonly object: ApiObject;
  /** Whether the API server would take it. */
  readonly isValid: boolean;
}

/** An object that makes pods, or is one. */
export interface Workload {
  readonly manifest: Manifest;
  /** Metadata of its pods. */
  readonly metadata: { readonly labels?: Labels; readonly annotations?: Labels };
  readonly pod: PodSpec;
  /** Path of the pod's spec: `spec.template.spec`, of a Pod `spec`. */
  readonly path: string;
}

export interface Labels {
  readonly [key: string]: string;
}

/** All that is judged together. */
export interface Manifests {
  readonly all: readonly Manifest[];
  readonly byKind: ReadonlyMap<string, readonly Manifest[]>;
  readonly workloads: readonly Workload[];
  /** The Kubernetes that is asked, such as `1.36`. */
  readonly kubernetesVersion: string;
  /** Whether there are objects that may make pods which nobody sees here. */
  readonly hasUnknown: boolean;
  /** Whether nothing else is in the cluster than these objects and what Kubernetes brings along. */
  readonly isComplete: boolean;
  /** Objects of a kind; without a namespace, those that belong to none. */
  readonly find: (kind: string, namespace: string | null, name: string) => CheckedDocument | undefined;
}

/** A container and where it stands. */
export interface PlacedContainer {
  readonly container: Container;
  readonly path: string;
  /** Whether it runs beside the others until the pod ends, as ordinary init containers do not. */
  readonly isLasting: boolean;
}

/** Objects that cannot be read are there all the same when others name them. */
export function manifestsOf(
  objects: readonly { readonly head: CheckedDocument; readonly manifest?: Manifest }[], given: Pick<Manifests, 'hasUnknown' | 'isComplete' | 'kubernetesVersion'>,
): Manifests {
  const all = objects.flatMap(({ manifest }) => manifest ?? []);
  const key = (kind: string, namespace: string | null, name: string) => [kind, namespace ?? '', name].join('/');
  const known = new Map(objects.map(({ head }) => [key(head.kind, head.namespace, head.name), head]));
  return {
    all,
    workloads: all.flatMap(workloadOf),
    byKind: groupedByKind(all),
    ...given,
    find: (kind, namespace, name) => known.get(key(kind, namespace, name)),
  };
}

/** The objects of a kind. */
export function ofKind({ byKind }: Manifests, kind: string): readonly Manifest[] {
  return byKind.get(kind) ?? [];
}

function groupedByKind(all: readonly Manifest[]): Map<string, Manifest[]> {
  const groups = new Map<string, Manifest[]>();
  all.forEach((manifest) => groups.set(manifest.head.kind, groups.get(manifest.head.kind) ?? []).get(manifest.head.kind)!.push(manifest));
  return groups;
}

/** Asked for by many rules. */
const CONTAINERS = new WeakMap<Workload, readonly PlacedContainer[]>();

/** Init containers stand before the others, as they run. */
export function containersOf(workload: Workload): readonly PlacedContainer[] {
  const found = CONTAINERS.get(workload) ?? findContainers(workload);
  CONTAINERS.set(workload, found);
  return found;
}

function findContainers({ pod, path }: Workload): PlacedContainer[] {
  const placed = (field: 'initContainers' | 'containers') => (pod[field] ?? []).map((container, index) => (
    { container, path: `${path}.${field}[${index}]`, isLasting: field === 'containers' || container.restartPolicy === 'Always' }));
  return concat(placed('initContainers'), placed('containers'));
}

/** Whether two objects are one: the same may stand in several files. */
export function isSameObject(a: Manifest, b: Manifest): boolean {
  return a.head.kind === b.head.kind && a.head.namespace === b.head.namespace && a.head.name === b.head.name;
}

/** Metadata and spec of the pods of an object, and the path of the spec. */
export function workloadOf(manifest: Manifest): Workload[] {
  type Template = Pick<Workload, 'metadata'> & { readonly spec?: PodSpec };
  type HasTemplate = { readonly template?: Template };
  const { object } = manifest;
  const spec = object.spec as HasTemplate & { readonly jobTemplate?: { readonly spec?: HasTemplate } } | undefined;
  const ofJob = spec?.jobTemplate?.spec?.template;
  const [template, path] = object.kind === 'Pod' ? [object as unknown as Template, 'spec']
    : ofJob === undefined ? [spec?.template, 'spec.template.spec'] : [ofJob, 'spec.jobTemplate.spec.template.spec'];
  return template?.spec === undefined ? [] : [{ manifest, metadata: template.metadata ?? {}, pod: template.spec, path }];
}
