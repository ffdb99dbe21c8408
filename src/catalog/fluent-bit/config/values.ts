import { Size, SizeRoundingBehavior } from 'cdk8s';

/** Properties of a section or plugin, in Fluent Bit's own words; what is undefined is not written. */
export interface Properties {
  readonly [property: string]: string | number | boolean | string[] | undefined;
}

/** Bytes: Fluent Bit takes `1M` for a million (upstream: flb_utils_size_to_bytes). */
export function bytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024;
}

/** What the configuration says for an environment variable, in any value. */
export function variable(name: string): string {
  return `\${${name}}`;
}
