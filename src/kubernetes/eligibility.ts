import { NodeIdentity, requiredNodeAffinity } from './node-affinity';
import { PodSpec } from './objects';
import { daemonPodTolerations, Taint, untoleratedTaints } from './taints';

/** What of a node the DaemonSet controller looks at: nothing of its conditions, its resources or `spec.unschedulable`. */
export interface Node extends NodeIdentity {
  readonly taints: Taint[];
}

/** Whether the controller creates a pod on a node, and whether it leaves one that is there. */
export interface Eligibility {
  readonly shouldRun: boolean;
  readonly shouldContinueRunning: boolean;
}

/** The nodes of a DaemonSet, parsed once to ask for many nodes. Upstream: NodeShouldRunDaemonPod. */
export function daemonSetEligibility(pod: PodSpec): (node: Node) => Eligibility {
  const affinity = requiredNodeAffinity(pod);
  const tolerations = daemonPodTolerations(pod);
  return (node) => {
    if ((pod.nodeName && pod.nodeName !== node.name) || !affinity.matches(node)) {
      return { shouldRun: false, shouldContinueRunning: false };
    }
    const untolerated = untoleratedTaints(node.taints, tolerations);
    return { shouldRun: untolerated.length === 0, shouldContinueRunning: untolerated.every((taint) => taint.effect !== 'NoExecute') };
  };
}
