import { readArguments } from './arguments';
import { Console } from './console';
import { FINE, FOUND, UNUSABLE } from './exit-code';
import { kubeVersion } from './kube-version';
import { oneOf, severalOf, UsageError } from './usage';
import { planFiles, PlanOptions } from '../analysis/plan/plan-files';
import { Outcome, PlanReport } from '../analysis/plan/plan-report';
import { planHtml } from '../report/plan-html';
import { planJson } from '../report/plan-json';
import { planMarkdown } from '../report/plan-markdown';
import { planText } from '../report/plan-text';
import { planWhy } from '../report/plan-why';

const HELP = `cdk8s-daemons plan [FILE | DIRECTORY | -]... --nodes FILE

Which DaemonSet runs on which node, and why not? Reads YAML and JSON of any producer: files, directories with everything below them, - for standard
input; without any, the directory dist.

      --nodes FILE            nodes: what kubectl get nodes -o json prints (or yaml, or - for standard input), or node groups written by hand.
                              What else kubectl gives with them counts: kubectl get nodes,priorityclasses,runtimeclasses,namespaces -o json
      --pods FILE             pods that run there: kubectl get pods -A -o json; without, the daemons have the nodes for themselves
      --partition SELECTOR    DaemonSets (by their labels) that should take each node exactly once; variants of a daemon are known
      --over SELECTOR         the nodes that they should take; default: those that all of them select
      --only NAME             tell of this DaemonSet alone, though all compete for room
      --why NODE/DAEMONSET    tell of one node and one DaemonSet alone
      --what-if CHANGE        plan as if: 'label NODE key=value', 'label NODE key-', 'taint NODE key=value:Effect', 'taint NODE key:Effect-',
                              'add GROUP=N' (nodes like those of a group, or like one node), 'remove NODE'
      --settled               plan as if the taints were gone that come and go: of nodes that are not ready, cordoned, starting
      --complete              nothing else is in the cluster: a class or ServiceAccount that is not among the objects is not there
  -o, --output FORMAT         text (default), json, html, markdown
      --fail-on KIND,...      what ends with exit code 1: gap, overlap, port-clash, rejected (these by default), pending, unknown, keep-only,
                              preemption; never
      --kube-version VERSION  the Kubernetes that is asked, from 1.28 on (default: that of the newest kubelet)
  -h, --help
--partition, --only and --what-if may be given several times.

Exit code 0: nothing to fail on; 1: something; 2: wrong usage, or input that could not be read.
`;

const OPTIONS = {
  'nodes': { type: 'string' },
  'pods': { type: 'string' },
  'partition': { type: 'string', multiple: true },
  'over': { type: 'string' },
  'only': { type: 'string', multiple: true },
  'why': { type: 'string' },
  'what-if': { type: 'string', multiple: true },
  'settled': { type: 'boolean' },
  'complete': { type: 'boolean' },
  'output': { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  'kube-version': { type: 'string' },
  'help': { type: 'boolean', short: 'h' },
} as const;

const FORMATS = ['text', 'json', 'html', 'markdown'] as const;

const hasOutcome = (outcome: Outcome) => ({ placements }: PlanReport) => placements.some((placement) => placement.outcome === outcome);

/** What a run can fail on. */
const FAILURES = {
  'gap': ({ partitions }: PlanReport) => partitions.some(({ gap }) => gap !== null),
  'overlap': ({ partitions }: PlanReport) => partitions.some(({ overlap }) => overlap !== null),
  'port-clash': ({ hostPorts }: PlanReport) => hostPorts.length > 0,
  'rejected': hasOutcome('rejected'),
  'pending': hasOutcome('pending'),
  'unknown': hasOutcome('unknown'),
  'keep-only': hasOutcome('keep-only'),
  'preemption': ({ placements }: PlanReport) => placements.some(({ reasons }) => reasons.some(({ code }) => code === 'preemption')),
  'never': () => false,
};
type Failure = keyof typeof FAILURES;

/** The command `plan`. */
export function planCommand(argv: readonly string[], console: Console): number {
  const { values, positionals } = readArguments(argv, OPTIONS);
  if (values.help) {
    console.out(HELP);
    return FINE;
  }
  const format = oneOf('--output', values.output ?? 'text', FORMATS);
  const failOn = severalOf('--fail-on', values['fail-on'] ?? 'gap,overlap,port-clash,rejected', Object.keys(FAILURES) as Failure[]);
  const { report, problems, diagnostics } = planFiles(...questionOf(values, positionals, console));
  diagnostics.forEach(({ file, line, column, message }) => console.err(`cdk8s-daemons: ${[file, line, column].filter((part) => part !== undefined).join(':')}: ${message}\n`));
  problems.forEach((problem) => console.err(`cdk8s-daemons: ${problem}\n`));
  if (report === undefined) {
    return UNUSABLE;
  }
  console.out(printed(format, report, values.why !== undefined, console));
  return diagnostics.length > 0 ? UNUSABLE : failOn.some((kind) => FAILURES[kind](report)) ? FOUND : FINE;
}

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

function questionOf(values: Values, positionals: readonly string[], console: Console): Parameters<typeof planFiles> {
  const { nodes, pods, partition = [], over, only = [], why, settled = false, complete = false } = values;
  const manifests = positionals.length > 0 ? positionals : ['dist'];
  if (nodes === undefined) {
    throw new UsageError('say which nodes there are: --nodes FILE, with what kubectl get nodes -o json prints');
  }
  if ([...manifests, nodes, pods].filter((file) => file === '-').length > 1) {
    throw new UsageError('standard input (-) can be one of the manifests, the nodes and the pods');
  }
  if (over !== undefined && partition.length === 0) {
    throw new UsageError('--over says which nodes the DaemonSets of --partition take; say which DaemonSets these are');
  }
  const [, node, daemonSet] = /^([^/]+)\/(.+)$/.exec(why ?? '') ?? [];
  if (why !== undefined && node === undefined) {
    throw new UsageError(`--why takes NODE/DAEMONSET or NODE/NAMESPACE/DAEMONSET, and not '${why}'`);
  }
  const options: PlanOptions = {
    partitions: partition,
    over,
    only: daemonSet === undefined ? only : [daemonSet],
    node,
    changes: values['what-if'],
    isSettled: settled,
    isComplete: complete,
    kubernetesVersion: values['kube-version'] === undefined ? undefined : kubeVersion(values['kube-version'], console),
  };
  return [manifests, nodes, pods, options];
}

function printed(format: typeof FORMATS[number], report: PlanReport, isWhy: boolean, { colour }: Console): string {
  switch (format) {
    case 'json': return planJson(report);
    case 'html': return planHtml(report);
    case 'markdown': return planMarkdown(report);
    default: return isWhy ? planWhy(report, { colour }) : planText(report, { colour });
  }
}
