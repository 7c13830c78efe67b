/** The list at one state of folding: its sections with rows and folds, and what the gutter draws beside each. Pure. */
import type { Story } from '@/story/story';
import { FOLD_ID, foldSection, type FoldedSection, type Folding, type Item } from './folds';
import { dotsOf, lanesOf, sameList, sameStrands, strandsOf, type Lane, type Strands } from './lanes';
import { sectionsOf, type Row, type Section } from './rows';

/** What of the list no folding changes. */
export interface ThreadsFrame {
  lanes: Lane[];
  /** Sections that have rows. */
  sections: Section[];
  /** How many rows there are. */
  all: number;
}

/** An item and what the gutter draws beside it. */
export type PlacedItem = Item & { strands: Strands; folded?: boolean };
export interface PlacedSection extends FoldedSection {
  items: PlacedItem[];
}

export interface ThreadsLayout {
  lanes: Lane[];
  sections: PlacedSection[];
  /** All items of all sections, in time order. */
  items: PlacedItem[];
  /** How many rows there are, and how many of them are shown. */
  all: number;
  shown: number;
}

export const frameThreads = (story: Story, rows: readonly Row[]): ThreadsFrame => ({
  lanes: lanesOf(story, rows),
  sections: sectionsOf(story.chapters, rows).filter((section) => section.rows.length > 0),
  all: rows.length,
});

/** `before` is what stands there already: items that are as they were then are the same objects. */
export function layoutThreads(
  { lanes, sections: unfolded, all }: ThreadsFrame,
  folding: Folding,
  before?: ThreadsLayout,
): ThreadsLayout {
  const known = new Map(before?.items.map((item) => [item.id, item]));
  const folded = unfolded.map((section) => foldSection(section, folding));
  const strands = strandsOf(
    lanes,
    folded.flatMap((section) => section.items),
  );
  let place = 0;
  const sections = folded.map((section): PlacedSection => {
    const items = section.items.map((item): PlacedItem => {
      const placed = { ...item, strands: strands[place++] as Strands };
      const old = known.get(item.id);
      return old && isSame(old, placed) ? old : placed;
    });
    return { ...section, items };
  });
  return {
    lanes,
    sections,
    items: sections.flatMap((section) => section.items),
    all,
    shown: sections.reduce((sum, { shown }) => sum + shown, 0),
  };
}

function isSame(a: PlacedItem, b: PlacedItem): boolean {
  if (!sameStrands(a.strands, b.strands)) return false;
  if (a.kind === 'row') return b.kind === 'row' && a.row === b.row;
  return b.kind === 'fold' && a.fold.open === b.fold.open && sameList(a.fold.rows, b.fold.rows);
}

/** All items of a section and, after the fold that counts it or a later item, each row that is folded, in time order. */
export function unfolded(section: PlacedSection, lanes: readonly Lane[]): PlacedItem[] {
  const shown = new Map(
    section.items.map((item) => [item.kind === 'row' ? item.row : item.fold.rows[0], item]),
  );
  let { through } = section.items[0]?.strands ?? { through: [] };
  return section.rows.flatMap((row): PlacedItem[] => {
    const item = shown.get(row);
    if (item) through = [...item.strands.through, ...item.strands.begins].sort((a, b) => a - b);
    if (item?.kind === 'row') return [item];
    const strands: Strands = { through, begins: [], dots: dotsOf(lanes, row), hiding: [] };
    const folded: PlacedItem = { kind: 'row', id: row.id, row, strands, folded: true };
    return item ? [item, folded] : [folded];
  });
}

/** The item that stands for a row or a fold: itself, or the closed fold that counts it, or the first row it held. */
export function itemOf<Any extends Item>(items: readonly Any[], id: string): Any | undefined {
  const holds = (item: Any) =>
    item.kind === 'fold' && !item.fold.open && item.fold.rows.some((row) => row.id === id);
  const item = items.find((each) => each.id === id) ?? items.find(holds);
  return item ?? (id.startsWith(FOLD_ID) ? itemOf(items, id.slice(FOLD_ID.length)) : undefined);
}

/** Where an item stands in time, ms UTC. */
export const timeOf = (item: Item): number =>
  item.kind === 'row' ? item.row.t : (item.fold.rows[0]?.t ?? 0);
