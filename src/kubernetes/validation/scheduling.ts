import { concat } from '../concat';
import { FieldError, forbidden, invalid, required } from '../field-error';
import { labelValueErrors } from '../labels';
import { Affinity, NodeAffinity, NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../pod-objects';
import { invalidForEach, typed } from './field-checks';
import { dns1123SubdomainErrors, qualifiedNameErrors } from './names';
import { validateLabelName, validateLabels } from './object-meta';
import { validatePodAffinity } from './pod-affinity';
import { PodValidationOptions } from './pod-validation-options';
import { validateWeight } from './preference-weight';
import { validateSchedulingGates } from './scheduling-gates';
import { validateTolerations } from './tolerations';
import { validateTopologySpreadConstraints } from './topology-spread';

const FIELD_KEY = 'metadata.name';

/** Where a pod may run, as far as the pod itself says. */
export function validateScheduling(spec: PodSpec, path: string, options: PodValidationOptions): FieldError[] {
  return concat(
    validateLabels(spec.nodeSelector, `${path}.nodeSelector`),
    validateAffinity(spec.affinity ?? {}, `${path}.affinity`, options),
    validateSchedulingGates(spec.schedulingGates ?? [], `${path}.schedulingGates`),
    validateTopologySpreadConstraints(spec.topologySpreadConstraints ?? [], `${path}.topologySpreadConstraints`, options),
    validateTolerations(spec.tolerations ?? [], `${path}.tolerations`, options),
    (spec.readinessGates ?? []).flatMap(({ conditionType = '' }, index) => (
      invalidForEach(`${path}.readinessGates[${index}].conditionType`, conditionType, qualifiedNameErrors(conditionType)))),
  );
}

/** Upstream: validateAffinity. */
function validateAffinity({ nodeAffinity, podAffinity, podAntiAffinity }: Affinity, path: string, options: PodValidationOptions): FieldError[] {
  return concat(
    validateNodeAffinity(nodeAffinity ?? {}, `${path}.nodeAffinity`, options),
    validatePodAffinity(podAffinity ?? {}, `${path}.podAffinity`, options),
    validatePodAffinity(podAntiAffinity ?? {}, `${path}.podAntiAffinity`, options),
  );
}

/** Upstream: validateNodeAffinity. What is preferred may have any values. */
function validateNodeAffinity(affinity: NodeAffinity, path: string, options: PodValidationOptions): FieldError[] {
  const demanded = affinity.requiredDuringSchedulingIgnoredDuringExecution;
  const preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const preferredPath = `${path}.preferredDuringSchedulingIgnoredDuringExecution`;
  return concat(
    demanded ? validateNodeSelector(demanded.nodeSelectorTerms ?? [], `${path}.requiredDuringSchedulingIgnoredDuringExecution`, options) : [],
    preferred.flatMap(({ weight = 0, preference = {} }, index) => concat(
      validateWeight(weight, `${preferredPath}[${index}].weight`),
      validateNodeSelectorTerm(preference, `${preferredPath}[${index}].preference`, { allowInvalidLabelValueInRequiredNodeAffinity: true }),
    )),
  );
}

/** Upstream: ValidateNodeSelector. */
function validateNodeSelector(terms: readonly NodeSelectorTerm[], path: string, options: PodValidationOptions): FieldError[] {
  return terms.length === 0 ? [required(`${path}.nodeSelectorTerms`, 'must have at least one node selector term')]
    : terms.flatMap((term, index) => validateNodeSelectorTerm(term, `${path}.nodeSelectorTerms[${index}]`, options));
}

/** Upstream: ValidateNodeSelectorTerm. */
function validateNodeSelectorTerm({ matchExpressions, matchFields }: NodeSelectorTerm, path: string, options: PodValidationOptions): FieldError[] {
  return concat(
    (matchExpressions ?? []).flatMap((requirement, index) => (
      validateNodeSelectorRequirement(requirement, `${path}.matchExpressions[${index}]`, options))),
    (matchFields ?? []).flatMap((requirement, index) => validateNodeFieldSelectorRequirement(requirement, `${path}.matchFields[${index}]`)),
  );
}

/** Upstream: ValidateNodeSelectorRequirement. */
function validateNodeSelectorRequirement(requirement: NodeSelectorRequirement, path: string, options: PodValidationOptions): FieldError[] {
  const { key = '', operator = '' } = requirement;
  const values = requirement.values ?? [];
  return concat(
    validateOperator(operator, values.length, path),
    validateLabelName(key, `${path}.key`),
    options.allowInvalidLabelValueInRequiredNodeAffinity ? []
      : values.flatMap((value, index) => invalidForEach(`${path}.values[${index}]`, value, labelValueErrors(value))),
  );
}

function validateOperator(operator: string, count: number, path: string): FieldError[] {
  switch (operator) {
    case 'In':
    case 'NotIn': return count > 0 ? [] : [required(`${path}.values`, "must be specified when `operator` is 'In' or 'NotIn'")];
    case 'Exists':
    case 'DoesNotExist': return count === 0 ? []
      : [forbidden(`${path}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")];
    case 'Gt':
    case 'Lt': return count === 1 ? [] : [required(`${path}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'")];
    default: return [invalid(`${path}.operator`, typed(operator), 'not a valid selector operator')];
  }
}

/** Upstream: ValidateNodeFieldSelectorRequirement. */
function validateNodeFieldSelectorRequirement(requirement: NodeSelectorRequirement, path: string): FieldError[] {
  const { key = '', operator = '' } = requirement;
  const values = requirement.values ?? [];
  return concat(
    operator !== 'In' && operator !== 'NotIn' ? [invalid(`${path}.operator`, typed(operator), 'not a valid selector operator')]
      : values.length === 1 ? [] : [required(`${path}.values`, "must be only one value when `operator` is 'In' or 'NotIn' for node field selector")],
    key === FIELD_KEY ? values.flatMap((value, index) => invalidForEach(`${path}.values[${index}]`, value, dns1123SubdomainErrors(value)))
      : [invalid(`${path}.key`, key, 'not a valid field selector key')],
  );
}
