import { PlanReport } from '../../../src/analysis/plan/plan-report';
import { answer, Answer, Question } from '../../../src/analysis/plan/planning';
import { readDocuments } from '../../../src/input/documents';
import { InventoryNode } from '../../../src/input/node-list';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

/** A node as tests write it. */
export type NodeGiven = Partial<InventoryNode> & { readonly name: string };

/** A pod that runs. */
export interface PodGiven {
  readonly name: string;
  readonly nodeName: string;
  readonly spec: object;
  /** The DaemonSet of its namespace that made it. */
  readonly daemonSet?: string;
  readonly priority?: number;
  readonly startTime?: string;
}

type Given = Partial<Omit<Question, 'documents' | 'readNodes' | 'readPods'>> & { readonly pods?: readonly PodGiven[]; readonly others?: readonly object[] };

/** What is said of some manifests and nodes. */
export function ask(manifests: readonly object[], nodes: readonly NodeGiven[], { pods, others = [], ...given }: Given = {}): Answer {
  const { documents } = readDocuments('manifests.json', manifests.map((manifest) => JSON.stringify(manifest)).join('\n'));
  return answer({
    documents,
    readNodes: (take) => {
      nodes.forEach((node) => take({ labels: {}, taints: [], allocatable: PLENTY, ...node }));
      return { others: JSON.parse(JSON.stringify(others)), diagnostics: [] };
    },
    readPods: pods && ((take) => {
      pods.forEach(({ spec, daemonSet: owner, ...pod }) => take({
        ...pod, namespace: 'work', spec: spec as PodSpec, owner: owner === undefined ? undefined : { kind: 'DaemonSet', name: owner }, containerStatuses: [],
      }));
      return { diagnostics: [] };
    }),
    isComplete: false,
    isSettled: false,
    changes: [],
    partitions: [],
    only: [],
    ...given,
  });
}

/** @throws where the question has problems */
export function planOf(...question: Parameters<typeof ask>): PlanReport {
  const { report, problems, diagnostics } = ask(...question);
  if (report === undefined) {
    throw new Error([...problems, ...diagnostics.map(({ message }) => message)].join('\n'));
  }
  return report;
}

/** What is said of a DaemonSet on a node. */
export function at({ nodeClasses, placements }: PlanReport, node: string, set: string) {
  const { id } = nodeClasses.find(({ nodes }) => nodes.includes(node))!;
  const { outcome, reasons } = placements.find((placement) => placement.nodeClass === id && placement.daemonSet === set)!;
  return { outcome, codes: reasons.map(({ code }) => code), reasons };
}

/** More than anything asks for. */
export const PLENTY = { 'cpu': '64', 'memory': '256Gi', 'pods': '110', 'ephemeral-storage': '1Ti' };

/** A DaemonSet of the namespace `agents`. */
export function daemonSet(name: string, spec: object = {}, metadata: object = {}): object {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'agents', ...metadata },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [container({})], ...spec } } },
  };
}

export function container(requests: object, fields: object = {}): object {
  return { name: 'agent', image: 'registry.example.com/agent:1', resources: { requests }, ...fields };
}
