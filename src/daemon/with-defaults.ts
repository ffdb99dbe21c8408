/**
 * What a definition leaves open is filled in from the defaults. A field that is there but undefined is left open too, as
 * `privileges: condition ? a : undefined` means it.
 */
export function withDefaults<T extends object>(defaults: Partial<T>, definition: T): T {
  const said = Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined));
  return { ...defaults, ...said } as T;
}
