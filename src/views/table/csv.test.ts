/**
 * What is written as CSV is read back the same, and no cell begins as a formula would. What a green run does not
 * prove: that every spreadsheet reads it; that the browser saves it (tests/e2e does).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvOf } from './csv';
import type { Row } from './rows';

/** Reads CSV as RFC 4180 has it. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (csv[i + 1] === '"') cell += csv[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (c === '\n') rows.push([]);
    else cell += c;
  }
  rows.pop();
  return rows;
}

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    '+cmd',
    '-2',
    '@x',
    '\t=1',
    ' =1',
    'a"b',
    'a,b',
    'a\r\nb',
    "'",
    '«\u00a0été\u00a0»',
    '',
  ),
);
const rowOf = (id: string, texts: readonly string[]): Row => ({
  kind: 'event',
  id,
  name: '',
  threads: [],
  folded: '',
  t0: Date.UTC(1975, 10, 15),
  t1: Date.UTC(1975, 10, 18),
  cells: { title: { text: texts[0] ?? '', sort: 0 }, kind: { text: texts[1] ?? '', sort: 0 } },
});

describe('CSV', () => {
  it('comes back as it was, but for the apostrophe before what looks like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { maxLength: 20 }), (texts) => {
        const csv = csvOf(
          ['id', 'a', 'b', 'title', 'kind'],
          texts.map((pair, i) => rowOf(`e${i}`, pair)),
          ['title', 'kind'],
        );
        expect(csv[0]).toBe('\uFEFF');
        const [, ...rows] = read(csv.slice(1));
        expect(rows).toHaveLength(texts.length);
        rows.forEach((cells, i) => {
          expect(cells.slice(0, 3)).toEqual([`e${i}`, '1975-11-15', '1975-11-17']);
          cells.slice(3).forEach((cell, j) => {
            const text = texts[i]?.[j] ?? '';
            expect([text, `'${text}`]).toContain(cell);
            expect(cell.trimStart()).not.toMatch(/^[=+\-@]/);
          });
        });
      }),
      { numRuns: 300, seed: 20251123 },
    );
  });
  it('quotes only what must be', () => {
    expect(['Ottawa', 'a, b', 'say "no"', '−2', '-2'].map(csvCell)).toEqual([
      'Ottawa',
      '"a, b"',
      '"say ""no"""',
      '−2',
      `"'-2"`,
    ]);
  });
});
