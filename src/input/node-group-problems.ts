import { isMapping, Mapping } from './mapping';
import { Value } from './read-yaml';
import { labelKeyErrors, labelValueErrors } from '../kubernetes/labels';
import { dnsSubdomainErrors } from '../kubernetes/names';
import { parseQuantity } from '../kubernetes/quantity';
import { parseTaint } from '../kubernetes/taints';

type Check = (value: Value, path: string) => string[];

/** More nodes than one cluster may have: 5,000 upstream, ten times that in the largest that are known. */
const COUNT_MAX = 100_000;

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

const FIELDS: { readonly [field: string]: Check } = {
  name: (value, path) => (typeof value !== 'string' ? [`${path} is ${said(value)}; give the group a name, of which its nodes get theirs`]
    : dnsSubdomainErrors(value).map((error) => `${path} '${value}': ${error}`)),
  count: (value, path) => (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= COUNT_MAX ? []
    : [`${path} is ${said(value)}; it is a whole number of nodes, from 0 to ${COUNT_MAX.toLocaleString('en')}`]),
  os: labelText,
  arch: labelText,
  kubeletVersion: (value, path) => (typeof value === 'string' ? [] : [`${path} is ${said(value)}; it is a text, such as 'v1.36.1'`]),
  labels: entries(labelKeyErrors, labelText),
  spread: entries(labelKeyErrors, (value, path) => (Array.isArray(value) && value.length > 0 ? value.flatMap((own, index) => labelText(own, `${path}[${index}]`))
    : [`${path} is ${said(value)}; it is a list of values, which the nodes take in turn`])),
  taints: (value, path) => (Array.isArray(value) ? value.flatMap((taint, index) => taintProblems(taint, `${path}[${index}]`)) : [`${path} is ${said(value)}; it is a list of taints`]),
  allocatable: entries(() => [], quantity),
  reserved: entries(() => [], quantity),
  ready: truth,
  unschedulable: truth,
};

/** All that is wrong with node groups, each with its path. */
export function nodeGroupProblems(value: Value): string[] {
  if (!isMapping(value) || !Array.isArray(value.nodeGroups)) {
    return ['there is no list of groups; node groups are `nodeGroups:` and a list under it'];
  }
  const groups = value.nodeGroups;
  const names = groups.map((group) => (isMapping(group) ? group.name : undefined));
  return [
    ...unknownFields(value, ['nodeGroups'], ''),
    ...groups.flatMap((group, index) => groupProblems(group, `nodeGroups[${index}]`)),
    ...names.flatMap((name, index) => (typeof name === 'string' && names.indexOf(name) < index
      ? [`nodeGroups[${index}].name '${name}' is the name of another group; each has its own, since its nodes are named by it`] : [])),
  ];
}

function groupProblems(group: Value, path: string): string[] {
  if (!isMapping(group)) {
    return [`${path} is ${said(group)}; a group has a name, a count, labels and so on`];
  }
  return [
    ...unknownFields(group, Object.keys(FIELDS), `${path}.`),
    ...Object.entries(FIELDS).filter(([field]) => field === 'name' || (group[field] ?? undefined) !== undefined)
      .flatMap(([field, check]) => check(group[field] ?? null, `${path}.${field}`)),
  ];
}

function unknownFields(value: Mapping, known: readonly string[], prefix: string): string[] {
  return Object.keys(value).filter((field) => !known.includes(field)).map((field) => `${prefix}${field} is no field here; there are ${known.join(', ')}`);
}

function entries(keyErrors: (key: string) => string[], check: Check): Check {
  return (value, path) => (!isMapping(value) ? [`${path} is ${said(value)}; it has names and values`]
    : Object.entries(value).flatMap(([key, own]) => [...keyErrors(key).map((error) => `${path}: '${key}': ${error}`), ...check(own, `${path}['${key}']`)]));
}

function labelText(value: Value, path: string): string[] {
  return typeof value !== 'string' ? [`${path} is ${said(value)}; a label is a text, so write it in quotation marks`]
    : labelValueErrors(value).map((error) => `${path} '${value}': ${error}`);
}

function quantity(value: Value, path: string): string[] {
  const parsed = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : { error: '' };
  return 'error' in parsed || parsed.unscaled < 0 ? [`${path} is ${said(value)}; it is a quantity, such as 250m, 4, 512Mi or 30Gi`] : [];
}

function truth(value: Value, path: string): string[] {
  return typeof value === 'boolean' ? [] : [`${path} is ${said(value)}; it is true or false`];
}

function taintProblems(value: Value, path: string): string[] {
  const taint = typeof value === 'string' ? parseTaint(value) : isMapping(value) ? value : undefined;
  if (taint === undefined) {
    return [`${path} is ${said(value)}; a taint is key=value:Effect, key:Effect, or key, value and effect`];
  }
  const { key, value: own = '', effect, ...others } = taint as Mapping;
  return [
    ...unknownFields(others, ['key', 'value', 'effect'], `${path}.`),
    ...(typeof key === 'string' ? labelKeyErrors(key).map((error) => `${path}: the key '${key}': ${error}`) : [`${path}.key is ${said(key)}; a taint has a key`]),
    ...labelText(own ?? '', `${path}.value`),
    ...(EFFECTS.includes(String(effect)) ? [] : [`${path}.effect is ${said(effect)}; it is one of ${EFFECTS.join(', ')}`]),
  ];
}

function said(value: Value | undefined): string {
  return value === undefined || value === null ? 'not said' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value === 'string' ? `'${value}'` : String(value);
}
