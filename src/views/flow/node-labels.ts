/**
 * Where the names of one row of bars go: under their bars or over them, on one level or staggered over several with
 * a thin leader, each on at most three lines. Never over each other, never across another’s leader, never cut.
 * All is measured from the middle of the bars: x across the page, y along it.
 */
import { LINE, type Measure, type TextStyle } from '@/layout/text-box';
import { NODE_WIDTH } from '@/flow/scene';

export interface Bar {
  id: string;
  /** Its two ends, px across. */
  x0: number;
  x1: number;
  text: string;
  strong: boolean;
}

export interface RowLabel {
  id: string;
  lines: readonly string[];
  strong: boolean;
  /** Middle of its lines, px across. */
  x: number;
  width: number;
  /** Baseline of the first line, px along. */
  y: number;
  /** From the edge of the bar to the text. */
  leader: { x: number; y0: number; y1: number };
}

export interface RowNames {
  labels: RowLabel[];
  /** px along that the names need before and after the middle of the bars. */
  above: number;
  below: number;
  /** Ids of bars whose name fits nowhere. */
  unnamed: string[];
}

interface Slot {
  below: boolean;
  /** 0 = next to the bars. */
  level: number;
}
interface Block {
  lines: readonly string[];
  width: number;
}
interface Item {
  bar: Bar;
  centre: number;
  style: TextStyle;
  /** On one, two and three lines, narrowest last. */
  blocks: readonly Block[];
}
interface Put {
  item: Item;
  block: Block;
  slot: Slot;
  /** Start of the text, px across. */
  start: number;
}

/** px between names, and between a name and a leader that passes it. */
const APART = 7;
/** px of every leader at least, so that each name hangs visibly on its bar. */
const LEADER = 7;
const BETWEEN_LEVELS = 3;
/** A row of too many bars has no whole answer: so many ways are tried, no more. */
const MOST_LOOKS = 3000;
/** px that names may move away from their bars for one of them to do with a line less. */
const MOST_AWAY = 12;
/** px that a leader comes in from the end of its text. */
const INSET = 4;

const under = (level: number): Slot => ({ below: true, level });
const over = (level: number): Slot => ({ below: false, level });
/** Tried in turn along the row, plainest first. */
const PATTERNS: readonly (readonly Slot[])[] = [
  [under(0)],
  [under(0), over(0)],
  [over(0), under(0)],
  [under(0), under(1)],
  [under(1), under(0)],
  [under(0), over(0), under(1), over(1)],
  [under(1), over(1), under(0), over(0)],
  [under(0), over(0), under(1), over(1), under(2), over(2)],
  [under(2), over(2), under(1), over(1), under(0), over(0)],
  [under(0), over(1), under(2), over(0), under(1), over(2)],
];
const LEVELS = 4;
const SLOTS = Array.from({ length: LEVELS }, (_, level) => [under(level), over(level)]).flat();

/** Names a row of bars that do not overlap, within 0 and `width` px. */
export function nameRow(bars: readonly Bar[], width: number, measure: Measure): RowNames {
  const items = bars
    .map((bar): Item => {
      const style = bar.strong ? 'strong' : 'label';
      return { bar, centre: (bar.x0 + bar.x1) / 2, style, blocks: blocksOf(bar.text, style, measure) };
    })
    .sort((a, b) => a.centre - b.centre);
  let looks = 0;
  const look = (slots: readonly Slot[]): Found => {
    looks++;
    const puts = putAll(items, slots, width);
    return { slots, puts, cost: costOf(puts, items.length) };
  };
  const whole = ({ puts }: Found) => puts.length === items.length;
  const plain = PATTERNS.map((pattern) =>
    look(items.map((_, i) => pattern[i % pattern.length] as Slot)),
  ).sort((a, b) => a.cost - b.cost);
  let best = plain[0] as Found;
  // No pattern knows the gaps of this row: while names are left over, each is bettered step by step.
  for (const start of plain) {
    if (whole(best) || looks > MOST_LOOKS) break;
    let found = start;
    for (
      let next: Found | null = start;
      next && !whole(found) && looks < MOST_LOOKS;
      next = better(found, look)
    )
      found = next;
    if (found.cost < best.cost) best = found;
  }
  return finish(best.puts, items);
}

interface Found {
  slots: readonly Slot[];
  puts: Put[];
  cost: number;
}

/** The first better way in which one name, or two neighbours, hang elsewhere. */
function better({ slots, cost }: Found, look: (slots: readonly Slot[]) => Found): Found | null {
  for (let i = 0; i < slots.length; i++)
    for (const slot of SLOTS) {
      const found = look(slots.with(i, slot));
      if (found.cost < cost) return found;
    }
  for (let i = 1; i < slots.length; i++)
    for (const one of SLOTS)
      for (const other of SLOTS) {
        const found = look(slots.with(i - 1, one).with(i, other));
        if (found.cost < cost) return found;
      }
  return null;
}

/** Unnamed bars weigh most, then the room taken along the page, then names that hang far from their bars. */
const costOf = (puts: readonly Put[], all: number): number =>
  (all - puts.length) * 1e4 +
  depthOf(puts, true) +
  depthOf(puts, false) +
  puts.reduce((sum, { item, block, start }) => sum + awayOf(item, block, start), 0) / 4;

