import { Size, SizeRoundingBehavior } from 'cdk8s';

/** For configurations whose own units are not those of the library. */
export function bytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024;
}
