/** Where the keys lead from an item of the list. Pure. */
import type { FoldedSection, Item } from './folds';
import { dotsOf, type Lane } from './lanes';

export type Move =
  'next' | 'previous' | 'along' | 'back-along' | 'first' | 'last' | 'next-section' | 'previous-section';

export interface Walkable {
  lanes: readonly Lane[];
  sections: readonly FoldedSection[];
  items: readonly Item[];
}

/** What one stands on, and the lane one follows there (null: none yet). */
export interface Stand {
  id: string;
  lane: number | null;
}

/** The item a move leads to; null where there is none. */
export function walk({ lanes, sections, items }: Walkable, { id, lane }: Stand, move: Move): Stand | null {
  const place = items.findIndex((item) => item.id === id);
  const at = (item: Item | undefined): Stand | null => (item ? { id: item.id, lane } : null);
  switch (move) {
    case 'next':
      return at(items[place + 1]);
    case 'previous':
      return at(items[place - 1]);
    case 'first':
      return at(items[0]);
    case 'last':
      return at(items.at(-1));
    case 'next-section':
    case 'previous-section': {
      const section = sections.findIndex((each) => each.items.some((item) => item.id === id));
      const top = sections[section]?.items[0];
      // Up first goes to the top of one’s own section.
      if (move === 'previous-section' && top && top.id !== id) return at(top);
      return at(sections[section + (move === 'next-section' ? 1 : -1)]?.items[0]);
    }
    case 'along':
    case 'back-along': {
      const own = lanesAt(lanes, items[place]);
      // Along the lane one came by, where the row belongs to it.
      const followed = lane !== null && (own.length === 0 || own.includes(lane)) ? lane : (own[0] ?? null);
      const ahead = move === 'along' ? items.slice(place + 1) : items.slice(0, Math.max(place, 0)).reverse();
      const found = ahead.find(
        (item) => item.kind === 'row' && (followed === null || lanesAt(lanes, item).includes(followed)),
      );
      return found ? { id: found.id, lane: followed } : null;
    }
  }
}

const lanesAt = (lanes: readonly Lane[], item: Item | undefined): number[] =>
  item?.kind === 'row' ? dotsOf(lanes, item.row) : [];
