import { DcgmCounter } from './props';

/** The list of counters as the exporter reads it (RFC 4180, by Go's `encoding/csv`): field, type, help. */
export function printCounters(counters: readonly DcgmCounter[]): string {
  return counters.map(({ field, type, help }) => `${[field, type, help].map(cell).join(',')}\n`).join('');
}

/** Quoted only where it must be, so that the list stays readable. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
