/** A source, transform or sink in Vector's own words; what is undefined is not written. */
export interface Component {
  readonly [property: string]: unknown;
}

/** Components of one kind, by their ids. */
export interface Components {
  readonly [id: string]: Component;
}

/** What the configuration says for an environment variable, in any value. */
export function variable(name: string): string {
  return `\${${name}}`;
}

/** A text that means itself: everywhere else `$` begins a variable (upstream: src/config/vars.rs). */
export function literal(text: string): string {
  return text.replace(/\$/g, '$$$$');
}

/** Without what is undefined, however deep. */
export function said<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).map(([key, inner]) => [key, said(inner)])) as T;
}
