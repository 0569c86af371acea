/** Tables for a spreadsheet (RFC 4180): the one writer of all of them. */

/** What a cell holds; null and numbers that are none leave it empty. */
export type Cell = string | number | null;

/** How a text begins that a spreadsheet takes for a formula and runs; in East Asian ones also in full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** Numbers in full, with a point; text quoted where it must be, and kept text where it looks like a formula. */
function write(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A header line and a line a row. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => row.map(write).join(',') + '\r\n').join('');
}

/** A table as a file. It begins with a byte order mark: without one Excel reads the page's × and µ as two letters each. */
export function csvFile(table: string): Blob {
  return new Blob(['\uFEFF', table], { type: 'text/csv;charset=utf-8' });
}
