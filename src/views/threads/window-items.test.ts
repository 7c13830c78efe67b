/** Where a window begins in the list. Does not prove what fits on a screen: tests/e2e/phone-threads scrolls and shares. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largeRuns, timelines } from '../../../tests/fixtures/stories';
import { storyWarp } from '@/time/warp';
import { frameThreads, layoutThreads, timeOf } from './layout';
import { rowsOf } from './rows';
import { startOf } from './window-items';

const NONE: ReadonlySet<string> = new Set();
const cases = timelines.chain((story) => {
  const frame = frameThreads(story, rowsOf(story, false));
  const { items } = layoutThreads(frame, { level: 4, thread: null, always: NONE, opened: NONE });
  return fc.record({
    items: fc.constant(items),
    warp: fc.constant(storyWarp(story.chapters)),
    from: fc.integer({ min: 0, max: Math.max(0, items.length - 1) }),
    many: fc.integer({ min: 1, max: 12 }),
  });
});

describe('the start of a window', () => {
  it('is the row that was topmost, wherever it was, on a screen of as many rows', () => {
    fc.assert(
      fc.property(cases, ({ items, warp, from, many }) => {
        const [first, last] = [items[from], items[Math.min(from + many, items.length) - 1]];
        if (!first || !last) return;
        // As many rows as `many` fit; of one date the last in the window may be another than the last in sight.
        const t1 = timeOf(last) + 1;
        const end = items.findLastIndex((item) => timeOf(item) < t1);
        const place = (id: string) => items.findIndex((item) => item.id === id);
        const fits = (a: string, b: string) => place(b) - place(a) <= end - from;
        const start = startOf(items, { window: [timeOf(first), t1], warp }, fits);
        expect(start).toBe(first);
      }),
      largeRuns(60),
    );
  });

  it('is the first row in it where not all of it fits, and the last of the list after that', () => {
    fc.assert(
      fc.property(cases, ({ items, warp, from }) => {
        const first = items[from];
        if (!first) return;
        const window = [timeOf(first), Infinity] as const;
        expect(startOf(items, { window, warp }, () => false)).toBe(
          items.find((item) => timeOf(item) === timeOf(first)),
        );
        const after = [timeOf(items.at(-1) ?? first) + 1, Infinity] as const;
        expect(startOf(items, { window: after, warp }, () => true)).toBe(items.at(-1));
      }),
      largeRuns(30),
    );
  });
});
