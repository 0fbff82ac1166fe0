import { stringify } from 'csv-stringify/sync';

/** First characters that spreadsheet programs take for the start of a formula. */
const formulaStart = /^[=+\-@\t\r\0]/;

/** Puts an apostrophe before what a spreadsheet would run as a formula; other text stays as it is. */
export function neutral(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell;
}

/** Lines of RFC 4180: every cell quoted, quotes doubled, CRLF after every line. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => row.map(neutral)),
    { quoted: true, quoted_empty: true, record_delimiter: 'windows' },
  );
}

/** Spreadsheet programs read accented names rightly only after this mark. */
export const byteOrderMark = '\uFEFF';