function putAll(items: readonly Item[], slots: readonly Slot[], width: number): Put[] {
  const puts: Put[] = [];
  for (const below of [true, false])
    for (let level = LEVELS - 1; level >= 0; level--) {
      const passing = puts.filter(({ slot }) => slot.below === below).map(({ item }) => item.centre);
      const own = items.filter((_, i) => slots[i]?.below === below && slots[i]?.level === level);
      puts.push(...putLevel(own, { below, level }, passing, width));
    }
  return puts;
}

/** One level: names in the order of their bars, between the leaders of those that hang further out. */
function putLevel(items: readonly Item[], slot: Slot, passing: readonly number[], width: number): Put[] {
  const level: { item: Item; block: Block; from: number; to: number }[] = [];
  for (const item of items) {
    const block = item.blocks.at(-1);
    if (!block) continue;
    const from = Math.max(0, ...passing.flatMap((x) => (x < item.centre ? [x + APART] : [])));
    const to = Math.min(width, ...passing.flatMap((x) => (x > item.centre ? [x - APART] : [])));
    level.push({ item, block, from, to });
    if (!starts(level)) level.pop();
  }
  // Who can do with fewer lines does, unless it would push names away from their bars.
  let at = starts(level) ?? [];
  const off = (found: readonly number[]) =>
    level.reduce((sum, { item, block }, i) => sum + awayOf(item, block, found[i] ?? 0), 0);
  for (let lines = 1; lines < 3; lines++)
    for (const each of level) {
      const [before, away] = [each.block, off(at)];
      const wider = each.item.blocks.find((block) => block.lines.length === lines);
      if (!wider || before.lines.length <= lines) continue;
      each.block = wider;
      const found = starts(level);
      if (found && off(found) <= away + MOST_AWAY) at = found;
      else each.block = before;
    }
  return level.map(({ item, block }, i) => ({ item, block, slot, start: at[i] ?? 0 }));
}

/** px from the middle of a text to its bar. */
const awayOf = ({ centre }: Item, { width }: Block, start: number): number =>
  Math.abs(start + width / 2 - centre);

/** Where each text starts, as near to its bar as can be; null if they do not all fit. */
function starts(level: readonly { item: Item; block: Block; from: number; to: number }[]): number[] | null {
  const latest: number[] = [];
  for (let i = level.length - 1, limit = Infinity; i >= 0; i--) {
    const { item, block, to } = level[i] as (typeof level)[number];
    latest[i] = Math.min(to - block.width, item.centre - INSET, limit - block.width);
    limit = (latest[i] ?? 0) - APART;
  }
  let free = -Infinity;
  const found: number[] = [];
  for (const [i, { item, block, from }] of level.entries()) {
    const earliest = Math.max(from, item.centre - block.width + INSET, free);
    const last = latest[i] ?? 0;
    if (earliest > last) return null;
    const start = Math.min(Math.max(item.centre - block.width / 2, earliest), last);
    found.push(start);
    free = start + block.width + APART;
  }
  return found;
}

const levelHeight = (puts: readonly Put[], below: boolean, level: number): number =>
  Math.max(
    0,
    ...puts.flatMap(({ slot, block, item }) =>
      slot.below === below && slot.level === level ? [block.lines.length * LINE[item.style]] : [],
    ),
  );

/** px from the edge of the bars to the start of a level. */
function depthOf(puts: readonly Put[], below: boolean, levels = LEVELS): number {
  let depth = LEADER;
  for (let level = 0; level < levels; level++) {
    const height = levelHeight(puts, below, level);
    if (height > 0) depth += height + BETWEEN_LEVELS;
  }
  return depth > LEADER ? depth : 0;
}

function finish(puts: readonly Put[], items: readonly Item[]): RowNames {
  const edge = NODE_WIDTH / 2;
  const labels = puts.map(({ item, block, slot, start }): RowLabel => {
    const line = LINE[item.style];
    const height = block.lines.length * line;
    const depth = edge + Math.max(depthOf(puts, slot.below, slot.level), LEADER);
    const top = slot.below ? depth : -depth - height;
    return {
      id: item.bar.id,
      lines: block.lines,
      strong: item.bar.strong,
      x: start + block.width / 2,
      width: block.width,
      y: top + line * 0.76,
      leader: { x: item.centre, y0: slot.below ? edge : -edge, y1: slot.below ? depth : -depth },
    };
  });
  const named = new Set(labels.map(({ id }) => id));
  return {
    labels,
    above: edge + depthOf(puts, false),
    below: edge + depthOf(puts, true),
    unnamed: items.flatMap(({ bar }) => (named.has(bar.id) ? [] : [bar.id])),
  };
}

/** The text on one, two and three lines, each as narrow as it can be; more lines only where they make it narrower. */
function blocksOf(text: string, style: TextStyle, measure: Measure): Block[] {
  const words = text.split(' ');
  const line = (from: number, to: number) => words.slice(from, to).join(' ');
  const block = (...lines: string[]): Block => ({
    lines,
    width: Math.max(...lines.map((each) => measure(each, style))),
  });
  const [blocks, count] = [[block(text)], words.length];
  const add = (candidates: Block[]) => {
    const narrowest = candidates.sort((a, b) => a.width - b.width)[0];
    if (narrowest && narrowest.width < (blocks.at(-1)?.width ?? 0)) blocks.push(narrowest);
  };
  const breaks = Array.from({ length: Math.max(count - 1, 0) }, (_, i) => i + 1);
  add(breaks.map((i) => block(line(0, i), line(i, count))));
  add(
    breaks.flatMap((i) =>
      breaks.filter((j) => j > i).map((j) => block(line(0, i), line(i, j), line(j, count))),
    ),
  );
  return blocks;
}
