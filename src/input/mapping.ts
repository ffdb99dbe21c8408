import { Value } from './read-yaml';
import { Quantities } from '../kubernetes/objects';

export type Mapping = { readonly [field: string]: Value };

export function isMapping(value: Value | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The map at a field, empty where there is none. */
export function mappingAt(value: Mapping, field: string): Mapping {
  const inner = value[field];
  return isMapping(inner) ? inner : {};
}

/** The maps of the list at a field. */
export function mappingsAt(value: Mapping, field: string): readonly Mapping[] {
  const inner = value[field];
  return Array.isArray(inner) ? inner.filter(isMapping) : [];
}

/** The text at a field; undefined where there is none, or an empty one. */
export function textAt(value: Mapping, field: string): string | undefined {
  const inner = value[field];
  return typeof inner === 'string' && inner !== '' ? inner : undefined;
}

/** The quantities at a field; undefined where that does not tell of any. */
export function quantitiesAt(value: Mapping, field: string): Quantities | undefined {
  const entries = Object.entries(mappingAt(value, field)).filter(([, amount]) => typeof amount === 'string' || typeof amount === 'number');
  return entries.length === 0 ? undefined : Object.fromEntries(entries) as Quantities;
}
