import { drafts } from './draft';
import { Inventory, readInventory, ReadNodes } from './inventory';
import { NodeChange } from './node-change';
import { NamedPartitions, partitionKeys, partitionsOf, selectedDaemonSets } from './partitions';
import { plan } from './plan';
import { PlanReport, PlanWarning } from './plan-report';
import { PlannedDaemonSet, plannedDaemonSets } from './planned-daemon-set';
import { quotasOf } from './quotas';
import { Asking, isWithin, Relevant, relevantFor } from './relevant';
import { RunningPods } from './running-pods';
import { podsElsewhere } from './warnings';
import { whatIf } from './what-if';
import { Diagnostic, Document } from '../../input/documents';
import { InventoryPod } from '../../input/pod-list';
import { Value } from '../../input/read-yaml';
import { NEWEST_KUBERNETES, OLDEST_KUBERNETES } from '../../kubernetes/feature-gates';
import { judge, Judged } from '../judge';
import { Manifests, manifestsOf } from '../manifests';
import { priorityClasses } from '../rules/runtime/priority';

/** Hands out the pods of a cluster one by one. */
export type ReadPods = (take: (pod: InventoryPod) => void) => { readonly diagnostics: readonly Diagnostic[] };

/** What a plan is asked for. */
export interface Question extends NamedPartitions {
  readonly documents: readonly Document[];
  readonly readNodes: ReadNodes;
  readonly readPods?: ReadPods;
  /** Default: that of the newest kubelet. */
  readonly kubernetesVersion?: string;
  /** Whether nothing else is in the cluster than what was given. */
  readonly isComplete: boolean;
  /** Whether taints that go away by themselves are taken for gone. */
  readonly isSettled: boolean;
  readonly changes: readonly NodeChange[];
  /** Names of DaemonSets, with or without their namespace; all where there is none. */
  readonly only: readonly string[];
  /** The only node that is told of. */
  readonly node?: string;
}

/** A plan, or what of the question cannot be answered. */
export interface Answer {
  readonly report?: PlanReport;
  readonly problems: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what is given, and plans with it. */
export function answer(question: Question): Answer {
  const draft = relevantTo(drafts(question.documents), question);
  const first = readInventory(question.readNodes, { ...question, relevant: draft });
  const { version, warnings } = versionOf(question, first);
  const { manifests, daemonSets, unreadable } = given(question, version, first.others);
  const relevant = relevantTo(daemonSets, question);
  // a runtime class of the inventory may ask for labels that nothing else asks for
  const inventory = isWithin(relevant, draft) ? first : readInventory(question.readNodes, { ...question, relevant });
  const pods = question.readPods && readPods(question.readPods, manifests);
  const diagnostics = [...unreadable, ...inventory.diagnostics, ...pods?.diagnostics ?? []];
  const problems = problemsOf(question, daemonSets, inventory);
  if (problems.length > 0) {
    return { problems, diagnostics };
  }
  const report = plan({
    kubernetesVersion: version,
    daemonSets,
    nodes: inventory.nodes,
    pods: pods?.byNode,
    quotas: quotasOf(manifests),
    partitions: partitionsOf(daemonSets, inventory.nodes, question),
    warnings: [...warnings, ...gkeWarnings(daemonSets, inventory), ...podsElsewhere(inventory.names, pods?.byNode)],
    whatIf: whatIf(question.changes, inventory.changed, { daemonSets, relevant, pods: pods?.byNode }),
    only: question.only.length === 0 ? undefined : new Set(namedDaemonSets(daemonSets, question.only).map(({ id }) => id)),
  });
  return { report, problems, diagnostics };
}

interface Given {
  readonly manifests: Manifests;
  readonly daemonSets: readonly PlannedDaemonSet[];
  /** DaemonSets that the API server could not even read. */
  readonly unreadable: Diagnostic[];
}

/** Objects of the inventory come after those that are to be applied, so that of two with one name the new one is found first. */
function given({ documents, isComplete }: Question, version: string, others: readonly Value[]): Given {
  const results = [...documents, ...others.map(asDocument)].map((document) => judge(document, version));
  const judged = results.filter((result): result is Judged => 'head' in result);
  const unreadable = judged.filter(({ head, manifest }) => head.kind === 'DaemonSet' && manifest === undefined);
  const manifests = manifestsOf(judged, { hasUnknown: judged.length < results.length, isComplete, kubernetesVersion: version });
  return {
    manifests,
    daemonSets: plannedDaemonSets(manifests),
    unreadable: unreadable.map(({ head: { file, line, namespace, name }, said }) => (
      { file, line, message: `the DaemonSet ${namespace}/${name} cannot be read by the API server: ${said.map(({ message }) => message).join('; ')}` })),
  };
}

function asDocument(value: Value, index: number): Document {
  return { file: '', index, line: 1, value, duplicates: [], source: { text: '', firstLine: 1, within: [] } };
}

function relevantTo(daemonSets: readonly (Asking & Pick<PlannedDaemonSet, 'object'>)[], question: Question): Relevant {
  return relevantFor(daemonSets, partitionKeys(daemonSets, question));
}

function readPods(read: ReadPods, manifests: Manifests) {
  const pods = new RunningPods(priorityClasses(manifests));
  const { diagnostics } = read((pod) => pods.add(pod));
  return { byNode: pods.byNode, diagnostics };
}

/** What was asked of nodes and DaemonSets that are not there. */
function problemsOf({ only, node, partitions }: Question, daemonSets: readonly PlannedDaemonSet[], { nodes, changed }: Inventory): string[] {
  if (daemonSets.length === 0) {
    return ['there is no DaemonSet among the manifests'];
  }
  return [
    ...only.filter((name) => namedDaemonSets(daemonSets, [name]).length === 0).map((name) => `there is no DaemonSet '${name}'; there are ${daemonSets.map(({ id }) => id).join(', ')}`),
    ...partitions.filter((selector) => selectedDaemonSets(daemonSets, selector).length === 0).map(() => 'the selector of --partition meets the labels of no DaemonSet'),
    ...changed.problems,
    ...(nodes.length > 0 ? [] : [node === undefined ? 'there is no node in the list of nodes' : `there is no node '${node}' in the list of nodes`]),
  ];
}

function namedDaemonSets(daemonSets: readonly PlannedDaemonSet[], names: readonly string[]): PlannedDaemonSet[] {
  return daemonSets.filter(({ id }) => names.some((name) => id === name || id.endsWith(`/${name}`)));
}

type Version = { readonly version: string; readonly warnings: PlanWarning[] };

function versionOf({ kubernetesVersion }: Question, { kubernetesVersion: found }: Inventory): Version {
  if (kubernetesVersion !== undefined || found === undefined) {
    return { version: kubernetesVersion ?? NEWEST_KUBERNETES, warnings: [] };
  }
  const [minor, oldest, newest] = [found, OLDEST_KUBERNETES, NEWEST_KUBERNETES].map((version) => Number(version.split('.')[1]));
  const version = `1.${Math.min(Math.max(minor, oldest), newest)}`;
  const message = `the nodes are of Kubernetes ${found}; judged as ${version}, the nearest that is known here`;
  return { version, warnings: version === found ? [] : [{ code: 'kubernetes-version', message, nodes: [] }] };
}

function gkeWarnings(daemonSets: readonly PlannedDaemonSet[], { isGke }: Inventory): PlanWarning[] {
  return !isGke ? [] : daemonSets.flatMap(({ id, doubted }) => doubted.map(({ code, message }) => ({ code, message: `${id}: ${message}`, nodes: [] })));
}
