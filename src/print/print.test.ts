/**
 * The laws of sheets: nothing is lost, doubled or cut when a timeline or words are spread over paper. Does not prove
 * that the browser sets words as tall as it measured them (tests/e2e/class-print.spec.ts looks at the pages).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../tests/fixtures/stories';
import type { Question } from '@/story/story';
import type { TermDetail } from '@/story/story-detail';
import { PART_IDS, readParts, usualPaper, writeParts } from './choices';
import { codeOf, codesOf } from './codes';
import type { Block } from './text/blocks';
import { fillSheets } from './text/fill';
import { footHeight, noteSheet, numberTerms, type Note } from './text/notes';
import { offersOnPaper } from './text/offers';
import { timelinePages } from './timeline/pages';
import { placePage } from './timeline/place';

const DAY = 864e5;
const chapters = [
  { id: 'years', label: '', t0: Date.UTC(1975, 0), t1: Date.UTC(2024, 0), share: 0.5 },
  { id: 'year', label: '', t0: Date.UTC(2024, 0), t1: Date.UTC(2025, 10, 21), share: 0.3 },
  { id: 'days', label: '', t0: Date.UTC(2025, 10, 21), t1: Date.UTC(2025, 10, 24), share: 0.2 },
];
const rows = fc
  .array(
    fc.record({
      t: fc.oneof(
        fc.integer({ min: 0, max: 18_588 }).map((day) => Date.UTC(1975, 0) + (day + 0.5) * DAY),
        fc.integer({ min: 0, max: 71 }).map((hour) => Date.UTC(2025, 10, 21) + (hour + 0.5) * 36e5),
      ),
      height: fc.integer({ min: 20, max: 60 }),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((row, i) => ({ ...row, id: `e${i}` })));

describe('the sheets of a timeline', () => {
  it('hold every event once, in time, and follow one another without a gap', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const pages = timelinePages(chapters, all, 700);
        const told = pages.flatMap(({ stretches }) => stretches.flatMap((stretch) => stretch.rows));
        expect(told.map(({ id }) => id)).toEqual([...all].sort((a, b) => a.t - b.t).map(({ id }) => id));
        expect(pages[0]?.t0).toBe(chapters[0]?.t0);
        expect(pages.at(-1)?.t1).toBe(chapters.at(-1)?.t1);
        pages.forEach(({ t0, t1, stretches }, i) => {
          if (i > 0) expect(t0).toBe(pages[i - 1]?.t1);
          expect(stretches[0]?.t0).toBe(t0);
          expect(stretches.at(-1)?.t1).toBe(t1);
          for (const each of stretches.flatMap((stretch) => stretch.rows))
            expect(each.t >= t0 && each.t < t1).toBe(true);
        });
      }),
      runs(100),
    );
  });

  it('let no two rows overlap, and none leave its stretch, where all fit', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const page of timelinePages(chapters, all, 700)) {
          const needed = page.stretches.reduce((sum, { need }) => sum + need, 0);
          // A day that is fuller than a sheet cannot be laid out on one.
          if (needed > 700) continue;
          for (const { rows: placed, top, bottom } of placePage(page, 700)) {
            expect(bottom).toBeLessThanOrEqual(700.001);
            placed.forEach(({ top: y, row }, i) => {
              expect(y).toBeGreaterThanOrEqual(top);
              expect(y + row.height).toBeLessThanOrEqual(bottom + 0.001);
              const before = placed[i - 1];
              if (before) expect(y).toBeGreaterThanOrEqual(before.top + before.row.height - 0.001);
            });
          }
        }
      }),
      runs(100),
    );
  });
});

describe('columns of words', () => {
  it('keep all blocks in their order, none over the edge, on as few sheets as need be', () => {
    const blocks = fc.array(fc.record({ height: fc.integer({ min: 1, max: 300 }) }), { maxLength: 40 });
    fc.assert(
      fc.property(
        blocks,
        fc.constantFrom(1, 2),
        fc.integer({ min: 300, max: 900 }),
        (all, columns, first) => {
          const foot = (own: readonly { height: number }[], sheet: number) => own.length * 4 + sheet * 10;
          const sheets = fillSheets(all, { room: 900, first, columns, foot });
          expect(sheets.flat(2)).toEqual(all);
          sheets.forEach((sheet, i) => {
            expect(sheet.length).toBeLessThanOrEqual(columns);
            const below = foot(sheet.flat(), i);
            for (const column of sheet)
              // A block that is taller than what its own notes leave stands alone.
              if (column.length > 1)
                expect(column.reduce((sum, { height }) => sum + height, 0) + below).toBeLessThanOrEqual(
                  i === 0 ? first : 900,
                );
          });
          const total = all.reduce((sum, { height }) => sum + height, 0);
          // Each column but the last is so full that the next block did not fit.
          expect(sheets.length).toBeLessThanOrEqual(1 + Math.ceil(total / Math.max(columns * 400, 1)));
        },
      ),
      runs(200),
    );
  });
});

describe('terms on a sheet', () => {
  const term = (id: string): TermDetail => ({
    ...{ id, term: id, meaning: '', variants: '', caution: '', note: '' },
    ...{ contrast: null, source: null },
  });
  const TERMS = Array.from('abcdefgh');
  const notes = new Map(
    numberTerms([...TERMS].reverse().map(term), (a, b) => (a < b ? -1 : 1)).map((note) => [
      note.term.id,
      note,
    ]),
  );
  const texts = fc.array(fc.uniqueArray(fc.constantFrom(...TERMS)), { maxLength: 6 });

  it('are marked once, where they first stand, and explained as often, by their numbers', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 200 }), fc.boolean(), (all, most, glossary) => {
        const blocks = all.map((_, i): Block => ({ kind: 'note', id: `${i}`, text: '' }));
        const heightOf = ({ n }: Note) => 20 + n;
        const sheet = noteSheet(blocks, {
          ...{ notes, heightOf, most, glossary },
          termsIn: ({ id }) => all[Number(id)] ?? [],
        });
        const marked = blocks.flatMap(({ id }) => [...(sheet.marks.get(id) ?? [])]);
        const foot = sheet.notes.flat();
        expect(foot.map(({ n }) => n)).toEqual([...foot.map(({ n }) => n)].sort((a, b) => a - b));
        expect(new Set(marked).size).toBe(marked.length);
        const explained = new Set(foot.map((note) => note.term.id));
        const inText = [...new Set(all.flat())];
        // Without a glossary nothing is marked that is not explained at the foot; with one, everything is.
        expect(marked).toEqual(glossary ? inText : inText.filter((id) => explained.has(id)));
        expect(sheet.looksUp).toBe(marked.length > foot.length);
        if (foot.length > 0) expect(footHeight(sheet, heightOf)).toBeLessThanOrEqual(most);
        for (const note of foot) expect(notes.get(note.term.id)?.n).toBe(note.n);
      }),
      runs(200),
    );
    expect([...notes.values()].map(({ n }) => n)).toEqual(TERMS.map((_, i) => i + 1));
  });
});

describe('what is offered on paper', () => {
  const offer = (id: string, text = id) => ({ id, text });
  const asked = (kind: Question['kind'], offers: ReturnType<typeof offer>[]): Question => ({
    ...{ id: 'q', kind, ask: '', why: '', offers, says: [], step: null },
    picture: { part: 'events', period: null, thread: null, select: null },
  });

  it('is all there, and an order is never given away', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(ids, fc.constantFrom('order' as const, 'thread' as const), (all, kind) => {
        const lettered = offersOnPaper(
          asked(
            kind,
            all.map((id) => offer(id)),
          ),
        );
        expect(lettered.map(({ offer: { id } }) => id).sort()).toEqual([...all].sort());
        expect(lettered.map(({ place }) => all[place - 1])).toEqual(lettered.map(({ offer: { id } }) => id));
        if (kind === 'order')
          expect(lettered.map(({ place }) => place)).not.toEqual(all.map((_, i) => i + 1));
      }),
      runs(200),
    );
  });

  it('gives years in their order', () => {
    const years = offersOnPaper(
      asked(
        'joined',
        ['1976', '1998', '1977'].map((year) => offer(year)),
      ),
    );
    expect(years.map(({ letter, offer: { text }, place }) => `${letter} ${text} ${place}`)).toEqual([
      'a 1976 1',
      'b 1977 3',
      'c 1998 2',
    ]);
  });
});

describe('what is chosen', () => {
  it('comes back from the address', () => {
    fc.assert(
      fc.property(fc.subarray(PART_IDS), (parts) => {
        expect(readParts(writeParts(parts))).toEqual(parts);
      }),
    );
    expect(readParts('flow,rubbish,timeline')).toEqual(['timeline', 'flow']);
    expect(['fr-CA', 'en-US', 'fr', 'de-DE', 'en-GB'].map(usualPaper)).toEqual([
      'letter',
      'letter',
      'a4',
      'a4',
      'a4',
    ]);
  });

  it('has a letter for every thread', () => {
    const threads = Array.from({ length: 30 }, (_, i) => ({ id: `t${i}`, label: '', about: '', since: 0 }));
    expect(new Set(threads.map(({ id }) => codeOf({ threads }, id))).size).toBe(30);
    expect(codesOf({ threads }, ['t2', 't0', 'none'])).toBe('A C');
  });
});
