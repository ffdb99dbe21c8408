import { concat } from '../concat';
import { FieldError } from '../field-error';
import { Container, Handler, Lifecycle } from '../pod-objects';
import { isSet } from './field-checks';
import { validateHandler } from './handlers';

/** What runs when a container begins and before it ends. Upstream: validateLifecycle. */
export function validateLifecycle({ lifecycle }: Container, gracePeriod: number | null | undefined, path: string): FieldError[] {
  return concat(
    validateHook(lifecycle?.postStart, gracePeriod, `${path}.lifecycle.postStart`),
    validateHook(lifecycle?.preStop, gracePeriod, `${path}.lifecycle.preStop`),
  );
}

/** The lifecycle that is left where stop signals are taken off, as they are by default. Upstream: dropContainerStopSignals. */
export function storedLifecycle({ lifecycle }: Container): Lifecycle | undefined {
  const isSignalOnly = isSet(lifecycle?.stopSignal) && !isSet(lifecycle.postStart) && !isSet(lifecycle.preStop);
  return isSet(lifecycle) && !isSignalOnly ? lifecycle : undefined;
}

/** A hook is no probe: it has no gRPC. */
function validateHook(hook: Handler | null | undefined, gracePeriod: number | null | undefined, path: string): FieldError[] {
  const { exec, httpGet, tcpSocket, sleep } = hook ?? {};
  return isSet(hook) ? validateHandler({ exec, httpGet, tcpSocket, sleep }, gracePeriod, path) : [];
}
