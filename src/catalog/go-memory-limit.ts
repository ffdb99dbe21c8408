import { Size, SizeRoundingBehavior } from 'cdk8s';

/** `GOMEMLIMIT` for a memory limit: Go collects its garbage before the kernel ends it. */
export function goMemoryLimit(limit: Size): string {
  return `${Math.floor(limit.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 0.8)}KiB`;
}
