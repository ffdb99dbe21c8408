import { concat } from '../concat';
import { FieldError, invalid, notSupported, required } from '../field-error';
import { formatQuantity, parseQuantity } from '../quantity';
import { invalidForEach } from './field-checks';
import { ObjectFieldSelector, ResourceFieldSelector } from './field-ref-objects';
import { qualifiedNameErrors } from './names';
import { isZero } from './resource-lists';

/** What can be asked for at all. Which of them a variable or a file may hold is another matter. */
const LABELS_AND_ANNOTATIONS = ['metadata.annotations', 'metadata.labels'];
const FIELDS = [...LABELS_AND_ANNOTATIONS, 'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.restartPolicy',
  'spec.serviceAccountName', 'spec.schedulerName', 'status.phase', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'];

const RESOURCES = ['limits.cpu', 'limits.ephemeral-storage', 'limits.memory', 'requests.cpu', 'requests.ephemeral-storage', 'requests.memory'];
const HUGE_PAGES = /^(limits|requests)\.hugepages-/;

const MEMORY_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];
const DIVISORS: [resources: RegExp, divisors: string[], rule: string][] = [
  [/^(limits|requests)\.cpu$/, ['1m', '1'], "only divisor's values 1m and 1 are supported with the cpu resource"],
  [/^(limits|requests)\.memory$/, MEMORY_DIVISORS, memoryRule('memory')],
  [/^(limits|requests)\.ephemeral-storage$/, MEMORY_DIVISORS, memoryRule('local ephemeral storage')],
  [HUGE_PAGES, MEMORY_DIVISORS, memoryRule('hugepages')],
];

/** A field of the pod. Upstream: validateObjectFieldSelector. */
export function validateObjectFieldSelector(selector: ObjectFieldSelector, supported: readonly string[], path: string): FieldError[] {
  const { apiVersion, fieldPath } = selector;
  if (!apiVersion || !fieldPath) {
    return [required(`${path}.${apiVersion ? 'fieldPath' : 'apiVersion'}`)];
  }
  const problem = fieldLabelProblem(apiVersion, fieldPath);
  if (problem !== undefined) {
    return [invalid(`${path}.fieldPath`, fieldPath, `error converting fieldPath: ${problem}`)];
  }
  const [field, subscript] = splitMaybeSubscriptedPath(fieldPath);
  if (subscript !== undefined) {
    const key = field === 'metadata.annotations' ? subscript.toLowerCase() : subscript;
    return invalidForEach(path, key, qualifiedNameErrors(key));
  }
  const name = field === 'spec.host' ? 'spec.nodeName' : field;
  return supported.includes(name) ? [] : [notSupported(`${path}.fieldPath`, name, supported)];
}

/** Upstream: ConvertDownwardAPIFieldLabel. */
function fieldLabelProblem(apiVersion: string, label: string): string | undefined {
  if (apiVersion !== 'v1') {
    return `unsupported pod version: ${apiVersion}`;
  }
  const [field, subscript] = splitMaybeSubscriptedPath(label);
  if (subscript !== undefined) {
    return LABELS_AND_ANNOTATIONS.includes(field) ? undefined : `field label does not support subscript: ${label}`;
  }
  return FIELDS.includes(label) || label === 'spec.host' ? undefined : `field label not supported: ${label}`;
}

/** `metadata.labels['key']` in two. Upstream: SplitMaybeSubscriptedPath. */
function splitMaybeSubscriptedPath(text: string): [field: string, subscript?: string] {
  const start = text.indexOf("['");
  const end = text.length - "']".length;
  return text.endsWith("']") && start > 0 && start + "['".length <= end ? [text.slice(0, start), text.slice(start + "['".length, end)] : [text];
}

/** A resource of a container, whether it is there or not. Upstream: validateContainerResourceFieldSelector. */
export function validateContainerResourceFieldSelector(
  selector: ResourceFieldSelector, path: string, { isVolume }: { isVolume: boolean }): FieldError[] {
  const { containerName, resource = '' } = selector;
  return concat(
    isVolume && !containerName ? [required(`${path}.containerName`)]
      : resource === '' ? [required(`${path}.resource`)]
        : RESOURCES.includes(resource) || HUGE_PAGES.test(resource) ? [] : [notSupported(`${path}.resource`, resource, RESOURCES)],
    validateContainerResourceDivisor(resource, selector.divisor ?? '0', `${path}.divisor`),
  );
}

/** Upstream: validateContainerResourceDivisor. The value that upstream prints is the resource, not the divisor. */
function validateContainerResourceDivisor(resource: string, text: string | number, path: string): FieldError[] {
  const divisor = parseQuantity(text);
  if ('error' in divisor || isZero(divisor)) {
    return [];
  }
  const [, divisors, rule] = DIVISORS.find(([resources]) => resources.test(resource)) ?? [];
  return rule === undefined || divisors?.includes(formatQuantity(divisor)) ? [] : [invalid(path, resource, rule)];
}

function memoryRule(resource: string): string {
  return `only divisor's values ${MEMORY_DIVISORS.join(', ')} are supported with the ${resource} resource`;
}
