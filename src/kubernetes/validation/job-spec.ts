import { PodTemplateSpec } from '../pod-objects';
import { LabelSelector } from './label-selector';
import { ObjectMetadata } from './object-meta';

/** What of a Job the rules look at, in wire format. */
export interface Job {
  readonly metadata?: ObjectMetadata;
  readonly spec?: JobSpec;
  readonly status?: JobStatus | null;
}

export interface JobStatus {
  readonly startTime?: string | null;
  readonly active?: number;
  readonly conditions?: readonly { readonly type?: string; readonly status?: string }[] | null;
}

export interface JobSpec {
  readonly selector?: LabelSelector | null;
  readonly manualSelector?: boolean | null;
  readonly template?: PodTemplateSpec;
  readonly parallelism?: number | null;
  readonly completions?: number | null;
  readonly completionMode?: string | null;
  readonly activeDeadlineSeconds?: number | null;
  readonly backoffLimit?: number | null;
  readonly backoffLimitPerIndex?: number | null;
  readonly maxFailedIndexes?: number | null;
  readonly ttlSecondsAfterFinished?: number | null;
  readonly managedBy?: string | null;
  readonly podFailurePolicy?: PodFailurePolicy | null;
  readonly podReplacementPolicy?: string | null;
  readonly successPolicy?: SuccessPolicy | null;
  readonly suspend?: boolean | null;
}

export interface OnExitCodes {
  readonly containerName?: string | null;
  readonly operator?: string;
  readonly values?: readonly number[] | null;
}

export interface PodFailurePolicyRule {
  readonly action?: string;
  readonly onExitCodes?: OnExitCodes | null;
  readonly onPodConditions?: readonly { readonly type?: string; readonly status?: string }[] | null;
}

export interface PodFailurePolicy {
  readonly rules?: readonly PodFailurePolicyRule[] | null;
}

export interface SuccessPolicyRule {
  readonly succeededIndexes?: string | null;
  readonly succeededCount?: number | null;
}

export interface SuccessPolicy {
  readonly rules?: readonly SuccessPolicyRule[] | null;
}
