/**
 * Cuts the timeline into sheets: where time can be cut (better between years than between days), and so that all
 * sheets are filled alike. Each sheet shows a period and each chapter's stretch of it. Pure.
 */
import { utcDay, utcMonth, utcYear } from 'd3-time';
import type { Chapter } from '@/story/story';

/** Something of the timeline that takes room down the page. */
export interface Row {
  id: string;
  /** Where it stands in time, ms UTC. */
  t: number;
  /** px down the page. */
  height: number;
}

/** A chapter on one sheet: time runs evenly in it. */
export interface Stretch {
  chapter: Chapter;
  /** The part of the chapter that stands on this sheet, ms UTC. */
  t0: number;
  t1: number;
  /** By time. */
  rows: readonly Row[];
  /** px that it needs at least. */
  need: number;
}
export interface TimelinePage {
  t0: number;
  t1: number;
  stretches: readonly Stretch[];
}

/** px of the name of a chapter above its stretch, and of air below. */
export const CHAPTER_HEAD = 32;
export const CHAPTER_AIR = 8;
/** px of a chapter in which nothing happened. */
const EMPTY = 24;
/** How full a sheet may be: without air nothing could stand near its own date. */
const FULL = 0.96;
/** What it costs to cut between years, months and days, in the measure of a sheet that is wholly full. */
const ROUGH = { chapter: 0, year: 0.01, month: 0.06, day: 0.2 };

/** The sheets of a story’s timeline, each `room` px high. */
export function timelinePages(
  chapters: readonly Chapter[],
  rows: readonly Row[],
  room: number,
): TimelinePage[] {
  const sorted = [...rows].sort((a, b) => a.t - b.t);
  const cuts = cutsOf(chapters, sorted);
  const page = (from: Cut, to: Cut) => pageOf(chapters, sorted.slice(from.index, to.index), from.t, to.t);
  const needs = new Map<string, number>();
  const need = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    let px = needs.get(key);
    if (px === undefined) {
      px = page(cuts[i] as Cut, cuts[j] as Cut).stretches.reduce((sum, stretch) => sum + stretch.need, 0);
      needs.set(key, px);
    }
    return px;
  };
  for (let count = 1; count < cuts.length; count++) {
    const found = divide(cuts, count, (i, j) => need(i, j) / (room * FULL));
    if (found) return found.slice(1).map((to, i) => page(cuts[found[i] ?? 0] as Cut, cuts[to] as Cut));
  }
  // One day fuller than a sheet: all that can be cut is cut.
  return cuts.slice(1).map((to, i) => page(cuts[i] as Cut, to));
}

interface Cut {
  /** How many rows stand before it. */
  index: number;
  t: number;
  cost: number;
}

function cutsOf(chapters: readonly Chapter[], rows: readonly Row[]): Cut[] {
  const first = chapters[0]?.t0 ?? 0;
  const last = chapters.at(-1)?.t1 ?? 0;
  const between = rows.slice(1).flatMap((row, i): Cut[] => {
    const before = (rows[i] as Row).t;
    const chapter = chapters.find(({ t0 }) => t0 > before && t0 <= row.t);
    const at = (t: number, cost: number): Cut[] => [{ index: i + 1, t, cost }];
    if (chapter) return at(chapter.t0, ROUGH.chapter);
    for (const [unit, cost] of [
      [utcYear, ROUGH.year],
      [utcMonth, ROUGH.month],
      [utcDay, ROUGH.day],
    ] as const) {
      const t = +unit.floor(new Date(row.t));
      if (t > before && t <= row.t) return at(t, cost);
    }
    return [];
  });
  return [{ index: 0, t: first, cost: 0 }, ...between, { index: rows.length, t: last, cost: 0 }];
}

/** Which cuts make `count` sheets, none fuller than full and all as alike as can be; null if there are none such. */
function divide(
  cuts: readonly Cut[],
  count: number,
  fill: (i: number, j: number) => number,
): number[] | null {
  let best: ({ cost: number; way: number[] } | null)[] = cuts.map((_, i) =>
    i === 0 ? { cost: 0, way: [0] } : null,
  );
  for (let sheet = 0; sheet < count; sheet++) {
    best = cuts.map((cut, j) => {
      let least: { cost: number; way: number[] } | null = null;
      for (let i = 0; i < j; i++) {
        const before = best[i];
        if (!before) continue;
        const full = fill(i, j);
        if (full > 1) continue;
        const cost = before.cost + full * full + cut.cost;
        if (!least || cost < least.cost) least = { cost, way: [...before.way, j] };
      }
      return least;
    });
  }
  return best.at(-1)?.way ?? null;
}

function pageOf(chapters: readonly Chapter[], rows: readonly Row[], t0: number, t1: number): TimelinePage {
  const stretches = chapters
    .filter((chapter) => chapter.t0 < t1 && chapter.t1 > t0)
    .map((chapter): Stretch => {
      const own = rows.filter(({ t }) => t >= chapter.t0 && t < chapter.t1);
      const height = own.reduce((sum, row) => sum + row.height, 0);
      return {
        chapter,
        t0: Math.max(chapter.t0, t0),
        t1: Math.min(chapter.t1, t1),
        rows: own,
        need: CHAPTER_HEAD + Math.max(height, EMPTY) + CHAPTER_AIR,
      };
    });
  return { t0, t1, stretches };
}
