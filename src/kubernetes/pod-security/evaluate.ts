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

interface InForce {
  readonly check: Check;
  readonly rule: Rule;
}

/** By minor version; asked for every pod. */
const IN_FORCE = new Map<number, readonly InForce[]>();

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
  return level === 'privileged' ? [] : withoutOverridden(level, minor, violationsOf(podMetadata, podSpec, minor));
}

/** The most restrictive level that admits a pod. */
export function lowestLevel(podMetadata: PodMetadata | null | undefined, podSpec: PodSpec, version: string = 'latest'): LowestLevel {
  const minor = minorOf(version);
  const all = violationsOf(podMetadata, podSpec, minor);
  const restricted = withoutOverridden('restricted', minor, all);
  if (restricted.length === 0) {
    return { level: 'restricted', violations: [] };
  }
  // Restricted checks override some of baseline, so the restricted violations alone do not tell what baseline minds.
  const baseline = withoutOverridden('baseline', minor, all);
  return {
    level: baseline.length === 0 ? 'baseline' : 'privileged',
    violations: [...baseline, ...restricted.filter((violation) => violation.level === 'restricted')],
  };
}

/** What all checks of a version have against a pod. */
function violationsOf(podMetadata: PodMetadata | null | undefined, podSpec: PodSpec, minor: number): Violation[] {
  return inForce(minor).flatMap(({ check: { id, level }, rule }) => {
    const finding = rule(podMetadata ?? {}, podSpec);
    return finding === undefined ? [] : [{ check: id, level, ...finding }];
  });
}

/** What counts at a level: at the restricted one also what baseline checks find that no restricted check in force overrides. */
function withoutOverridden(level: Exclude<PodSecurityLevel, 'privileged'>, minor: number, violations: readonly Violation[]): Violation[] {
  if (level === 'baseline') {
    return violations.filter((violation) => violation.level === 'baseline');
  }
  const overridden = inForce(minor).flatMap(({ check }) => check.overrides ?? []);
  return violations.filter(({ check }) => !overridden.includes(check));
}

/** The checks that a version has, with the newest rule of each that is not newer than the version. */
function inForce(minor: number): readonly InForce[] {
  const found = IN_FORCE.get(minor) ?? CHECKS.flatMap((check) => {
    const rule = check.versions.filter((version) => version.since <= minor).at(-1)?.check;
    return rule === undefined ? [] : [{ check, rule }];
  });
  IN_FORCE.set(minor, found);
  return found;
}
