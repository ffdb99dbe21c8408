/** Properties of a section or plugin, in Fluent Bit's own words; what is undefined is not written. */
export interface Properties {
  readonly [property: string]: string | number | boolean | string[] | undefined;
}

/** What the configuration says for an environment variable, in any value. */
export function variable(name: string): string {
  return `\${${name}}`;
}
