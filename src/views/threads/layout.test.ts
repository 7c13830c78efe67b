/**
 * The law of the list: every row is shown or counted in one fold, in time order, at every level. Does not prove that
 * a fold can be opened, or that lines meet their dots on the screen: tests/e2e/phone-threads does.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, largeRuns, timelines } from '../../../tests/fixtures/stories';
import type { Story, StoryEvent } from '@/story/story';
import { foldSection, type Folding } from './folds';
import { dotsOf } from './lanes';
import { frameThreads, itemOf, layoutThreads, timeOf, type ThreadsLayout } from './layout';
import { rowsOf, sectionsOf, type Row } from './rows';
import { stampOf } from './stamp';

const stories = fc.oneof(timelines, flows);
const NONE: ReadonlySet<string> = new Set();
const USUAL: Folding = { level: 2, thread: null, always: NONE, opened: NONE };
const layout = (story: Story, folding: Partial<Folding> = {}, others = false) =>
  layoutThreads(frameThreads(story, rowsOf(story, others)), { ...USUAL, ...folding });
const shownRows = ({ items }: ThreadsLayout): Row[] =>
  items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
const closedFolds = ({ items }: ThreadsLayout) =>
  items.flatMap((item) => (item.kind === 'fold' && !item.fold.open ? [item.fold] : []));
const foldsOf = ({ items }: ThreadsLayout) =>
  items.flatMap((item) => (item.kind === 'fold' ? [item.fold] : []));

const some = (ids: string[]) => fc.subarray(ids, { maxLength: Math.min(20, ids.length) });

/** Any state of folding of a story: a level, perhaps a thread, some rows that are always shown, some open folds. */
const foldings = (story: Story): fc.Arbitrary<Folding> => {
  const ids = rowsOf(story, true).map(({ id }) => id);
  return fc.record({
    level: fc.integer({ min: 1, max: 4 }),
    thread: fc.constantFrom(null, ...story.threads.map(({ id }) => id)),
    always: some(ids).map((chosen) => new Set(chosen)),
    opened: some(ids).map((chosen) => new Set(chosen.map((id) => `more-${id}`))),
  });
};
const any = stories.chain((story) =>
  fc.record({ story: fc.constant(story), folding: foldings(story), others: fc.boolean() }),
);
const bundles = fc
  .constantFrom(bundled('en'), bundled('fr'))
  .chain((story) => fc.record({ story: fc.constant(story), folding: foldings(story), others: fc.boolean() }));

const rise = (numbers: readonly number[]) => numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? n));

describe('rows', () => {
  it('are all events, all summits and the nodes that are shown, once each, in time order', () => {
    fc.assert(
      fc.property(fc.oneof(stories, fc.constant(bundled('en'))), fc.boolean(), (story, others) => {
        const rows = rowsOf(story, others);
        const nodes = story.nodes.filter(({ offstage }) => others || !offstage);
        const all = [...story.events, ...story.summits, ...nodes].map(({ id }) => id);
        expect(rows.map(({ id }) => id).sort()).toEqual(all.sort());
        expect(rise(rows.map(({ t }) => t))).toBe(true);
      }),
      largeRuns(60),
    );
  });

  it('stand in the section of their time; long chapters are read in parts', () => {
    const story = bundled('en');
    const sections = sectionsOf(story.chapters, rowsOf(story, true));
    expect(sections.map(({ id }) => id)).toEqual([
      'years-1975-2023',
      'years-1975-2023-2',
      'years-1975-2023-3',
      'year-2024',
      'year-2025',
      'ottawa',
      'next',
    ]);
    const strays = sections.flatMap(({ t0, t1, rows }) => rows.filter(({ t }) => t < t0 || t >= t1));
    expect(strays).toEqual([]);
    expect(sections.slice(1).every(({ t0 }, i) => t0 === sections[i]?.t1)).toBe(true);
  });

  it('say a date no finer than is known, and none for what has none', () => {
    const stamps = new Map(rowsOf(bundled('en'), true).map((row) => [row.id, stampOf(row)]));
    expect(stamps.get('s-1984-london')).toBe('1984-06');
    expect(stamps.get('m-1975-g6')).toBe('1975-11-15');
    expect(stamps.get('ev-2025-anniversary')).toBe('2025');
    expect(rowsOf(bundled('en'), true).filter((row) => stampOf(row) === '').length).toBe(13);
  });
});

