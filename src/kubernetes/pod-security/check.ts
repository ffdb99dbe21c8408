import { PodMetadata, PodSpec } from './pod';

/** The Pod Security levels, from the widest to the strictest. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

export function isPodSecurityLevel(text: string): text is PodSecurityLevel {
  return ['privileged', 'baseline', 'restricted'].includes(text);
}

/** Why a check forbids a pod, in the words of the API server: the reason is short, the detail names the culprits. */
export interface Finding {
  readonly reason: string;
  readonly detail: string;
}

/** A finding together with the check that made it and the level that the check belongs to. */
export interface Violation extends Finding {
  readonly check: string;
  readonly level: 'baseline' | 'restricted';
}

/** `host namespaces (hostNetwork=true)`. Upstream: ForbiddenDetail. */
export function violationText({ reason, detail }: Finding): string {
  return detail === '' ? reason : `${reason} (${detail})`;
}

/** A rule as it stood in one version of Kubernetes; undefined means that the pod is allowed. */
export type Rule = (podMetadata: PodMetadata, podSpec: PodSpec) => Finding | undefined;

export interface Check {
  /** Upstream's id of the check. */
  readonly id: string;
  /** Baseline checks also count at the restricted level, unless a restricted check overrides them. */
  readonly level: 'baseline' | 'restricted';
  /** Ids of the baseline checks that this restricted check stands in for. */
  readonly overrides?: readonly string[];
  /** The rule over time, oldest first; `since` is the minor version of Kubernetes 1.x in which it came into force. */
  readonly versions: readonly { readonly since: number; readonly check: Rule }[];
}
