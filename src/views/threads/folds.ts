/**
 * What of a section is shown, and what is counted in folds. Pure. The law: every row is shown or counted in exactly
 * one fold. Which rows are folded together follows from the level and the thread alone, so that choosing a row or
 * searching opens no fold and closes none; what is chosen, found or traced is only taken out of its fold.
 */
import type { Row, Section } from './rows';

export interface Fold {
  id: string;
  /** What it counts; while it is open, what it would count. All are of its section. */
  rows: Row[];
  open: boolean;
}

export type Item = { kind: 'row'; id: string; row: Row } | { kind: 'fold'; id: string; fold: Fold };

export interface Folding {
  /** How much is told: rows up to this rank. */
  level: number;
  /** Only this thread’s rows are told, and others far less. */
  thread: string | null;
  /** Ids of rows that are shown whatever their rank. */
  always: ReadonlySet<string>;
  /** Ids of open folds. */
  opened: ReadonlySet<string>;
}

export interface FoldedSection extends Section {
  items: Item[];
  /** How many of its rows are shown. */
  shown: number;
}

/** A fold is named by the row at which it begins. */
export const FOLD_ID = 'more-';
/** So many rows are worth a fold of their own; fewer wait for the next ones. */
const ENOUGH = 8;
/** A rest of fewer rows joins the fold before it. */
const FEW = 3;
/** No section shows more rows than this at level 1; each level doubles it twice, and the last one shows all. */
const MOST = 12;
const LAST_LEVEL = 4;
/** How many levels less is told of what a locked thread has no part in. */
const ASIDE = 2;

/** Folds a section: rows and folds in time order; a fold stands where the first row it counts would. */
export function foldSection(section: Section, folding: Folding): FoldedSection {
  const told = toldRows(section.rows, folding);
  const folds = groupRows(section.rows, told).flatMap((group): Fold[] => {
    const rows = group.filter(({ id }) => !folding.always.has(id));
    const id = FOLD_ID + (group[0]?.id ?? '');
    return rows.length > 0 ? [{ id, rows, open: folding.opened.has(id) }] : [];
  });
  const before = new Map(folds.map((fold) => [fold.rows[0], fold]));
  const counted = new Set(folds.flatMap(({ rows, open }) => (open ? [] : rows)));
  const items = section.rows.flatMap((row): Item[] => {
    const fold = before.get(row);
    return [
      ...(fold ? [{ kind: 'fold' as const, id: fold.id, fold }] : []),
      ...(counted.has(row) ? [] : [{ kind: 'row' as const, id: row.id, row }]),
    ];
  });
  return { ...section, items, shown: section.rows.length - counted.size };
}

function toldRows(rows: readonly Row[], { level, thread }: Folding): ReadonlySet<Row> {
  const own = (row: Row) => thread !== null && row.threads.includes(thread);
  const limit = thread === null ? level : level - ASIDE;
  const fits = rows.filter((row) => !own(row) && row.rank <= limit);
  const most = level >= LAST_LEVEL ? Infinity : MOST * 4 ** (level - 1);
  // The sort is stable: of equal rank, the earlier.
  const first = [...fits].sort((a, b) => a.rank - b.rank).slice(0, most);
  return new Set([...rows.filter(own), ...first]);
}

/** Rows that are not told, in time order, gathered so that a section has few folds. */
function groupRows(rows: readonly Row[], told: ReadonlySet<Row>): Row[][] {
  const groups: Row[][] = [];
  let open: Row[] | null = null;
  for (const row of rows) {
    if (!told.has(row)) {
      if (!open) groups.push((open = []));
      open.push(row);
    } else if (open && open.length >= ENOUGH) open = null;
  }
  const last = groups.at(-1);
  if (groups.length > 1 && last && last.length < FEW)
    groups.splice(-2, 2, [...(groups.at(-2) ?? []), ...last]);
  return groups;
}
