import { ApiObject } from '../kubernetes/decode/decode';
import { FieldError } from '../kubernetes/field-error';
import { PodSpec } from '../kubernetes/pod-objects';
import { fieldsIn } from '../kubernetes/schema/types';
import { LabelSelector } from '../kubernetes/validation/label-selector';

/** Spellings that differ in no more places are one word, mistyped. */
const MISTYPED_MAX = 2;

/** What to do about an error of the API server, where its own words do not say it. */
interface Fix {
  readonly path: RegExp;
  readonly detail: RegExp;
  readonly fix: (object: ApiObject, error: FieldError) => string | undefined;
}

const FIXES: readonly Fix[] = [
  {
    path: /^spec\.template\.metadata\.labels$/,
    detail: /`selector` does not match template `labels`$/,
    fix: ({ spec }) => {
      const labels = Object.entries((spec as { readonly selector?: LabelSelector }).selector?.matchLabels ?? {}).map(([key, value]) => `${key}: ${value}`);
      return labels.length > 0 ? `give the template the labels of the selector: ${labels.join(', ')}` : 'write a selector, and its labels on the template';
    },
  },
  { path: /maxSurge$/, detail: /may not be set when maxUnavailable is non-zero$/, fix: () => 'write maxUnavailable: 0 beside it; left out, it is 1' },
  {
    path: /volumeMounts\[\d+\]\.name$/,
    detail: /^Not found/,
    fix: (object, { path, detail }) => {
      const pod = valueAt(object, path.replace(/\.(initContainers|containers)\[.*$/, '')) as PodSpec | undefined;
      const volumes = (pod?.volumes ?? []).map(({ name }) => name);
      const isRefused = volumes.some((name) => detail === `Not found: ${JSON.stringify(name)}`);
      return isRefused ? 'put the volume of that name right: one that is refused does not count' : `add a volume of that name${volumes.length > 0 ? `, or use one of these: ${volumes.join(', ')}` : ''}`;
    },
  },
];

/** Undefined where the error says it all. */
export function fixOf(error: FieldError, object: ApiObject): string | undefined {
  return FIXES.find(({ path, detail }) => path.test(error.path) && detail.test(error.detail))?.fix(object, error);
}

/** What to do about an object that the server cannot decode. */
export function fixOfDecoding(message: string, type: string, version: string): string | undefined {
  const [, unknown] = /unknown field "([^"]+)"/.exec(message) ?? [];
  if (unknown !== undefined) {
    const nearest = nearestField(unknown, type, version);
    return nearest && `did you mean ${nearest}?`;
  }
  if (/^json: cannot unmarshal (bool|number) .* of type string$/.test(message)) {
    return 'write the value in quotes';
  }
  return message.startsWith('quantities must match') ? 'write a number, with a unit where it is meant: 500m, 2, 128Mi, 1G' : undefined;
}

/** The field of the same object whose name is nearest; undefined where none is near. */
function nearestField(path: string, type: string, version: string): string | undefined {
  const [name, ...owners] = path.split('.').reverse();
  const owner = owners.reverse().reduce<string | undefined>((at, step) => (at === undefined ? undefined : typeOfField(at, step, version)), type);
  const fields = owner === undefined ? [] : [...fieldsIn(owner, version)?.keys() ?? []];
  const [best] = fields.map((field) => ({ field, distance: editDistance(field.toLowerCase(), name.toLowerCase()) }))
    .filter(({ field, distance }) => distance <= MISTYPED_MAX && distance < field.length).sort((a, b) => a.distance - b.distance);
  return best?.field;
}

/** The type of a field, or of its items. */
function typeOfField(type: string, step: string, version: string): string | undefined {
  const field = fieldsIn(type, version)?.get(step.replace(/\[\d+\]$/, ''));
  return field && (field.item?.type ?? field.type);
}

/** Letters to add, take out or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  const first = Array.from({ length: b.length + 1 }, (_, index) => index);
  const last = [...a].reduce((row, sign, line) => [...b].reduce((next, other, index) => (
    [...next, Math.min(next[index] + 1, row[index + 1] + 1, row[index] + (sign === other ? 0 : 1))]), [line + 1]), first);
  return last[b.length];
}

function valueAt(object: ApiObject, path: string): unknown {
  return path.split('.').reduce<unknown>((value, field) => (value as ApiObject | undefined)?.[field], object);
}
