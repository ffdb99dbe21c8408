import { DaemonSet, DaemonSetSpec } from '../../kubernetes/objects';
import { ContainerOptions } from '../container';
import { DaemonProps } from '../daemon-props';
import { Identity } from '../render/identity';
import { Manifest } from '../render/services';

/** What a check looks at: one DaemonSet of a daemon, its definition, what that gives, and its manifest as it will be written, patches applied. */
export interface Subject {
  /** Which DaemonSet it is; undefined where the daemon has no variants. */
  readonly variant?: string;
  readonly identity: Identity;
  readonly props: DaemonProps;
  readonly rendered: DaemonSetSpec;
  readonly manifest: DaemonSet & Manifest;
}

/** A check tells every problem that it sees, as one sentence each; none is an empty list. */
export type Check = (subject: Subject) => string[];

/** The containers of a definition, each with the name under which its problems are told. */
export function definedContainers({ identity, props }: Subject): { name: string; options: ContainerOptions }[] {
  return [
    { name: props.containerName ?? identity.name, options: props },
    ...[...(props.containers ?? []), ...(props.initContainers ?? []), ...(props.sidecars ?? [])].map((options) => ({ name: options.name, options })),
  ];
}
