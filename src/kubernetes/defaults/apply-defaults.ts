import { dropDisabledFields } from './disabled-fields';
import { RULES } from './rules';
import { STORED } from './stored';
import { DEFAULTS } from './table';
import { Value, withDefaults } from './values';
import { canonical, mapQuantities, typed, walk, written } from './walk';
import { NEWEST_KUBERNETES } from '../feature-gates';
import { roundQuantityToMilli } from '../quantity';
import { typeOfObject } from '../schema/kinds';
import { fieldsOf } from '../schema/types';

/** By type; asked again and again. */
const RESOURCE_LISTS = new Map<string, readonly string[]>();

/**
 * A decoded object with the defaults of its type, as it is validated; an object of another kind is given back as it is.
 * Upstream: Scheme.Default.
 */
export function setDefaults(object: Value): Value {
  const type = typeOfObject(object);
  return type === undefined ? object : canonical(type, typed(type, object), changed);
}

/**
 * A decoded object as the server stores it when it accepts it, save what comes from the cluster or is new for every object (addresses, names,
 * times, status). Upstream: Scheme.Default, the conversions and PrepareForCreate.
 */
export function applyDefaults(object: Value): Value {
  const type = typeOfObject(object);
  if (type === undefined) {
    return object;
  }
  const defaulted = walk(type, typed(type, object), changed);
  return written(type, stored(type, dropDisabledFields(defaulted, NEWEST_KUBERNETES)));
}

function changed(type: string, value: Value): Value {
  return roundResources(type, applyRules(type, value));
}

/** Upstream: the conversions and PrepareForCreate. */
export function stored(type: string, object: Value): Value {
  return walk(type, object, (inner, value) => (Object.hasOwn(STORED, inner) ? STORED[inner](value) : value));
}

function applyRules(type: string, value: Value): Value {
  const simple = Object.hasOwn(DEFAULTS, type) ? withDefaults(value, DEFAULTS[type]) : value;
  return Object.hasOwn(RULES, type) ? RULES[type](simple) : simple;
}

/** Upstream: SetDefaults_ResourceList. A runtime class has none. */
function roundResources(type: string, value: Value): Value {
  const lists = resourceLists(type).filter((name) => value[name] !== undefined);
  return lists.length === 0 ? value : {
    ...value, ...Object.fromEntries(lists.map((name) => [name, mapQuantities(value[name] as Value, roundQuantityToMilli)])),
  };
}

function resourceLists(type: string): readonly string[] {
  const known = RESOURCE_LISTS.get(type);
  const found = known ?? [...fieldsOf(type)!.values()].filter(({ goType }) => goType === 'v1.ResourceList' && type !== 'node.v1.Overhead').map(({ name }) => name);
  RESOURCE_LISTS.set(type, found);
  return found;
}
