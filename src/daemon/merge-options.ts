/** What is said by lists: each list is joined with the daemon's own, by name or path where its entries have one. */
const JOINED: { readonly [option: string]: string | undefined } = {
  configFiles: 'path',
  containers: 'name',
  extraArgs: undefined,
  hostPaths: undefined,
  kubernetesAccess: undefined,
  volumes: undefined,
};

/**
 * A variant's options on top of the daemon's: structs and maps field by field, the lists above joined, everything else (a value object, any
 * other list) in place of the daemon's. What is undefined is not said. Neither of both is changed.
 */
export function mergeOptions<T extends object>(base: T, overrides: object): T {
  const said = Object.entries(overrides).filter(([, value]) => value !== undefined);
  const merged = said.map(([option, value]) => [option, merge((base as Record<string, unknown>)[option], value, option)]);
  return { ...base, ...Object.fromEntries(merged) } as T;
}

function merge(base: unknown, own: unknown, option: string): unknown {
  if (Array.isArray(base) && Array.isArray(own) && option in JOINED) {
    return joined(base, own, JOINED[option]);
  }
  return isPlain(base) && isPlain(own) ? mergeOptions(base, own) : own;
}

/** An entry that the daemon has too takes its place, what is new comes after. */
function joined(base: unknown[], own: unknown[], key: string | undefined): unknown[] {
  if (key === undefined) {
    return [...base, ...own];
  }
  const idOf = (entry: unknown) => (entry as Record<string, unknown>)[key];
  const known = base.map((entry) => own.find((other) => idOf(other) === idOf(entry)) ?? entry);
  return [...known, ...own.filter((entry) => !base.some((other) => idOf(other) === idOf(entry)))];
}

/** A struct or a map; value objects (`Size`, `EnvValue`, `LogOutput` …) are whole. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
