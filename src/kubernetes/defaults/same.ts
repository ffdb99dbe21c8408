import { isDeepStrictEqual } from 'node:util';
import { stored } from './apply-defaults';
import { Value } from './values';
import { comparable, typed } from './walk';

/** Whether the server has the two for the same, if they are stored. Both have their defaults. Upstream: equality.Semantic.DeepEqual. */
export function isSame(type: string, value: object | null | undefined, other: object | null | undefined): boolean {
  const [one, two] = [value, other].map((given) => (given ? comparable(type, stored(type, typed(type, given as Value))) : undefined));
  return isDeepStrictEqual(one, two);
}

/** The same for lists and maps of what has no fields, where nothing in them is as good as none. */
export function isSameList(value: object | null | undefined, other: object | null | undefined): boolean {
  const [one, two] = [value, other].map((given) => (Object.keys(given ?? {}).length === 0 ? undefined : given));
  return isDeepStrictEqual(one, two);
}
