import { createdPod, pathInWorkload } from './pod-invalid';
import { priorityClasses } from './priority';
import { limitRangeErrors, withLimitRangeDefaults } from '../../../kubernetes/admission/limit-ranger';
import { quotaError, ResourceQuota } from '../../../kubernetes/admission/resource-quota';
import { concat } from '../../../kubernetes/concat';
import { PodSpec } from '../../../kubernetes/pod-objects';
import { defaultClass } from '../../../kubernetes/priority';
import { LimitRange } from '../../../kubernetes/validation/limit-range';
import { validatePod } from '../../../kubernetes/validation/pod';
import { Manifest, Manifests, ofKind, Workload } from '../../manifests';
import { inWorkloads, Rule, Said } from '../rule';

/**
 * A pod beyond what a LimitRange of its namespace allows, or one that its defaults make invalid (a limit below the request). The workload is taken, and
 * each of its pods is refused. Upstream: the plugin LimitRanger.
 */
export const LIMIT_RANGE: Rule = {
  id: 'runtime/limit-range',
  title: 'Pods beyond a LimitRange of their namespace',
  severity: 'error',
  find: inWorkloads((workload, manifests) => {
    const limitRanges = inNamespaceOf(workload, manifests, 'LimitRange');
    if (limitRanges.length === 0) {
      return [];
    }
    const pod = admittedPod(workload, manifests);
    const beyond = limitRanges.flatMap((limitRange) => limitRangeErrors(pod, limitRange.object as LimitRange).map(({ path, error }): Said => ({
      path: pathInWorkload(workload, path),
      message: `the LimitRange '${limitRange.head.name}' of the namespace refuses ${eachPod(workload)}: ${error}`,
      fix: 'ask for what it allows, or change the LimitRange',
    })));
    return concat(beyond, madeInvalid(workload, pod));
  }),
};

/**
 * A container without the requests or limits that a ResourceQuota of its namespace counts. The workload is taken, and each of its pods is refused; what of
 * the quota is left, the cluster knows alone. Upstream: the plugin ResourceQuota.
 */
export const RESOURCE_QUOTA: Rule = {
  id: 'runtime/resource-quota',
  title: 'Containers without the requests that a quota of their namespace counts',
  severity: 'error',
  find: inWorkloads((workload, manifests) => {
    const quotas = inNamespaceOf(workload, manifests, 'ResourceQuota');
    const pod = quotas.length > 0 ? admittedPod(workload, manifests) : {};
    return quotas.flatMap(({ object, head }) => {
      const error = quotaError(pod, object as ResourceQuota);
      return error === undefined ? [] : [{
        path: workload.path,
        message: `the ResourceQuota '${head.name}' of the namespace refuses ${eachPod(workload)}: ${error}`,
        fix: 'say it in these containers, or give the namespace a LimitRange with defaults',
      }];
    });
  }),
};

/** The pod as the quota and the limits see it: with its defaults, those of the limit ranges, and the default class of the cluster. */
function admittedPod(workload: Workload, manifests: Manifests): PodSpec {
  const { priorityClassName, ...spec } = createdPod(workload).spec as PodSpec;
  const created = { ...spec, priorityClassName: priorityClassName || defaultClass(priorityClasses(manifests))?.name };
  return inNamespaceOf(workload, manifests, 'LimitRange').reduce((pod, { object }) => withLimitRangeDefaults(pod, object as LimitRange), created as PodSpec);
}

/** What is wrong with the pod only since it has the defaults of the limit ranges. */
function madeInvalid(workload: Workload, admitted: PodSpec): Said[] {
  const created = createdPod(workload);
  const known = new Set(validatePod(created).map(({ path, detail }) => path + detail));
  return validatePod({ ...created, spec: admitted }).filter(({ path, detail }) => !known.has(path + detail)).map(({ path, detail }) => ({
    path: pathInWorkload(workload, path),
    message: `with the defaults of the LimitRange of the namespace ${eachPod(workload)} is refused: ${detail}`,
    fix: 'give the container requests and limits of its own that fit together',
  }));
}

function eachPod({ path }: Workload): string {
  return path === 'spec' ? 'the pod' : 'each pod';
}

function inNamespaceOf({ manifest }: Workload, manifests: Manifests, kind: string): Manifest[] {
  return ofKind(manifests, kind).filter(({ head }) => head.namespace === manifest.head.namespace);
}
