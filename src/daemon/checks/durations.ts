import { Check } from './subject';
import { Container, DaemonSetSpec } from '../../kubernetes/objects';

/** Kubernetes counts time in whole seconds, and says of others only that their form is wrong. */
export const checkDurations: Check = ({ rendered }) => durationsOf(rendered)
  .filter(([, seconds]) => seconds !== undefined && !Number.isInteger(seconds))
  .map(([what, seconds]) => `${what} is ${seconds} seconds, and Kubernetes counts whole seconds; say Duration.seconds(${Math.max(1, Math.round(seconds!))})`);

function durationsOf({ minReadySeconds, template: { spec } }: DaemonSetSpec): [string, number | undefined][] {
  return [
    ["the rollout's minReady", minReadySeconds],
    ['terminationGracePeriod', spec.terminationGracePeriodSeconds],
    ...[...(spec.initContainers ?? []), ...spec.containers].flatMap((container) => probesOf(container)),
  ];
}

function probesOf({ name, livenessProbe: liveness, readinessProbe: readiness, startupProbe: startup }: Container): [string, number | undefined][] {
  return Object.entries({ liveness, readiness, startup }).flatMap(([kind, probe]): [string, number | undefined][] => [
    [`container '${name}': the initialDelay of its ${kind} probe`, probe?.initialDelaySeconds],
    [`container '${name}': the period of its ${kind} probe`, probe?.periodSeconds],
    [`container '${name}': the timeout of its ${kind} probe`, probe?.timeoutSeconds],
  ]);
}
