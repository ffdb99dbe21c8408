import { parseLabelSelector } from '../../../src/kubernetes/label-selector';
import { DaemonSet, NodeSelectorTerm, PodSpec } from '../../../src/kubernetes/objects';
import { affinityOf } from '../../kubernetes/arbitraries';

type Annotations = { readonly [key: string]: string };

export const AGENTS = 'agents';

export function daemonSet(name: string, pod: Partial<PodSpec> = {}, annotations: Annotations = {}): DaemonSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: AGENTS, annotations: { ...annotations } },
    spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec: { containers: [], ...pod } } },
  };
}

/** Required node affinity, as a report writes it. */
export function asking(text: string): Pick<PodSpec, 'affinity'> {
  return { affinity: affinityOf(termsIn(text)) };
}

/** The DaemonSets after somebody did what a fix says, word by word. */
export function mended(daemonSets: readonly DaemonSet[], fix: string): DaemonSet[] {
  const [, assumptions, name, change] = /^(?:no node affinity .* \(annotation cdk8s-daemons\/assumptions: (.*?)\); then )?(?:nothing else has to change|let (\S+) .*?: (.*))$/.exec(fix)!;
  return daemonSets.map((set) => {
    const { metadata, spec } = set;
    const pod = `${metadata.namespace}/${metadata.name}` === name ? withChange(spec.template.spec, change) : spec.template.spec;
    const annotations = { ...metadata.annotations, ...(assumptions === undefined ? {} : { 'cdk8s-daemons/assumptions': assumptions }) };
    return { ...set, metadata: { ...metadata, annotations }, spec: { ...spec, template: { ...spec.template, spec: pod } } };
  });
}

function withChange(pod: PodSpec, change: string): PodSpec {
  const [, text] = /^write its node affinity as (.*?)(?: \(a term of .*?\))?(?:, and take .*)?$/.exec(change) ?? [];
  const [, keys = ''] = /take (.*) out of its nodeSelector$/.exec(change) ?? [];
  const nodeSelector = Object.fromEntries(Object.entries(pod.nodeSelector ?? {}).filter(([key]) => !keys.split(', ').includes(key)));
  const affinity = text !== undefined ? affinityOf(termsIn(text)) : change.startsWith('remove its required node affinity') ? undefined : pod.affinity;
  return { ...pod, nodeSelector, affinity };
}

function termsIn(text: string): NodeSelectorTerm[] {
  return text.split(' || ').map((term) => ({ matchExpressions: parseLabelSelector(term) }));
}
