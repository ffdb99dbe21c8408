import { concat } from '../concat';
import { FieldError, invalid } from '../field-error';
import { Container, Probe } from '../pod-objects';
import { isSet } from './field-checks';
import { validateHandler } from './handlers';
import { validateNonnegative } from './object-meta';

const COUNTS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'] as const;

/** The probes of a container. Upstream: validateLivenessProbe, validateReadinessProbe, validateStartupProbe. */
export function validateProbes({ livenessProbe, readinessProbe, startupProbe }: Container, path: string): FieldError[] {
  return concat(
    validateProbe(livenessProbe, `${path}.livenessProbe`),
    validateSuccessThreshold(livenessProbe, `${path}.livenessProbe`),
    validateProbe(readinessProbe, `${path}.readinessProbe`),
    validateNoGracePeriod(readinessProbe, `${path}.readinessProbe`),
    validateProbe(startupProbe, `${path}.startupProbe`),
    validateSuccessThreshold(startupProbe, `${path}.startupProbe`),
  );
}

/** Upstream: validateProbe. No probe sleeps, so the grace period of the pod does not matter. */
function validateProbe(probe: Probe | null | undefined, path: string): FieldError[] {
  if (!isSet(probe)) {
    return [];
  }
  const { exec, httpGet, tcpSocket, grpc, terminationGracePeriodSeconds } = probe;
  return concat(
    validateHandler({ exec, httpGet, tcpSocket, grpc }, undefined, path),
    COUNTS.flatMap((field) => validateNonnegative(probe[field], `${path}.${field}`)),
    isSet(terminationGracePeriodSeconds) && terminationGracePeriodSeconds <= 0
      ? [invalid(`${path}.terminationGracePeriodSeconds`, terminationGracePeriodSeconds, 'must be greater than 0')] : [],
  );
}

function validateSuccessThreshold(probe: Probe | null | undefined, path: string): FieldError[] {
  const threshold = probe?.successThreshold ?? 0;
  return isSet(probe) && threshold !== 1 ? [invalid(`${path}.successThreshold`, threshold, 'must be 1')] : [];
}

function validateNoGracePeriod(probe: Probe | null | undefined, path: string): FieldError[] {
  const seconds = probe?.terminationGracePeriodSeconds;
  return isSet(seconds) ? [invalid(`${path}.terminationGracePeriodSeconds`, seconds, 'must not be set for readinessProbes')] : [];
}