describe('folds', () => {
  const law = ({ story, folding, others }: { story: Story; folding: Folding; others: boolean }) => {
    const rows = rowsOf(story, others);
    const made = layoutThreads(frameThreads(story, rows), folding);
    const told = [...shownRows(made), ...closedFolds(made).flatMap((fold) => fold.rows)];
    expect(told.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(made.shown + closedFolds(made).reduce((sum, fold) => sum + fold.rows.length, 0)).toBe(made.all);
    for (const section of made.sections) {
      const own = new Set(section.rows);
      const counted = section.items.flatMap((item) => (item.kind === 'fold' ? item.fold.rows : []));
      expect(counted.every((row) => own.has(row))).toBe(true);
      expect(section.items.filter(({ kind }) => kind === 'row').length).toBe(section.shown);
    }
    expect(rise(made.items.map(timeOf))).toBe(true);
    expect(new Set(made.items.map(({ id }) => id)).size).toBe(made.items.length);
    // What is chosen, found or traced is never folded; every fold counts something; every row has its item.
    const hidden = closedFolds(made).flatMap((fold) => fold.rows);
    expect(hidden.filter(({ id }) => folding.always.has(id))).toEqual([]);
    expect(foldsOf(made).filter((fold) => fold.rows.length === 0)).toEqual([]);
    expect(rows.filter(({ id }) => !itemOf(made.items, id))).toEqual([]);
  };
  it('show or count every row of any story once, in time order', () => {
    fc.assert(fc.property(any, law), largeRuns(80));
  });
  it('do so for the bundled story', () => {
    fc.assert(fc.property(bundles, law), largeRuns(40));
  });

  it('open in place: every other item stays, in its order', () => {
    fc.assert(
      fc.property(any, fc.nat(), ({ story, folding }, n) => {
        const before = layout(story, folding);
        const folds = closedFolds(before);
        const fold = folds[n % Math.max(1, folds.length)];
        if (!fold) return;
        const after = layout(story, { ...folding, opened: new Set([...folding.opened, fold.id]) });
        const added = new Set(fold.rows.map(({ id }) => id));
        expect(after.items.map(({ id }) => id).filter((id) => !added.has(id))).toEqual(
          before.items.map(({ id }) => id),
        );
        const place = after.items.findIndex(({ id }) => id === fold.id);
        // The first row it held stands right below it.
        expect(after.items[place + 1]?.id).toBe(fold.rows[0]?.id);
      }),
      largeRuns(60),
    );
  });

  it('leave what is as it was the same objects, so that nothing is drawn again without need', () => {
    const pairs = stories.chain((story) => fc.tuple(fc.constant(story), foldings(story), foldings(story)));
    fc.assert(
      fc.property(pairs, ([story, first, second]) => {
        const frame = frameThreads(story, rowsOf(story, true));
        const before = layoutThreads(frame, first);
        const after = layoutThreads(frame, second, before);
        expect(after).toEqual(layoutThreads(frame, second));
        const known = new Map(before.items.map((item) => [item.id, item]));
        expect(layoutThreads(frame, first, before).items.every((item) => known.get(item.id) === item)).toBe(
          true,
        );
      }),
      largeRuns(40),
    );
  });

  it('tell no less at a higher level, and all at the highest', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const counts = [1, 2, 3, 4].map((level) => layout(story, { level }).shown);
        expect(rise(counts)).toBe(true);
        expect(counts[3]).toBe(rowsOf(story, false).length);
      }),
      largeRuns(40),
    );
  });

  it('keep a section short where all is important', () => {
    const [first] = bundled('en').events;
    const rows = Array.from({ length: 2000 }, (_, i): Row => {
      const event = { ...(first as StoryEvent), id: `e${i}`, t: i };
      return { kind: 'event', id: `e${i}`, t: i, rank: 1, threads: [], event };
    });
    const section = { id: 's', label: '', t0: 0, t1: 2000, rows };
    const shown = [1, 2, 3, 4].map((level) => foldSection(section, { ...USUAL, level }).shown);
    expect(shown).toEqual([12, 48, 192, 2000]);
  });

  it('show every row of a locked thread, and little else', () => {
    const story = bundled('en');
    for (const { id } of story.threads) {
      const shown = shownRows(layout(story, { thread: id }));
      const own = rowsOf(story, false).filter(({ threads }) => threads.includes(id));
      expect(shown).toEqual(own);
    }
  });

  it('tell the story of the bundled data at the usual level', () => {
    const { sections } = layout(bundled('en'));
    expect(sections.map(({ shown }) => shown).every((n) => n >= 3 && n <= 15)).toBe(true);
    const shown = shownRows(layout(bundled('en'))).map(({ id }) => id);
    const flow = bundled('en').nodes.filter(
      ({ column, offstage }) => ['mandates', 'priorities', 'outcomes'].includes(column) && !offstage,
    );
    expect(flow.filter(({ id }) => !shown.includes(id))).toEqual([]);
  });
});

describe('lanes and ties', () => {
  const law = ({ story, folding, others }: { story: Story; folding: Folding; others: boolean }) => {
    const made = layout(story, folding, others);
    const begun = new Map<number, number>();
    made.items.forEach((item, place) => {
      const { through, begins, dots, hiding } = item.strands;
      // A line that has begun goes on to the end; a line begins once.
      expect(through).toEqual([...begun.keys()].sort((a, b) => a - b));
      for (const lane of begins) begun.set(lane, place);
      if (item.kind === 'fold') {
        expect([...begins, ...dots]).toEqual([]);
        expect(hiding.filter((lane) => !through.includes(lane))).toEqual([]);
        return;
      }
      // Every row has a dot, on lines that pass or begin there; its dots are its threads.
      expect(dots).toEqual(dotsOf(made.lanes, item.row));
      expect(dots.length).toBeGreaterThan(0);
      expect(dots.filter((lane) => !begun.has(lane))).toEqual([]);
      const named = dots.map((lane) => made.lanes[lane]?.thread ?? null);
      const known = item.row.threads.filter((id) => story.threads.some((thread) => thread.id === id));
      expect([...named].sort()).toEqual(known.length > 0 ? [...known].sort() : [null]);
    });
    // A line begins at the first shown row at or after its day, or at its own first row before that.
    made.lanes.forEach(({ since }, lane) => {
      const first = made.items.findIndex(
        (item) => item.kind === 'row' && (item.row.t >= since || dotsOf(made.lanes, item.row).includes(lane)),
      );
      expect(begun.get(lane) ?? -1).toBe(first);
    });
  };
  it('hold in any story', () => {
    fc.assert(fc.property(any, law), largeRuns(60));
  });
  it('hold in the bundled story', () => {
    fc.assert(fc.property(bundles, law), largeRuns(30));
  });
  it('give the group a lane only if something belongs to it', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const rows = rowsOf(story, true);
        const own = rows.some(({ threads }) => threads.length === 0);
        expect(layout(story, {}, true).lanes.map(({ thread }) => thread)).toEqual([
          ...story.threads.map(({ id }) => id),
          ...(own ? [null] : []),
        ]);
      }),
      largeRuns(30),
    );
  });
});
