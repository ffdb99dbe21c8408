/**
 * RFC 4180 as Go's `encoding/csv` reads it with `#` for comments, as the exporter does: one character after the other, quotes only around whole
 * cells, empty lines left out, and as many cells in each row as in the first.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '\n' || text[at] === '#') {
      at = endOfLine(text, at);
      continue;
    }
    const row: string[] = [];
    for (let more = true; more; more = text[at - 1] === ',') {
      const { cell, end } = text[at] === '"' ? quoted(text, at + 1) : plain(text, at);
      row.push(cell);
      at = end + 1;
    }
    rows.push(row);
  }
  if (rows.some(({ length }) => length !== rows[0].length)) {
    throw new Error('wrong number of fields');
  }
  return rows;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

function plain(text: string, at: number): { cell: string; end: number } {
  let end = at;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
    end += 1;
  }
  const cell = text.slice(at, end);
  if (cell.includes('"')) {
    throw new Error('bare " in a cell without quotes');
  }
  return { cell, end };
}

function quoted(text: string, at: number): { cell: string; end: number } {
  let cell = '';
  for (let end = at; end < text.length; end += 1) {
    if (text[end] !== '"') {
      cell += text[end];
    } else if (text[end + 1] === '"') {
      cell += '"';
      end += 1;
    } else if (text[end + 1] === undefined || text[end + 1] === ',' || text[end + 1] === '\n') {
      return { cell, end: end + 1 };
    } else {
      throw new Error('something behind the closing quote');
    }
  }
  throw new Error('no closing quote');
}
