/** What was said on the command line cannot be done; told in one line, with what could have been said. */
export class UsageError extends Error {
}

/** @throws UsageError where a value is none of a list */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if (!(allowed as readonly string[]).includes(value)) {
    throw new UsageError(`${option} takes ${allowed.join(', ')}, and not '${value}'`);
  }
  return value as T;
}

/** @throws UsageError where one of some values, with commas between them, is none of a list */
export function severalOf<T extends string>(option: string, values: string, allowed: readonly T[]): T[] {
  return values.split(',').map((value) => oneOf(option, value.trim(), allowed));
}
