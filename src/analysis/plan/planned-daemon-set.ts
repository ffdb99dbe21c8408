import { Reason } from './reason';
import { Admission, admissions } from './refusals';
import { Asking } from './relevant';
import { withLimitRangeDefaults } from '../../kubernetes/admission/limit-ranger';
import { daemonPodSpec } from '../../kubernetes/daemon-pod';
import { daemonSetEligibility, Eligibility, Node } from '../../kubernetes/eligibility';
import { Demand, demandOf } from '../../kubernetes/fit';
import { daemonSetIneligibility, Ineligibility } from '../../kubernetes/ineligibility';
import { DaemonSet, PodSpec, Quantities } from '../../kubernetes/objects';
import { PodSpec as AnyPodSpec } from '../../kubernetes/pod-objects';
import { Amounts, podLimits } from '../../kubernetes/pod-requests';
import { podPriority } from '../../kubernetes/priority';
import { KIND_RULES } from '../../kubernetes/validation/kinds';
import { LimitRange } from '../../kubernetes/validation/limit-range';
import { Manifest, Manifests, ofKind } from '../manifests';
import { priorityClasses } from '../rules/runtime/priority';

/** A DaemonSet, with all that decides where its pods run and is the same on every node. */
export interface PlannedDaemonSet extends Admission, Asking {
  /** `namespace/name`. */
  readonly id: string;
  readonly object: DaemonSet;
  /** What a pod asks of its node, as it is created. */
  readonly demand: Demand;
  /** Of what every container limits. */
  readonly limits: Amounts;
  readonly priority: number;
  readonly preempts: boolean;
  /** Why the controller makes no pod on a node, and whether it leaves one that is there. */
  readonly ineligibility: (node: Node) => readonly Ineligibility[];
  readonly eligibility: (node: Node) => Eligibility;
  /** Why no pod is ever scheduled, whatever the node. */
  readonly waits: readonly Reason[];
  /** Why the default scheduler does not decide. */
  readonly elsewhere: readonly Reason[];
}

interface RuntimeClass {
  readonly overhead?: { readonly podFixed?: Quantities };
  readonly scheduling?: { readonly nodeSelector?: { readonly [key: string]: string } };
}

/** The DaemonSets of manifests in their order, each as it was said last. */
export function plannedDaemonSets(manifests: Manifests): PlannedDaemonSet[] {
  const admission = admissions(manifests);
  const last = new Map(ofKind(manifests, 'DaemonSet').map((manifest) => [idOf(manifest), manifest]));
  return [...last].map(([id, manifest]) => plan(id, manifest, manifests, admission(manifest)));
}

function idOf({ head: { namespace, name } }: Manifest): string {
  return `${namespace}/${name}`;
}

function plan(id: string, manifest: Manifest, manifests: Manifests, { refused, ...admission }: Admission): PlannedDaemonSet {
  const object = manifest.object as unknown as DaemonSet;
  const { template } = object.spec;
  const pod = template.spec;
  const runtimeClass = ofKind(manifests, 'RuntimeClass').find(({ head }) => head.name === pod.runtimeClassName)?.object as RuntimeClass | undefined;
  const created = admitted(daemonPodSpec(template, ''), runtimeClass, limitRanges(manifests, manifest.head.namespace));
  const demand = demandOf(created);
  const priority = podPriority(pod.priorityClassName, priorityClasses(manifests)) ?? { value: 0, preempts: true };
  return {
    id,
    object,
    pod,
    demand,
    resources: [...demand.requests.keys()],
    limits: podLimits(created),
    priority: priority.value,
    // who names the node passes the scheduler by, and it is the scheduler that preempts
    preempts: priority.preempts && !pod.nodeName,
    ineligibility: daemonSetIneligibility(pod),
    eligibility: daemonSetEligibility(pod),
    // of it the controller does not know, the scheduler does
    runtimeSelector: runtimeClass?.scheduling?.nodeSelector ?? {},
    waits: (pod.schedulingGates ?? []).map(({ name }) => ({ code: 'scheduling-gate', message: `the scheduling gate ${name} holds each pod back until somebody removes it` })),
    elsewhere: !pod.schedulerName || pod.schedulerName === 'default-scheduler' || pod.nodeName ? []
      : [{ code: 'other-scheduler', message: `the scheduler ${pod.schedulerName} decides, and not that of Kubernetes` }],
    refused: manifest.isValid ? refused : KIND_RULES['apps.v1.DaemonSet'].validate(manifest.object, manifests.kubernetesVersion).map(({ path, detail }) => (
      { code: 'pod-invalid', message: `the API server refuses the DaemonSet: ${path}: ${detail}` })),
    ...admission,
  };
}

/** Upstream: the admission plugins RuntimeClass and LimitRanger. */
function admitted(pod: PodSpec, runtimeClass: RuntimeClass | undefined, limits: readonly LimitRange[]): PodSpec {
  const { podFixed } = runtimeClass?.overhead ?? {};
  const withOverhead = podFixed === undefined ? pod : { ...pod, overhead: podFixed };
  return limits.reduce((spec, limitRange) => withLimitRangeDefaults(spec, limitRange), withOverhead as AnyPodSpec) as PodSpec;
}

function limitRanges(manifests: Manifests, namespace: string | null): LimitRange[] {
  return ofKind(manifests, 'LimitRange').filter(({ head }) => head.namespace === namespace).map(({ object }) => object as LimitRange);
}
