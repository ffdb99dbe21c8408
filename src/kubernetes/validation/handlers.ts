import { concat } from '../concat';
import { FieldError, forbidden, invalid, required } from '../field-error';
import { Handler } from '../pod-objects';
import { invalidForEach, isSet, requireOneOf, requireText } from './field-checks';
import { httpHeaderNameErrors } from './names';
import { validatePortNumOrName } from './port';

const SCHEMES = ['HTTP', 'HTTPS'];

type GracePeriod = number | null | undefined;
type Rule<Action> = (action: NonNullable<Action>, path: string, gracePeriod: GracePeriod) => FieldError[];
type Rules = { [Action in keyof Handler]-?: Rule<Handler[Action]> };

/** In upstream's order: the first that is there counts, the others may not be there. */
const RULES: Rules = {
  exec: ({ command }, path) => ((command ?? []).length > 0 ? [] : [required(`${path}.command`)]),
  httpGet: validateHTTPGetAction,
  tcpSocket: ({ port }, path) => validatePortNumOrName(port ?? 0, `${path}.port`),
  grpc: ({ port }, path) => validatePortNumOrName(port ?? 0, `${path}.port`),
  sleep: validateSleepAction,
};

/** What a probe or a hook does: one thing, and that rightly. Upstream: validateHandler. */
export function validateHandler(handler: Handler, gracePeriod: GracePeriod, path: string): FieldError[] {
  const actions = (Object.keys(RULES) as (keyof Handler)[]).filter((action) => isSet(handler[action]));
  const [first, ...others] = actions;
  return concat(
    first === undefined ? [required(path, 'must specify a handler type')] : validateAction(handler, first, gracePeriod, path),
    others.map((action) => forbidden(`${path}.${action}`, 'may not specify more than 1 handler type')),
  );
}

function validateAction<Action extends keyof Handler>(handler: Handler, action: Action, gracePeriod: GracePeriod, path: string): FieldError[] {
  const value = handler[action];
  return isSet(value) ? RULES[action](value as NonNullable<Handler[Action]>, `${path}.${action}`, gracePeriod) : [];
}

/** Upstream: validateHTTPGetAction. */
function validateHTTPGetAction({ path: target, port, scheme, httpHeaders }: NonNullable<Handler['httpGet']>, path: string): FieldError[] {
  return concat(
    requireText(target, `${path}.path`),
    validatePortNumOrName(port ?? 0, `${path}.port`),
    requireOneOf(scheme, `${path}.scheme`, SCHEMES),
    (httpHeaders ?? []).flatMap(({ name = '' }) => invalidForEach(`${path}.httpHeaders`, name, httpHeaderNameErrors(name))),
  );
}

/** Upstream: validateSleepAction. */
function validateSleepAction({ seconds = 0 }: NonNullable<Handler['sleep']>, path: string, gracePeriod: GracePeriod): FieldError[] {
  return isSet(gracePeriod) && (seconds < 0 || seconds > gracePeriod)
    ? [invalid(path, seconds, `must be non-negative and less than terminationGracePeriodSeconds (${gracePeriod})`)] : [];
}
