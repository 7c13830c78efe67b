/** The list at one state of folding: its sections with rows and folds, and what the gutter draws beside each. Pure. */
import type { Story } from '@/story/story';
import { FOLD_ID, foldSection, type FoldedSection, type Folding, type Item } from './folds';
import { lanesOf, strandsOf, type Lane, type Strands } from './lanes';
import { sectionsOf, type Row } from './rows';

export interface ThreadsLayout {
  lanes: Lane[];
  /** Sections that have rows. */
  sections: FoldedSection[];
  /** All items of all sections, in time order. */
  items: Item[];
  strands: ReadonlyMap<string, Strands>;
  /** How many rows there are, and how many of them are shown. */
  all: number;
  shown: number;
}

export function layoutThreads(story: Story, rows: readonly Row[], folding: Folding): ThreadsLayout {
  const sections = sectionsOf(story.chapters, rows)
    .filter((section) => section.rows.length > 0)
    .map((section) => foldSection(section, folding));
  const items = sections.flatMap((section) => section.items);
  const lanes = lanesOf(story, rows);
  const strands = strandsOf(lanes, items);
  return {
    lanes,
    sections,
    items,
    strands: new Map(items.map((item, i) => [item.id, strands[i] as Strands])),
    all: rows.length,
    shown: sections.reduce((sum, { shown }) => sum + shown, 0),
  };
}

/** The item that stands for a row or a fold: itself, or the closed fold that counts it, or the first row it held. */
export function itemOf(items: readonly Item[], id: string): Item | undefined {
  const holds = (item: Item) =>
    item.kind === 'fold' && !item.fold.open && item.fold.rows.some((row) => row.id === id);
  const item = items.find((each) => each.id === id) ?? items.find(holds);
  return item ?? (id.startsWith(FOLD_ID) ? itemOf(items, id.slice(FOLD_ID.length)) : undefined);
}

/** Where an item stands in time, ms UTC. */
export const timeOf = (item: Item): number =>
  item.kind === 'row' ? item.row.t : (item.fold.rows[0]?.t ?? 0);
