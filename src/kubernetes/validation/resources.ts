import { concat } from '../concat';
import { FieldError, forbidden, invalid, required } from '../field-error';
import { PodSpec, ResourceRequirements } from '../pod-objects';
import { Quantity, compareQuantities, formatQuantity, isWhole } from '../quantity';
import { isSet } from './field-checks';
import { PodValidationOptions } from './pod-validation-options';
import { validateResourceClaimNames } from './resource-claims';
import { ResourceList, aggregateContainers, isDivisible, isNegative, resourceList } from './resource-lists';
import { hugePageSize, isCounted, isHugePages, isOvercommitAllowed, validateContainerResourceName, validatePodResourceName } from './resource-names';

type NameRule = (name: string, path: string) => FieldError[];

/** Upstream: ValidateContainerResourceRequirements. */
export function validateContainerResourceRequirements(
  requirements: ResourceRequirements, claimNames: ReadonlySet<string>, path: string, options: PodValidationOptions): FieldError[] {
  return validateResourceRequirements(requirements, validateContainerResourceName, claimNames, path, options);
}

/** What the pod itself costs. Upstream: validateOverhead, which calls it limits. */
export function validateOverhead({ overhead }: PodSpec, path: string, options: PodValidationOptions): FieldError[] {
  return isSet(overhead) ? validateContainerResourceRequirements({ limits: overhead }, new Set(), path, options) : [];
}

/** Upstream: validateResourceRequirements. */
function validateResourceRequirements(
  requirements: ResourceRequirements, nameRule: NameRule, claimNames: ReadonlySet<string>, path: string, options: PodValidationOptions,
): FieldError[] {
  const [limits, requests] = [resourceList(requirements.limits), resourceList(requirements.requests)];
  const names = [...limits.keys(), ...requests.keys()];
  return concat(
    validateQuantities(limits, nameRule, `${path}.limits`, options),
    validateQuantities(requests, nameRule, `${path}.requests`, options),
    [...requests].flatMap(([name, quantity]) => validateRequestAndLimit(name, quantity, limits.get(name), path)),
    names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory') ? [forbidden(path, 'HugePages require cpu or memory')] : [],
    validateResourceClaimNames(requirements.claims ?? [], claimNames, `${path}.claims`),
  );
}

function validateQuantities(list: ResourceList, nameRule: NameRule, path: string, options: PodValidationOptions): FieldError[] {
  return [...list].flatMap(([name, quantity]) => {
    const text = formatQuantity(quantity);
    return concat(
      nameRule(name, `${path}[${name}]`),
      validateResourceQuantityValue(name, quantity, `${path}[${name}]`),
      isHugePages(name) && !options.allowIndivisibleHugePagesValues && !isDivisible(quantity, hugePageSize(name))
        ? [invalid(`${path}[${name}]`, text, `${text} is not positive integer multiple of ${name}`)] : [],
    );
  });
}

/** Upstream: ValidateResourceQuantityValue. */
export function validateResourceQuantityValue(name: string, quantity: Quantity, path: string): FieldError[] {
  return concat(
    isNegative(quantity) ? [invalid(path, formatQuantity(quantity), 'must be greater than or equal to 0')] : [],
    isCounted(name) && !isWhole(quantity) ? [invalid(path, formatQuantity(quantity), 'must be an integer')] : [],
  );
}

function validateRequestAndLimit(name: string, request: Quantity, limit: Quantity | undefined, path: string): FieldError[] {
  if (limit === undefined) {
    return isOvercommitAllowed(name) ? [] : [required(`${path}.limits`, 'Limit must be set for non overcommitable resources')];
  }
  const order = compareQuantities(request, limit);
  const relation = order !== 0 && !isOvercommitAllowed(name) ? 'equal to' : order > 0 ? 'less than or equal to' : undefined;
  return relation === undefined ? []
    : [invalid(`${path}.requests`, formatQuantity(request), `must be ${relation} ${name} limit of ${formatQuantity(limit)}`)];
}

/** The resources of the pod as a whole. Upstream: validatePodResources. */
export function validatePodResources(spec: PodSpec, claimNames: ReadonlySet<string>, path: string, options: PodValidationOptions): FieldError[] {
  const { resources } = spec;
  if (!isSet(resources)) {
    return [];
  }
  if (spec.os?.name === 'windows') {
    return [forbidden(`${path}.resources`, 'may not be set for a windows pod')];
  }
  return concat(
    isSet(resources.claims) ? [forbidden(`${path}.resources.claims`, 'claims may not be set for Resources at pod-level')] : [],
    validateResourceRequirements(resources, validatePodResourceName, claimNames, `${path}.resources`, options),
    validatePodResourceConsistency(spec, resources, `${path}.resources`),
  );
}

/** The pod has enough for its containers, and none of them may take more. Upstream: validatePodResourceConsistency. */
function validatePodResourceConsistency(spec: PodSpec, resources: ResourceRequirements, path: string): FieldError[] {
  const [requests, limits] = [resourceList(resources.requests), resourceList(resources.limits)];
  const hugePages = [...aggregateContainers(spec, 'limits')].filter(([name]) => isHugePages(name));
  return concat(
    atLeast(requests, aggregateContainers(spec, 'requests'), 'requests', path),
    atLeast(limits, new Map(hugePages), 'limits', path),
    (spec.containers ?? []).flatMap((container, index) => [...resourceList(container.resources?.limits)].flatMap(([name, limit]) => {
      const most = limits.get(name);
      return most === undefined || compareQuantities(limit, most) <= 0 ? []
        : [invalid(`${path}.containers[${index}][${name}].limits`, formatQuantity(limit),
          `must be less than or equal to pod limits of ${formatQuantity(most)}`)];
    })),
  );
}

function atLeast(ofPod: ResourceList, ofContainers: ResourceList, kind: 'requests' | 'limits', path: string): FieldError[] {
  return [...ofContainers].flatMap(([name, needed]) => {
    const given = ofPod.get(name);
    return given === undefined || compareQuantities(needed, given) <= 0 ? [] : [invalid(`${path}.${kind}[${name}]`, formatQuantity(given),
      `must be greater than or equal to aggregate container ${kind} of ${formatQuantity(needed)}`)];
  });
}
