import { coversPriorityClass, ResourceQuota } from '../../../kubernetes/admission/resource-quota';
import { concat } from '../../../kubernetes/concat';
import { defaultClass, PriorityClass, SYSTEM_PRIORITIES } from '../../../kubernetes/priority';
import { Manifest, Manifests, ofKind, Workload } from '../../manifests';
import { inWorkloads, Rule, Said } from '../rule';

/**
 * A pod template with a `priority` or `preemptionPolicy` of its own that its class does not have. The workload is taken, and each of its pods is refused.
 * Upstream: the admission plugin Priority.
 */
export const PRIORITY_VALUE: Rule = {
  id: 'runtime/priority-value',
  title: 'A priority that the priority class does not have',
  severity: 'error',
  find: inWorkloads((workload, manifests) => {
    const { pod, path } = workload;
    const computed = classOf(workload, manifests);
    if (computed === undefined) {
      return [];
    }
    const { name, value = 0, preemptionPolicy = 'PreemptLowerPriority' } = computed;
    const by = name === undefined ? 'without a priority class it is' : `the PriorityClass '${name}' makes it`;
    return concat(
      typeof pod.priority === 'number' && pod.priority !== value ? [refused(`${path}.priority`, `the priority is ${pod.priority}, and ${by} ${value}`)] : [],
      pod.preemptionPolicy && pod.preemptionPolicy !== preemptionPolicy
        ? [refused(`${path}.preemptionPolicy`, `the preemption policy is ${pod.preemptionPolicy}, and ${by} ${preemptionPolicy}`)] : [],
    );
  }),
};

/**
 * A system priority outside kube-system. By itself Kubernetes takes it; clusters that restrict these classes (GKE does) create such pods only in
 * namespaces that have a ResourceQuota of that scope.
 */
export const SYSTEM_PRIORITY_QUOTA: Rule = {
  id: 'runtime/system-priority-quota',
  title: 'A system priority class outside kube-system without a quota that admits it',
  severity: 'warning',
  find: inWorkloads(({ manifest, pod, path }, manifests) => {
    const { priorityClassName } = pod;
    const namespace = statedNamespace(manifest);
    if (!priorityClassName || !Object.hasOwn(SYSTEM_PRIORITIES, priorityClassName) || namespace === undefined || namespace === 'kube-system') {
      return [];
    }
    return ofKind(manifests, 'ResourceQuota').some((quota) => quota.head.namespace === namespace && coversPriorityClass(pod, quota.object as ResourceQuota)) ? [] : [{
      path: `${path}.priorityClassName`,
      message: `some clusters (GKE is one) create pods of the class ${priorityClassName} outside kube-system only where a ResourceQuota admits it, and the namespace '${namespace}' has none here`,
      fix: `add a ResourceQuota to the namespace with spec.scopeSelector.matchExpressions {scopeName: PriorityClass, operator: In, values: [${priorityClassName}]}`,
    }];
  }),
};

/** The class of a pod; undefined where it is not known here. Without a name it is the default class of the cluster, or none. */
function classOf({ pod: { priorityClassName: name } }: Workload, manifests: Manifests): Partial<PriorityClass> | undefined {
  const classes = priorityClasses(manifests);
  if (!name) {
    return defaultClass(classes) ?? {};
  }
  return Object.hasOwn(SYSTEM_PRIORITIES, name) ? { name, value: SYSTEM_PRIORITIES[name] } : classes.find((one) => one.name === name);
}

export function priorityClasses(manifests: Manifests): PriorityClass[] {
  return ofKind(manifests, 'PriorityClass').map(({ head, object }) => ({ ...object, name: head.name }));
}

function refused(path: string, what: string): Said {
  return { path, message: `${what}: every pod is refused`, fix: 'leave the field out; the class decides it' };
}

/** Where it is not stated, whoever applies the object decides it. */
function statedNamespace({ document: { value } }: Manifest): string | undefined {
  return (value as { readonly metadata?: { readonly namespace?: string } }).metadata?.namespace || undefined;
}
