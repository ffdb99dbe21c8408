import { Asking } from './relevant';
import { Document } from '../../input/documents';
import { ApiObject, decode } from '../../kubernetes/decode/decode';
import { NEWEST_KUBERNETES } from '../../kubernetes/feature-gates';
import { Container, DaemonSet, PodSpec } from '../../kubernetes/objects';

/** A DaemonSet as it is written, before anybody has judged it. */
export interface Draft extends Asking {
  readonly object: DaemonSet;
}

/**
 * The DaemonSets of documents, as far as it takes to know what of nodes can make a difference: nodes are read before it is known which Kubernetes judges, and the rest of
 * what is in the cluster.
 */
export function drafts(documents: readonly Document[]): Draft[] {
  const objects = documents.flatMap(({ value }) => read(value as ApiObject | null));
  const selectors = new Map(objects.filter(({ kind }) => kind === 'RuntimeClass').map((object) => [nameOf(object), selectorOf(object)]));
  const last = new Map(objects.filter(({ kind }) => kind === 'DaemonSet').map((object) => {
    const set = object as unknown as DaemonSet;
    return [`${set.metadata?.namespace ?? ''}/${nameOf(object)}`, set];
  }));
  return [...last.values()].filter(({ spec }) => spec?.template?.spec !== undefined).map((object) => {
    const pod = object.spec.template.spec;
    return { object, pod, runtimeSelector: selectors.get(pod.runtimeClassName ?? '') ?? {}, resources: resourcesOf(pod) };
  });
}

function read(value: ApiObject | null): ApiObject[] {
  if (value?.kind !== 'DaemonSet' && value?.kind !== 'RuntimeClass') {
    return [];
  }
  const decoded = decode(value, NEWEST_KUBERNETES);
  return 'error' in decoded ? [] : [decoded.object];
}

function nameOf({ metadata }: ApiObject): string {
  return (metadata as { readonly name?: string } | undefined)?.name ?? '';
}

function selectorOf({ scheduling }: ApiObject): Asking['runtimeSelector'] {
  return (scheduling as { readonly nodeSelector?: Asking['runtimeSelector'] } | undefined)?.nodeSelector ?? {};
}

/** What is limited is requested. */
function resourcesOf({ containers = [], initContainers = [], resources, overhead }: PodSpec): string[] {
  const ofContainers: Container['resources'][] = [...containers, ...initContainers].map((container) => container.resources);
  const asked = [...ofContainers, resources].flatMap((own) => [own?.requests, own?.limits]);
  return [...asked, overhead].flatMap((quantities) => Object.keys(quantities ?? {}));
}
