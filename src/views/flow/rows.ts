/**
 * The flow as rows down the page: nodes of one date stand in one row, under the headings of the columns that begin
 * there. Rows keep the order of their dates; the room between two of them is what the story scale gives it, or more
 * where headings and names need more.
 */
import type { FlowLayout } from '@/flow/layout';
import { wrap, oneLine, LINE, type Measure, type TextBlock } from '@/layout/text-box';
import type { Column, FlowNode, Story } from '@/story/story';
import { placeOf, storyWarp, type Warp } from '@/time/warp';
import { makeAxis, type Axis } from '@/viewport/axis';
import { nameRow, type Bar, type RowNames } from './node-labels';

export interface Heading {
  column: Column;
  block: TextBlock;
}

export interface Row {
  t: number;
  headings: Heading[];
  /** Its date in words; empty where the nodes have none of their own. */
  date: string;
  names: RowNames;
  /** px along that it needs before and after the middle of its bars. */
  before: number;
  after: number;
}

/** px for the ribbons to bend between two columns, and between two rows of one column. */
const STRETCH = 56;
const WITHIN = 22;
const UNDER_HEADINGS = 10;
/** px between a heading and its date. */
export const DATE_GAP = 3;
/** px that the whole story would have on the story scale, if no row needed more. */
const SCALE_LENGTH = 640;
const DAY = 864e5;

/** Rows of a laid-out flow on a page of `width` px; `dateOf` says when nodes are dated, if they are. */
export function flowRows(
  story: Story,
  layout: FlowLayout,
  width: number,
  measure: Measure,
  dateOf: (nodes: readonly FlowNode[]) => string,
): Row[] {
  const things = new Map(story.nodes.map((node) => [node.id, node]));
  const strong = new Set(story.columns.flatMap((column) => (column.strong ? [column.id] : [])));
  const times = [...new Set(layout.nodes.map(({ t }) => t))].sort((a, b) => a - b);
  return times.map((t): Row => {
    const placed = layout.nodes.filter((node) => node.t === t);
    const nodes = placed.flatMap(({ id }) => things.get(id) ?? []);
    const bars = placed.map(({ id, across, size }): Bar => {
      const node = things.get(id);
      const text = node?.label ?? '';
      return { id, x0: across, x1: across + size, text, strong: strong.has(node?.column ?? '') };
    });
    const headings = story.columns.flatMap((column, layer): Heading[] => {
      if (layout.spans[layer]?.t0 !== t) return [];
      const block =
        wrap(column.label, 'strong', width, 3, measure) ?? oneLine(column.label, 'strong', measure);
      return [{ column, block }];
    });
    const date = dateOf(nodes);
    const names = nameRow(bars, width, measure);
    const head = headings.reduce((sum, { block }) => sum + block.height, date ? LINE.small + DATE_GAP : 0);
    return { t, headings, date, names, before: names.above + head + UNDER_HEADINGS, after: names.below };
  });
}

/** The axis of the whole picture: time runs down it, from its first px to its last. */
export function rowAxis(story: Story, rows: readonly Row[]): Axis {
  const scale = storyWarp(story.chapters);
  const ts: number[] = [];
  const along: number[] = [];
  let edge = 0;
  for (const [i, row] of rows.entries()) {
    const last = rows[i - 1];
    if (last) {
      const least = last.after + row.before + (row.headings.length > 0 ? STRETCH : WITHIN);
      edge += Math.max(least, (placeOf(scale, row.t) - placeOf(scale, last.t)) * SCALE_LENGTH);
    } else {
      [ts[0], along[0]] = [row.t - DAY, 0];
      edge = row.before;
    }
    ts.push(row.t);
    along.push(edge);
  }
  const end = rows.at(-1);
  const length = edge + (end?.after ?? 0) + WITHIN;
  ts.push((end?.t ?? story.t0) + DAY);
  along.push(length);
  if (ts.length < 2) return makeAxis(scale, [story.t0, story.t1], length);
  const warp: Warp = { ts, us: along.map((px) => px / length) };
  return makeAxis(warp, [ts[0] ?? 0, ts.at(-1) ?? 1], length);
}
