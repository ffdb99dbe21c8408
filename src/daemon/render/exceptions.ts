import { fitName } from '../../kubernetes/names';
import { DaemonProps } from '../daemon-props';
import { Identity } from './identity';

/** Longest name of an annotation key, behind its prefix. */
const KEY_NAME_MAX = 63;

/**
 * What a definition accepts on purpose, with its reason, as `cdk8s-daemons/allow.<rule>.<container>` on the DaemonSet's own
 * metadata: a reworded reason restarts nothing.
 */
export function renderExceptions(identity: Identity, props: DaemonProps): { [key: string]: string } {
  const containers = [
    { ...props, name: props.containerName ?? identity.name },
    ...(props.containers ?? []), ...(props.initContainers ?? []), ...(props.sidecars ?? []),
  ];
  return Object.fromEntries(containers.filter((container) => container.privileges?._reason !== undefined)
    .map((container) => [`cdk8s-daemons/${fitName(`allow.privileged.${container.name}`, KEY_NAME_MAX)}`, container.privileges!._reason!]));
}
