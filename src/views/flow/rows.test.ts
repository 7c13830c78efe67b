/** Rows down the page keep the order of their dates and have room. Does not prove that the picture reads well. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows, largeRuns, letters, storyOf } from '../../../tests/fixtures/stories';
import { layoutFlow } from '@/flow/layout';
import { flowRows, rowAxis } from './rows';

describe('rows of the flow', () => {
  it('stand in the order of their dates, each with the room that its words need', () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 280, max: 900 }), (story, width) => {
        const layout = layoutFlow(story, true, { height: width, labelSize: () => 26 });
        const rows = flowRows(story, layout, width, letters(7), () => '1 June 2025');
        const axis = rowAxis(story, rows);
        expect(rows.map(({ t }) => t)).toEqual(
          [...new Set(layout.nodes.map(({ t }) => t))].sort((a, b) => a - b),
        );
        let edge = 0;
        const tight: unknown[] = [];
        for (const row of rows) {
          const y = axis.along(row.t);
          if (!(y - row.before >= edge - 0.01)) tight.push([row.t, y, edge]);
          edge = y + row.after;
        }
        expect(tight).toEqual([]);
        expect(axis.length).toBeGreaterThanOrEqual(edge);
        const filled = new Set(layout.nodes.map(({ layer }) => layer));
        expect(rows.flatMap(({ headings }) => headings).length).toBe(filled.size);
      }),
      largeRuns(40),
    );
  }, 60_000);

  it('are none where there is nothing', () => {
    const story = storyOf({});
    const layout = layoutFlow(story, true, { height: 300, labelSize: () => 26 });
    expect(flowRows(story, layout, 300, letters(7), () => '')).toEqual([]);
    expect(Number.isFinite(rowAxis(story, []).length)).toBe(true);
  });
});
