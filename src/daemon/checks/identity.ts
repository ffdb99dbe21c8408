import { Check } from './subject';

/** Labels that `podLabels` would change although they are how the daemon's pods are found. Without defaults they would, and the server says so. */
export const checkIdentity: Check = ({ identity, props: { podLabels = {} } }) => {
  const fixed: { [key: string]: string } = identity.recommended ? { ...identity.commonLabels, ...identity.selector } : {};
  const changed = Object.entries(podLabels).filter(([key, value]) => key in fixed && fixed[key] !== value);
  return changed.map(([key, value]) => `podLabels says ${key}=${value}, but the daemon's pods are found by ${key}=${fixed[key]}; leave ${key} out of podLabels`);
};
