import { fitName } from '../../kubernetes/names';
import { DaemonSetSpec } from '../../kubernetes/objects';
import { DaemonProps } from '../daemon-props';
import { neededReasons, Reasons } from '../reasons';
import { Identity } from './identity';

/** Longest name of an annotation key, behind its prefix. */
const KEY_NAME_MAX = 63;

/**
 * What a definition accepts on purpose, with its reason, as `cdk8s-daemons/allow.<rule>.<container>` on the DaemonSet's own
 * metadata: a reworded reason restarts nothing. A reason that is stated with the rights wins over that of the daemon's kind.
 */
export function renderExceptions(identity: Identity, props: DaemonProps, reasons: Reasons, spec: DaemonSetSpec): { [key: string]: string } {
  const containers = [
    { ...props, name: props.containerName ?? identity.name },
    ...(props.containers ?? []), ...(props.initContainers ?? []), ...(props.sidecars ?? []),
  ];
  const stated = containers.filter((container) => container.privileges?._reason !== undefined)
    .map(({ name, privileges }): [string, string] => [`${privileges!._isHostProcess ? 'windows-host-process' : 'privileged'}.${name}`, privileges!._reason!]);
  const needed = Object.entries(neededReasons(reasons, spec)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries([...needed, ...stated].map(([rule, reason]) => [`cdk8s-daemons/${fitName(`allow.${rule}`, KEY_NAME_MAX)}`, reason]));
}
