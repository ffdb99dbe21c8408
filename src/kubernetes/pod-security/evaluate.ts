import { concat } from '../concat';
import { Check, PodSecurityLevel, Rule, Violation } from './check';
import { PodMetadata, PodSpec } from './pod';
import { minorOf } from './policy-version';
import { CHECKS } from './registry';

/** The strictest level that admits a pod, and everything that stands in the way of a stricter one. */
export interface LowestLevel {
  readonly level: PodSecurityLevel;
  /** Violations of the baseline level first, then those that only the restricted level objects to. */
  readonly violations: Violation[];
}

/**
 * What Pod Security at this level and version has against a pod; an empty list means that it admits the pod.
 *
 * The pod is judged as it is. A pod template is not yet what its pods will be: see `asCreatedPod`.
 *
 * @param version `latest` (the default) or a version such as `v1.29`; a version newer than every rule gets the newest rules
 */
export function evaluatePodSecurity(
  podMetadata: PodMetadata | null | undefined, podSpec: PodSpec, level: PodSecurityLevel, version: string = 'latest',
): Violation[] {
  const minor = minorOf(version);
  return checksAt(level, minor).flatMap((check) => {
    const finding = ruleAt(check, minor)?.(podMetadata ?? {}, podSpec);
    return finding === undefined ? [] : [{ check: check.id, level: check.level, ...finding }];
  });
}

/** The most restrictive level that admits a pod. */
export function lowestLevel(podMetadata: PodMetadata | null | undefined, podSpec: PodSpec, version?: string): LowestLevel {
  const restricted = evaluatePodSecurity(podMetadata, podSpec, 'restricted', version);
  if (restricted.length === 0) {
    return { level: 'restricted', violations: [] };
  }
  // Restricted checks override some of baseline, so the restricted violations alone do not tell what baseline minds.
  const baseline = evaluatePodSecurity(podMetadata, podSpec, 'baseline', version);
  return {
    level: baseline.length === 0 ? 'baseline' : 'privileged',
    violations: concat(baseline, restricted.filter((violation) => violation.level === 'restricted')),
  };
}

/** The checks in force: at the restricted level also those of baseline that no restricted check in force overrides. */
function checksAt(level: PodSecurityLevel, minor: number): Check[] {
  const known = CHECKS.filter((check) => ruleAt(check, minor) !== undefined);
  switch (level) {
    case 'privileged': return [];
    case 'baseline': return known.filter((check) => check.level === 'baseline');
    case 'restricted': {
      const overridden = known.flatMap((check) => check.overrides ?? []);
      return known.filter((check) => !overridden.includes(check.id));
    }
  }
}

/** The rule of a check as of a version: the newest one that is not newer than the version. */
function ruleAt(check: Check, minor: number): Rule | undefined {
  return check.versions.filter((version) => version.since <= minor).at(-1)?.check;
}
