import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { byteOrderMark, csvLines, neutral } from './csv.js';

const nasty = fc.constantFrom(
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\0x',
  '"',
  'a,b',
  'a\r\nb',
  '',
  'Ríos',
  "'=1",
);
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  nasty,
  fc.tuple(nasty, fc.string()).map(([a, b]) => a + b),
);
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

describe('csv', () => {
  it('reads back as written, and no cell begins a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = parse(byteOrderMark + csvLines(rows), { bom: true, record_delimiter: '\r\n' });
        expect(read).toEqual(rows.map((row) => row.map(neutral)));
        for (const text of read.flat()) expect(text).not.toMatch(/^[=+\-@\t\r\0]/);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing but what a spreadsheet would run', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const expected = ['=', '+', '-', '@', '\t', '\r', '\0'].includes(text.charAt(0)) ? `'${text}` : text;
        expect(neutral(text)).toBe(expected);
      }),
    );
  });

  it('quotes every cell and ends every line with CRLF', () => {
    expect(
      csvLines([
        ['a', ''],
        ['b"c', 'd'],
      ]),
    ).toBe('"a",""\r\n"b""c","d"\r\n');
  });
});
