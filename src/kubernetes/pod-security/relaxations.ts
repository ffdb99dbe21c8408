import { Rule } from './check';

/**
 * The rule, except for pods that declare Windows as their operating system: the fields in question mean nothing there,
 * and validation rejects them.
 */
export function unlessWindows(rule: Rule): Rule {
  return (podMetadata, podSpec) => (podSpec.os?.name === 'windows' ? undefined : rule(podMetadata, podSpec));
}

/** The rule, except for pods in a user namespace of their own (`hostUsers: false`), where root is not root of the node. */
export function unlessUserNamespace(rule: Rule): Rule {
  return (podMetadata, podSpec) => (podSpec.hostUsers === false ? undefined : rule(podMetadata, podSpec));
}
