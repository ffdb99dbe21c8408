import { parseNodeChange } from './node-change';
import { Answer, answer, Question } from './planning';
import { byteSource, ByteSource } from '../../input/byte-source';
import { Document, readDocuments } from '../../input/documents';
import { readFiles } from '../../input/files';
import { readNodeList } from '../../input/node-list';
import { readPodList } from '../../input/pod-list';
import { parseLabelSelector } from '../../kubernetes/label-selector';
import { parseNodeSet } from '../../kubernetes/node-set-text';

/** What a plan is asked for; texts are as the command line has them. */
export interface PlanOptions extends Partial<Pick<Question, 'kubernetesVersion' | 'isComplete' | 'isSettled' | 'over' | 'only' | 'node'>> {
  /** Selectors of DaemonSets, in the syntax of kubectl. */
  readonly partitions?: readonly string[];
  /** Changes of the nodes that are asked about. */
  readonly changes?: readonly string[];
}

/** Plans with what is in files and directories; `-` is standard input. */
export function planFiles(manifests: readonly string[], nodes: string, pods: string | undefined, options: PlanOptions): Answer {
  const { documents, diagnostics } = readFiles(manifests);
  const answered = planDocuments(documents, byteSource(nodes), pods === undefined ? undefined : byteSource(pods), options);
  return { ...answered, diagnostics: [...diagnostics, ...answered.diagnostics] };
}

/** Plans with objects as a program has them. */
export function planObjects(objects: readonly object[], nodes: ByteSource, options: PlanOptions): Answer {
  const { documents } = readDocuments('', objects.map((object) => JSON.stringify(object)).join('\n'));
  return planDocuments(documents, nodes, undefined, options);
}

function planDocuments(documents: readonly Document[], nodes: ByteSource, pods: ByteSource | undefined, options: PlanOptions): Answer {
  const { partitions = [], over, changes = [] } = options;
  const selectors = partitions.map(parseLabelSelector);
  const parsed = changes.map(parseNodeChange);
  const problems = [
    ...parsed.flatMap((change) => (typeof change === 'string' ? [`--what-if: ${change}`] : [])),
    ...partitions.filter((_, index) => selectors[index] === undefined).map((text) => `--partition: '${text}' is no selector of labels, such as app=fluentd`),
    ...(over !== undefined && parseNodeSet(over) === undefined ? [`--over: '${over}' is no selector of nodes, such as kubernetes.io/os=linux`] : []),
  ];
  return problems.length > 0 ? { problems, diagnostics: [] } : answer({
    isComplete: false,
    isSettled: false,
    only: [],
    ...options,
    documents,
    readNodes: (take) => readNodeList(nodes, take),
    readPods: pods && ((take) => readPodList(pods, take)),
    changes: parsed.filter((change) => typeof change !== 'string'),
    partitions: selectors.filter((selector) => selector !== undefined),
  });
}
