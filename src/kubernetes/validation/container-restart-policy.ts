import { concat } from '../concat';
import { isEnabled } from '../feature-gates';
import { FieldError, duplicate, forbidden, invalid, notSupported, required, tooMany } from '../field-error';
import { Container, ContainerRestartRule } from '../pod-objects';
import { isSet, optionalOneOf, requireOneOf, requireTextOneOf, typed } from './field-checks';
import { PodValidationOptions } from './pod-validation-options';

const POLICIES = ['Always', 'Never', 'OnFailure'];
const RESTART = ['Restart'];
const ACTIONS = [...RESTART, 'RestartAllContainers'];
const OPERATORS = ['In', 'NotIn'];
const [RULES_MAX, EXIT_CODES_MAX] = [20, 255];

const RESIZABLE = ['cpu', 'memory'];
const RESIZE_POLICIES = ['NotRequired', 'RestartContainer'];

/** When a container starts again, other than its pod says. Upstream: validateContainerRestartPolicy. */
export function validateContainerRestartPolicy(
  { restartPolicy, restartPolicyRules }: Container, path: string, { version }: PodValidationOptions): FieldError[] {
  const rules = restartPolicyRules ?? [];
  if (!isEnabled('ContainerRestartRules', version)) {
    return isSet(restartPolicy) ? [forbidden(`${path}.restartPolicy`, 'may not be set for non-init containers')] : [];
  }
  return concat(
    validateNeedsPolicy({ restartPolicy, restartPolicyRules }, path),
    optionalOneOf(restartPolicy, `${path}.restartPolicy`, POLICIES),
    rules.length > RULES_MAX ? [tooMany(`${path}.restartPolicyRules`, rules.length, RULES_MAX)] : [],
    rules.flatMap((rule, index) => validateRule(rule, `${path}.restartPolicyRules[${index}]`, version)),
  );
}

/** Without a policy, nothing but that is told of the rules. Upstream: validateInitContainerRestartPolicy. */
export function validateInitContainerRestartPolicy(container: Container, path: string, options: PodValidationOptions): FieldError[] {
  const { restartPolicy, restartPolicyRules } = container;
  if (!isSet(restartPolicy)) {
    return validateNeedsPolicy(container, path);
  }
  if (!isEnabled('ContainerRestartRules', options.version)) {
    return restartPolicy === 'Always' ? [] : [notSupported(`${path}.restartPolicy`, typed(restartPolicy), ['Always'])];
  }
  if (restartPolicy === 'Always' && !isEnabled('RestartAllContainersOnContainerExits', options.version)) {
    return (restartPolicyRules ?? []).length === 0 ? []
      : [forbidden(`${path}.restartPolicyRules`, 'restartPolicyRules are not allowed for init containers with restart policy Always')];
  }
  return validateContainerRestartPolicy(container, path, options);
}

function validateNeedsPolicy({ restartPolicy, restartPolicyRules }: Container, path: string): FieldError[] {
  return !isSet(restartPolicy) && (restartPolicyRules ?? []).length > 0
    ? [required(`${path}.restartPolicy`, 'must specify restartPolicy when restart rules are used')] : [];
}

function validateRule({ action, exitCodes }: ContainerRestartRule, path: string, version: string | undefined): FieldError[] {
  const count = (exitCodes?.values ?? []).length;
  return concat(
    requireOneOf(action, `${path}.action`, isEnabled('RestartAllContainersOnContainerExits', version) ? ACTIONS : RESTART),
    isSet(exitCodes) ? requireOneOf(exitCodes.operator, `${path}.exitCodes.operator`, OPERATORS)
      : [required(`${path}.exitCodes`, 'must be specified')],
    count > EXIT_CODES_MAX ? [tooMany(`${path}.exitCodes.values`, count, EXIT_CODES_MAX)] : [],
  );
}

/** What a change of its resources does to a container. Upstream: validateResizePolicy. */
export function validateResizePolicy(
  policies: NonNullable<Container['resizePolicy']>, podRestartPolicy: string | null | undefined, path: string): FieldError[] {
  const isRepeated = (name: string, index: number) => policies.slice(0, index).some((earlier) => (earlier.resourceName ?? '') === name);
  return policies.flatMap(({ resourceName = '', restartPolicy = '' }, index) => concat(
    isRepeated(resourceName, index) ? [duplicate(`${path}[${index}]`, typed(resourceName))] : [],
    requireTextOneOf(resourceName, path, RESIZABLE),
    requireTextOneOf(restartPolicy, path, RESIZE_POLICIES),
    podRestartPolicy === 'Never' && restartPolicy !== 'NotRequired'
      ? [invalid(path, typed(restartPolicy), "must be 'NotRequired' when pod `restartPolicy` is 'Never'")] : [],
  ));
}
