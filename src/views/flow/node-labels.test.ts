/**
 * The names of a row of bars: whole, apart, within the page, each hung on its own bar. Letters are as wide as each
 * other here; that the browser's are no wider than measured is seen in tests/e2e/phone-flow.spec.ts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled, freeze, letters, runs } from '../../../tests/fixtures/stories';
import { layoutFlow, orderFlow } from '@/flow/layout';
import { LINE, overlap, type Box } from '@/layout/text-box';
import { indexStory } from '@/story/story';
import { nameRow, type Bar, type RowLabel, type RowNames } from './node-labels';
import { partOf } from './part';
import { flowRows } from './rows';

const boxOf = ({ lines, strong, x, y, width }: RowLabel): Box => {
  const line = LINE[strong ? 'strong' : 'label'];
  const y0 = y - line * 0.76;
  return { x0: x - width / 2, x1: x + width / 2, y0, y1: y0 + lines.length * line };
};

function check(bars: readonly Bar[], width: number, names: RowNames): void {
  const faults: unknown[] = [];
  const boxes = names.labels.map((label) => ({ label, box: boxOf(label) }));
  for (const { label, box } of boxes) {
    const bar = bars.find(({ id }) => id === label.id);
    const { x, y0, y1 } = label.leader;
    if (!bar || label.lines.join(' ') !== bar.text || label.lines.length > 3) faults.push(['cut', label]);
    if (box.x0 < -0.01 || box.x1 > width + 0.01) faults.push(['off the page', label]);
    if (box.y0 < -names.above - 0.01 || box.y1 > names.below + 0.01) faults.push(['off the row', label]);
    if (!bar || x < bar.x0 || x > bar.x1 || x < box.x0 || x > box.x1) faults.push(['not on its bar', label]);
    if (Math.abs(y1 - (y1 > 0 ? box.y0 : box.y1)) > 0.01 || Math.abs(y0) > Math.abs(y1))
      faults.push(['leads elsewhere', label]);
    for (const other of boxes) {
      if (other.label === label) continue;
      if (overlap(box, other.box)) faults.push(['over each other', label, other.label]);
      const leader = { x0: x - 0.5, x1: x + 0.5, y0: Math.min(y0, y1), y1: Math.max(y0, y1) };
      if (overlap(leader, other.box)) faults.push(['through a name', label, other.label]);
    }
  }
  expect(faults).toEqual([]);
  const all = [...names.labels.map(({ id }) => id), ...names.unnamed].sort();
  expect(all).toEqual(bars.map(({ id }) => id).sort());
}

const rows = fc
  .record({
    width: fc.integer({ min: 240, max: 900 }),
    bars: fc.array(
      fc.record({
        size: fc.integer({ min: 3, max: 60 }),
        gap: fc.integer({ min: 3, max: 60 }),
        words: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 6 }),
        strong: fc.boolean(),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ width, bars }) => {
    let edge = 0;
    const put = bars.map(({ size, gap, words, strong }, i): Bar => {
      const x0 = edge;
      edge += size + gap;
      return { id: `n${i}`, x0, x1: x0 + size, text: words.map((n) => 'x'.repeat(n)).join(' '), strong };
    });
    return { width, bars: put.filter(({ x1 }) => x1 <= width) };
  });

describe('names of a row', () => {
  it('are whole, apart, on the page and on their bars; those without a name are told', () => {
    fc.assert(
      fc.property(rows, ({ width, bars }) => {
        check(bars, width, nameRow(freeze(bars), width, letters(7)));
      }),
      { ...runs(60), endOnFailure: true },
    );
  }, 60_000);

  it('name a bar that has the row to itself, on as few lines as fit', () => {
    const bar = { id: 'a', x0: 100, x1: 120, text: 'Action plan', strong: false };
    const { labels, unnamed } = nameRow([bar], 300, letters(7));
    expect(unnamed).toEqual([]);
    expect(labels.map(({ lines }) => lines)).toEqual([['Action plan']]);
    expect(nameRow([], 300, letters(7))).toMatchObject({ labels: [], unnamed: [], above: 4.5, below: 4.5 });
  });

  it.each(['en', 'fr'])(
    'leave no bar of the bundled story unnamed (%s), with a thread or with all, from 288 px',
    (locale) => {
      const story = bundled(locale);
      const things = indexStory(story);
      for (const width of [288, 328, 358])
        for (const thread of [null, ...story.threads.map(({ id }) => id)]) {
          const part = partOf(story, things, thread, null);
          const order = orderFlow(part, false);
          const layout = layoutFlow(part, false, { height: width, labelSize: () => 26 }, order);
          const all = flowRows(part, layout, width, letters(7), () => '');
          expect(all.flatMap(({ names }) => names.unnamed)).toEqual([]);
          expect(all.flatMap(({ names }) => names.labels).length).toBe(layout.nodes.length);
        }
    },
    60_000,
  );
});
