/** An object in which nothing is null and what is not set is absent. */
export type Value = Readonly<Record<string, unknown>>;

/** The object at that field, empty where there is none. */
export function objectAt(value: Value, field: string): Value {
  return (value[field] ?? {}) as Value;
}

/** The list at that field, empty where there is none. */
export function listAt(value: Value, field: string): readonly Value[] {
  return (value[field] ?? []) as Value[];
}

/** The value with a list's items changed, where there is a list. */
export function mapAt(value: Value, field: string, change: (item: Value) => Value): Value {
  return value[field] === undefined ? value : { ...value, [field]: listAt(value, field).map(change) };
}

/** Whether a list or a map is not there or has nothing in it, which is one where Go looks at the length. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) ? value.length === 0 : Object.keys(value as Value).length === 0);
}

/** The value without some of its fields. */
export function without(value: Value, ...fields: readonly string[]): Value {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field)));
}

/** What is given wins over what is only a default. */
export function withDefaults(value: Value, defaults: Value): Value {
  return Object.keys(defaults).every((field) => Object.hasOwn(value, field)) ? value : { ...defaults, ...value };
}
