/** Lines from here to there in both texts that are the same. */
interface Match {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** What becomes of the lines from here to there. */
interface Change {
  readonly isEqual: boolean;
  readonly before: readonly [start: number, end: number];
  readonly after: readonly [start: number, end: number];
}

const CONTEXT = 3;
/** In a text of so many lines, those that come often are no place to begin at. */
const LONG = 200;

/** The lines that differ, with those around them, as `diff -u` shows them. Upstream: difflib.GetUnifiedDiffString. */
export function unifiedDiff(before: string, after: string): string {
  const [old, lines] = [before, after].map((text) => text.split('\n'));
  const changes = changesOf(matchesOf(old, lines), old.length, lines.length);
  return groupsOf(changes).map((group) => {
    const [first, last] = [group[0], group[group.length - 1]];
    const header = `@@ -${rangeText(first.before[0], last.before[1])} +${rangeText(first.after[0], last.after[1])} @@\n`;
    return header + group.map((change) => changeText(change, old, lines)).join('');
  }).join('');
}

function changeText({ isEqual, before, after }: Change, old: readonly string[], lines: readonly string[]): string {
  const marked = (sign: string, list: readonly string[], [start, end]: readonly [number, number]) => (
    list.slice(start, end).map((line) => `${sign}${line}\n`).join(''));
  return isEqual ? marked(' ', old, before) : marked('-', old, before) + marked('+', lines, after);
}

/** Upstream: formatRangeUnified. */
function rangeText(start: number, end: number): string {
  const length = end - start;
  return length === 1 ? String(start + 1) : `${length === 0 ? start : start + 1},${length}`;
}

/** Upstream: SequenceMatcher.GetMatchingBlocks. */
function matchesOf(old: readonly string[], lines: readonly string[]): Match[] {
  const places = placesOf(lines);
  const within = (from: readonly [number, number], to: readonly [number, number]): Match[] => {
    const match = longestMatch(old, lines, places, from, to);
    const [fromEnd, toEnd] = [match.from + match.size, match.to + match.size];
    return match.size === 0 ? [] : [
      ...(from[0] < match.from && to[0] < match.to ? within([from[0], match.from], [to[0], match.to]) : []),
      match,
      ...(fromEnd < from[1] && toEnd < to[1] ? within([fromEnd, from[1]], [toEnd, to[1]]) : []),
    ];
  };
  return within([0, old.length], [0, lines.length]);
}

/** Upstream: SequenceMatcher.chainB. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => places.set(line, [...(places.get(line) ?? []), index]));
  const most = lines.length >= LONG ? Math.floor(lines.length / 100) + 1 : Infinity;
  return new Map([...places].filter(([, indices]) => indices.length <= most));
}

/** The first of the longest. Upstream: SequenceMatcher.findLongestMatch. */
function longestMatch(
  old: readonly string[], lines: readonly string[], places: ReadonlyMap<string, readonly number[]>,
  [fromStart, fromEnd]: readonly [number, number], [toStart, toEnd]: readonly [number, number],
): Match {
  let [from, to, size] = [fromStart, toStart, 0];
  let lengths = new Map<number, number>();
  for (let index = fromStart; index < fromEnd; index += 1) {
    const next = new Map<number, number>();
    for (const place of (places.get(old[index]) ?? []).filter((at) => at >= toStart && at < toEnd)) {
      const length = (lengths.get(place - 1) ?? 0) + 1;
      next.set(place, length);
      if (length > size) {
        [from, to, size] = [index - length + 1, place - length + 1, length];
      }
    }
    lengths = next;
  }
  while (from > fromStart && to > toStart && old[from - 1] === lines[to - 1]) {
    [from, to, size] = [from - 1, to - 1, size + 1];
  }
  while (from + size < fromEnd && to + size < toEnd && old[from + size] === lines[to + size]) {
    size += 1;
  }
  return { from, to, size };
}

/** Upstream: SequenceMatcher.GetOpCodes. */
function changesOf(matches: readonly Match[], oldLength: number, length: number): Change[] {
  const changes: Change[] = [];
  let [from, to] = [0, 0];
  for (const match of [...matches, { from: oldLength, to: length, size: 0 }]) {
    if (from < match.from || to < match.to) {
      changes.push({ isEqual: false, before: [from, match.from], after: [to, match.to] });
    }
    [from, to] = [match.from + match.size, match.to + match.size];
    if (match.size > 0) {
      const last = changes[changes.length - 1];
      if (last?.isEqual) {
        changes.pop();
      }
      const [start, end] = last?.isEqual ? [last.before[0], last.after[0]] : [match.from, match.to];
      changes.push({ isEqual: true, before: [start, from], after: [end, to] });
    }
  }
  return changes;
}

/** Changes that are near each other, each with a few lines around. Upstream: SequenceMatcher.GetGroupedOpCodes. */
function groupsOf(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [[]];
  changes.forEach((change, index) => {
    const group = groups[groups.length - 1];
    const [size, isLast] = [change.before[1] - change.before[0], index === changes.length - 1];
    if (!change.isEqual) {
      group.push(change);
    } else if (index === 0) {
      group.push(endOf(change));
    } else if (isLast) {
      group.push(startOf(change));
    } else if (size > 2 * CONTEXT) {
      group.push(startOf(change));
      groups.push([endOf(change)]);
    } else {
      group.push(change);
    }
  });
  return groups.filter((group) => group.some(({ isEqual }) => !isEqual));
}

function startOf({ before, after }: Change): Change {
  const size = Math.min(CONTEXT, before[1] - before[0]);
  return { isEqual: true, before: [before[0], before[0] + size], after: [after[0], after[0] + size] };
}

function endOf({ before, after }: Change): Change {
  const size = Math.min(CONTEXT, before[1] - before[0]);
  return { isEqual: true, before: [before[1] - size, before[1]], after: [after[1] - size, after[1]] };
}
