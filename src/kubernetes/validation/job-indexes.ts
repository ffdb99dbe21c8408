import { quote } from '../decode/go-text';

type Interval = readonly [first: number, last: number];

/** How many indexes a text such as `0,2-4` names, or why it cannot be read. Upstream: validateIndexesFormat. */
export function succeededIndexesCount(text: string, completions: number): { readonly count: number } | { readonly error: string } {
  let [count, previous] = [0, -1];
  for (const part of text === '' ? [] : text.split(',')) {
    const interval = parseIndexInterval(part, completions);
    if ('error' in interval) {
      return interval;
    }
    const [first, last] = interval;
    if (count > 0 && previous >= first) {
      return { error: notIncreasing(previous, first) };
    }
    count += last - first + 1;
    previous = last;
  }
  return { count };
}

/** Upstream: parseIndexInterval. */
function parseIndexInterval(text: string, completions: number): Interval | { readonly error: string } {
  const parts = text.split('-');
  if (parts.length > 2) {
    return { error: `the fragment ${quote(text)} violates the requirement that an index interval can have at most two parts separated by '-'` };
  }
  const wrong = parts.map((part) => indexError(part, completions)).find((error) => error !== undefined);
  if (wrong !== undefined) {
    return { error: wrong };
  }
  const [first, last] = parts.map(Number);
  return last === undefined ? [first, first] : first >= last ? { error: notIncreasing(first, last) } : [first, last];
}

function indexError(text: string, completions: number): string | undefined {
  return !/^[+]?\d+$/.test(text) ? `cannot convert string to integer for index: ${quote(text)}`
    : Number(text) >= completions ? `too large index: ${quote(text)}` : undefined;
}

function notIncreasing(previous: number, current: number): string {
  return `non-increasing order, previous: ${previous}, current: ${current}`;
}
