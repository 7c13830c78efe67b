/**
 * The story as it is written to a file: its long lists in columns, times in minutes from where a thing begins, threads
 * and nodes by their number, and nothing that can be told from the rest. A third smaller on the wire than plain values.
 */
import { toColumns, toRows, type Columns, type Row } from './columns.ts';
import type { Story } from './story';

const MINUTE = 60_000;
const LISTS = ['events', 'summits', 'nodes', 'links'] as const;
type List = (typeof LISTS)[number];
/** Fields that say which of a list they mean. */
const NAMING: Record<string, 'threads' | 'nodes'> = {
  threads: 'threads',
  nodes: 'nodes',
  source: 'nodes',
  target: 'nodes',
};
const FLAGS = new Set(['next', 'held', 'offstage', 'inferred']);

/** In columns, or as it is. */
type PackedList = Columns | readonly object[];
/** What a file holds: plain JSON. */
export type PackedStory = Omit<Story, List> & Record<List, PackedList>;

const linkId = ({ source, target }: Row) => `${String(source)}__${String(target)}`;

/** Packs the story of a language. */
export function packStory(story: Story): PackedStory {
  const numbers = {
    threads: new Map(story.threads.map(({ id }, i) => [id, i])),
    nodes: new Map(story.nodes.map(({ id }, i) => [id, i])),
  };
  const pack = (field: string, value: unknown, row: Row): unknown => {
    const naming = NAMING[field];
    if (naming) {
      const number = (id: unknown) => numbers[naming].get(id as string) ?? -1;
      return Array.isArray(value) ? value.map(number) : number(value);
    }
    if (field === 't0') return (value as number) / MINUTE;
    if (field === 't1') return ((value as number) - (row.t0 as number)) / MINUTE;
    if (field === 't' && 't0' in row) return (value as number) - (row.t0 as number);
    if (FLAGS.has(field)) return Number(value);
    if (field === 'title') return value === row.label ? 0 : value;
    return field === 'id' && value === linkId(row) ? 0 : value;
  };
  const lists = LISTS.map((list) => {
    const rows = story[list] as unknown as Row[];
    return [list, rows.length > 0 ? toColumns(rows, pack) : rows];
  });
  return { ...story, ...(Object.fromEntries(lists) as Record<List, PackedList>) };
}

/** The story again, value for value. */
export function unpackStory(packed: PackedStory): Story {
  const idsOf = (list: PackedList) =>
    Array.isArray(list) ? (list as Row[]).map(({ id }) => id) : ((list as Columns).id ?? []);
  const ids = { threads: idsOf(packed.threads), nodes: idsOf(packed.nodes) };
  const unpack = (field: string, value: unknown, row: Row): unknown => {
    const naming = NAMING[field];
    if (naming) {
      const name = (number: unknown) => ids[naming][number as number];
      return Array.isArray(value) ? value.map(name) : name(value);
    }
    if (field === 't0') return (value as number) * MINUTE;
    if (field === 't1') return (row.t0 as number) + (value as number) * MINUTE;
    if (field === 't' && 't0' in row) return (row.t0 as number) + (value as number);
    if (FLAGS.has(field)) return value === 1;
    return field === 'title' && value === 0 ? row.label : value;
  };
  const lists = LISTS.map((list) => {
    const written = packed[list];
    const rows = Array.isArray(written) ? (written as Row[]) : toRows(written as Columns, unpack);
    return [list, rows.map((row) => (row.id === 0 ? { ...row, id: linkId(row) } : row))];
  });
  return { ...packed, ...(Object.fromEntries(lists) as Pick<Story, List>) };
}
