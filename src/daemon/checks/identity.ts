import { Check, Subject } from './subject';
import { matchesLabels } from '../../kubernetes/labels';
import { DaemonSet } from '../../kubernetes/objects';

type Labels = { [key: string]: string };

/** The selector must take the pods of its own template, and nobody else decides it when defaults are off. */
export const checkIdentity: Check = (subject) => {
  const { identity, props, manifest } = subject;
  if (!identity.recommended && (props.selector === undefined || props.podLabels === undefined)) {
    return ['with Defaults.none() no label is added, so selector and podLabels must be given'];
  }
  if (Object.keys(identity.selector).length === 0) {
    return ['the selector is empty; give at least one label that the pods carry'];
  }
  const contradicted = contradictions(subject);
  return contradicted.length > 0 ? contradicted : missedPods(manifest);
};

/** Labels that `podLabels` would change although they are how the daemon's pods are found. */
function contradictions({ identity, props: { podLabels = {} } }: Subject): string[] {
  const fixed: Labels = { ...identity.commonLabels, ...identity.selector };
  const changed = Object.entries(podLabels).filter(([key, value]) => key in fixed && fixed[key] !== value);
  return changed.map(([key, value]) => `podLabels says ${key}=${value}, but the daemon's pods are found by ${key}=${fixed[key]}; leave ${key} out of podLabels`);
}

/** What remains: labels that nobody gives, and patches. */
function missedPods({ metadata, spec: { selector, template } }: DaemonSet): string[] {
  const { matchLabels = {} } = selector;
  const labels = template.metadata?.labels ?? {};
  return matchesLabels(matchLabels, labels) ? [] : [`the selector ${text(matchLabels)} of the DaemonSet '${metadata.name}' does not take its own pods, `
    + `whose labels are ${text(labels)}; give the pods the same labels`];
}

function text(labels: Labels): string {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(',') || '(none)';
}
