import { DaemonSetTotals, PlanWarning } from './plan-report';
import { PlannedDaemonSet } from './planned-daemon-set';
import { amountText } from './reason';
import { isCountedBy, ResourceQuota } from '../../kubernetes/admission/resource-quota';
import { PodSpec } from '../../kubernetes/pod-objects';
import { resourceAmounts } from '../../kubernetes/pod-requests';
import { Manifests, ofKind } from '../manifests';

/** A ResourceQuota and where it stands. */
export interface Quota {
  readonly namespace: string | null;
  readonly name: string;
  readonly object: ResourceQuota;
}

const [ZERO, ONE] = [0, 1].map(BigInt);

export function quotasOf(manifests: Manifests): Quota[] {
  return ofKind(manifests, 'ResourceQuota').map(({ head: { namespace, name }, object }) => ({ namespace, name, object: object as ResourceQuota }));
}

/** Quotas that have too little for these DaemonSets alone; what others have of them, the cluster knows. Upstream: podEvaluator.Usage. */
export function quotaWarnings(quotas: readonly Quota[], daemonSets: readonly PlannedDaemonSet[], totals: readonly DaemonSetTotals[]): PlanWarning[] {
  const pods = new Map(totals.map(({ daemonSet, desired, rejected }) => [daemonSet, BigInt(desired - rejected)]));
  return quotas.flatMap(({ namespace, name, object }) => {
    const counted = daemonSets.filter((set) => set.object.metadata.namespace === namespace && isCountedBy(set.pod as PodSpec, object));
    return Object.entries(object.spec?.hard ?? {}).flatMap(([hard, text]) => {
      const resource = hard.replace(/^(requests|limits|count)[./]/, '');
      const most = resourceAmounts({ [resource]: String(text) }).get(resource);
      const wanted = counted.reduce((sum, set) => sum + (pods.get(set.id) ?? ZERO) * amountOf(set, hard, resource), ZERO);
      return most === undefined || wanted <= most ? [] : [{
        code: 'resource-quota',
        message: `the ResourceQuota ${namespace}/${name} allows ${hard} ${amountText(resource, most)}, and the pods of ${counted.map(({ id }) => id).join(', ')} need `
          + `${amountText(resource, wanted)}: the API server refuses those that come last, on whichever nodes these are`,
        nodes: [],
      }];
    });
  });
}

/** What a quota counts of one pod. */
function amountOf({ demand, limits }: PlannedDaemonSet, hard: string, resource: string): bigint {
  return resource === 'pods' ? ONE : (hard.startsWith('limits.') ? limits : demand.requests).get(resource) ?? ZERO;
}
