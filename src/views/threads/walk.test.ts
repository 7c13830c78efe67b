/**
 * Where the keys lead. A green run does not prove that the keys reach `walk`, nor that the focus can be seen:
 * tests/e2e/phone-threads presses them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, flows, largeRuns, timelines } from '../../../tests/fixtures/stories';
import type { Story } from '@/story/story';
import { threadsKey } from './keys';
import { frameThreads, layoutThreads } from './layout';
import { rowsOf } from './rows';
import { walk, type Move, type Stand } from './walk';

const layout = (story: Story, level: number) =>
  layoutThreads(frameThreads(story, rowsOf(story, false)), {
    level,
    thread: null,
    always: new Set(),
    opened: new Set(),
  });
const cases = fc.record({
  story: fc.oneof(timelines, flows, fc.constant(bundled('en'))),
  level: fc.integer({ min: 1, max: 4 }),
});

describe('walk', () => {
  it('reaches every row and fold downwards, and comes back the same way', () => {
    fc.assert(
      fc.property(cases, ({ story, level }) => {
        const made = layout(story, level);
        const ids = made.items.map(({ id }) => id);
        const follow = (from: string | undefined, move: Move): string[] => {
          const seen: string[] = [];
          let at: Stand | null = from === undefined ? null : { id: from, lane: null };
          for (; at && seen.length <= ids.length; at = walk(made, at, move)) seen.push(at.id);
          return seen;
        };
        expect(follow(ids[0], 'next')).toEqual(ids);
        expect(follow(ids.at(-1), 'previous')).toEqual([...ids].reverse());
        const tops = made.sections.map(({ items }) => items[0]?.id);
        expect(follow(tops[0], 'next-section')).toEqual(tops);
        expect(follow(tops.at(-1), 'previous-section')).toEqual([...tops].reverse());
      }),
      largeRuns(25),
    );
  });

  it('follows one thread from its first row to its last and back', () => {
    const made = layout(bundled('en'), 4);
    made.lanes.forEach(({ thread }, lane) => {
      const own = rowsOf(bundled('en'), false)
        .filter((row) => (thread === null ? row.threads.length === 0 : row.threads.includes(thread)))
        .map(({ id }) => id);
      const go = (from: string | undefined, move: Move): string[] => {
        const seen: string[] = [];
        for (let at: Stand | null = { id: from ?? '', lane }; at; at = walk(made, at, move)) seen.push(at.id);
        return seen;
      };
      expect(go(own[0], 'along')).toEqual(own);
      expect(go(own.at(-1), 'back-along')).toEqual([...own].reverse());
    });
  });

  it('stays where there is nowhere to go', () => {
    const made = layout(bundled('en'), 4);
    const [first, last] = [made.items[0]?.id ?? '', made.items.at(-1)?.id ?? ''];
    expect(walk(made, { id: first, lane: null }, 'previous')).toBeNull();
    expect(walk(made, { id: last, lane: null }, 'next')).toBeNull();
    expect(walk(made, { id: last, lane: null }, 'next-section')).toBeNull();
  });
});

describe('threadsKey', () => {
  it('leaves keys with Ctrl, Alt or ⌘ to the browser, and Enter, Space and Tab to the buttons', () => {
    const plain = { ctrlKey: false, metaKey: false, altKey: false };
    expect(threadsKey({ key: 'ArrowDown', ...plain })).toEqual({ move: 'next' });
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(threadsKey({ key: 'ArrowDown', ...plain, [held]: true })).toBeNull();
    for (const key of ['Enter', ' ', 'Tab', 'a', 'toString'])
      expect(threadsKey({ key, ...plain })).toBeNull();
  });
});
