import { NodeSelectorRequirement } from './objects';

/**
 * The selector syntax of kubectl (`-l`), such as `kubernetes.io/os=linux,size in (large,xlarge),!gpu`; every requirement must
 * hold, and the empty text is everything. Upstream: apimachinery pkg/labels.
 */
export function printLabelSelector(requirements: readonly NodeSelectorRequirement[]): string {
  return requirements.map(({ key, operator, values = [] }) => {
    const list = `(${[...values].sort().join()})`;
    switch (operator) {
      case 'In': return values.length === 1 ? `${key}=${values[0]}` : `${key} in ${list}`;
      case 'NotIn': return values.length === 1 ? `${key}!=${values[0]}` : `${key} notin ${list}`;
      case 'Exists': return key;
      case 'DoesNotExist': return `!${key}`;
      default: return `${key}${operator === 'Gt' ? '>' : '<'}${values[0]}`;
    }
  }).join();
}

/** Requirements as `printLabelSelector` and people write them. Undefined where the text is no selector. */
export function parseLabelSelector(text: string): NodeSelectorRequirement[] | undefined {
  const parts = text.trim() === '' ? [] : text.split(/,(?![^(]*\))/);
  const requirements = parts.map((part) => parseRequirement(part.trim()));
  return requirements.every((requirement) => requirement !== undefined) ? requirements : undefined;
}

const WORD = '[^\\s=!(),><]+';
const SET = new RegExp(`^(${WORD})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUALITY = new RegExp(`^(${WORD})\\s*(==|=|!=)\\s*(${WORD})?$`);
const ORDER = new RegExp(`^(${WORD})\\s*([><])\\s*(${WORD})$`);
const EXISTENCE = new RegExp(`^(!?)\\s*(${WORD})$`);

function parseRequirement(part: string): NodeSelectorRequirement | undefined {
  const [, setKey, inOrNot, list] = SET.exec(part) ?? [];
  if (setKey !== undefined) {
    return { key: setKey, operator: inOrNot === 'in' ? 'In' : 'NotIn', values: [...new Set(list.split(',').map((value) => value.trim()))].sort() };
  }
  const [, key, sign, value = ''] = EQUALITY.exec(part) ?? [];
  if (key !== undefined) {
    return { key, operator: sign === '!=' ? 'NotIn' : 'In', values: [value] };
  }
  const [, ordered, than, bound] = ORDER.exec(part) ?? [];
  if (ordered !== undefined) {
    return { key: ordered, operator: than === '>' ? 'Gt' : 'Lt', values: [bound] };
  }
  const [, not, existing] = EXISTENCE.exec(part) ?? [];
  return existing === undefined ? undefined : { key: existing, operator: not ? 'DoesNotExist' : 'Exists' };
}
