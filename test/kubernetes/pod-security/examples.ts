import { BASELINE_EXAMPLES } from './examples-baseline';
import { RESTRICTED_EXAMPLES } from './examples-restricted';
import { PodMetadata, PodSpec } from '../../../src/kubernetes/pod-security';

/** A pod, in words and as data. */
interface ExamplePod {
  readonly pod: string;
  readonly metadata?: PodMetadata;
  readonly spec: PodSpec;
}

/** A pod that a check admits, and one that it forbids with what it then says. */
export interface Example {
  readonly check: string;
  readonly version: string;
  readonly passes: ExamplePod;
  readonly fails: ExamplePod & { readonly reason: string; readonly detail: string };
}

export const EXAMPLES: readonly Example[] = [...BASELINE_EXAMPLES, ...RESTRICTED_EXAMPLES];
