import { Duration, Size, SizeRoundingBehavior } from 'cdk8s';

const SIZES: [string, number][] = [['g', 1024 ** 2], ['m', 1024], ['k', 1]];

/** A size in the largest unit that divides it: `8m` (upstream: Fluent::Config.size_value, binary units). */
export function sizeText(size: Size): string {
  const kibibytes = kibibytesOf(size);
  const [unit, factor] = SIZES.find(([, kib]) => Number.isInteger(kibibytes / kib)) ?? ['', 1 / 1024];
  return `${Math.round(kibibytes / factor)}${unit}`;
}

/** A time: `5s`; without a unit where it is no whole number of seconds (upstream: Fluent::Config.time_value). */
export function timeText(duration: Duration): string {
  const seconds = duration.toMilliseconds() / 1000;
  return Number.isInteger(seconds) ? `${seconds}s` : String(seconds);
}

export function kibibytesOf(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
}
