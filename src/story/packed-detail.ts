/**
 * The long texts as they are written to a file: a column a field, sources by their number, days instead of
 * milliseconds, and nothing that can be told from the rest. A quarter smaller on the wire than the plain values.
 */
import type { FactDetail, StoryDetail } from './story';

const DAY = 86_400_000;
/** Lists in a row of a table, each of their rows a short array of these fields. */
const ROWS: Record<string, readonly string[]> = {
  sources: ['source', 'at'],
  places: ['source', 'at', 'says', 'who'],
  otherDates: ['dates', 'source'],
  said: ['date', 'text', 'quote', 'note', 'sources'],
};
const TABLES = [
  'events',
  'summits',
  'nodes',
  'links',
  'facts',
  'sources',
  'people',
  'participants',
  'glossary',
] as const;
/** What a 0 stands for in a column; a text is empty. */
const BLANKS: Record<string, unknown> = {
  verified: false,
  titleRebuilt: false,
  date: null,
  kind: null,
  confidence: null,
  person: null,
  contrast: null,
  source: null,
};
const LISTS = new Set(['sources', 'places', 'otherDates', 'said', 'events', 'nodes', 'links', 'facts']);
/** These tables are found by their keys, in the order of the story. */
const KEYED = new Set<string>(['events', 'summits', 'nodes', 'links', 'facts', 'sources']);
/** Which of the lists of a fact name the things of a table. */
const NAMED_AS = { events: 'events', summits: 'events', nodes: 'nodes', links: 'links' } as const;

type Row = Record<string, unknown>;
type Table = Record<string, unknown[]>;
/** What a file holds: plain JSON. */
export interface PackedDetail {
  locale: string;
  caveats: string[];
  tables: Record<(typeof TABLES)[number], Table>;
}

const isBlank = (value: unknown) =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** Packs the long texts of a language. */
export function packDetail(detail: StoryDetail): PackedDetail {
  const numbers = new Map(Object.keys(detail.sources).map((id, i) => [id, i + 1]));
  const pack = (field: string, value: unknown): unknown => {
    if (isBlank(value)) return 0;
    if (value === true) return 1;
    const fields = ROWS[field];
    if (fields) return (value as Row[]).map((row) => trimmed(fields.map((name) => pack(name, row[name]))));
    if (field === 'source') return numbers.get(value as string) ?? 0;
    if (field === 'date' || field === 'dates') {
      const { t0, t1, precision } = value as { t0: number; t1: number; precision: string };
      return [t0 / DAY, (t1 - t0) / DAY, precision];
    }
    return value;
  };
  const table = (name: (typeof TABLES)[number]): Table => {
    const told = detail[name];
    const rows = Object.entries(told).map(([id, row]): Row => ({ id, ...(row as Row) }));
    const fields = Object.keys(rows[0] ?? {}).filter((field) => field !== 'facts');
    return Object.fromEntries(fields.map((field) => [field, rows.map((row) => pack(field, row[field]))]));
  };
  const tables = Object.fromEntries(TABLES.map((name) => [name, table(name)])) as PackedDetail['tables'];
  return { locale: detail.locale, caveats: detail.caveats, tables };
}

function trimmed(row: unknown[]): unknown[] {
  while (row.length > 0 && row.at(-1) === 0) row.pop();
  return row;
}

/** The long texts again, value for value. */
export function unpackDetail({ locale, caveats, tables }: PackedDetail): StoryDetail {
  const ids = tables.sources.id ?? [];
  const unpack = (field: string, value: unknown): unknown => {
    if (!value) return field in BLANKS ? BLANKS[field] : LISTS.has(field) ? [] : '';
    const fields = ROWS[field];
    if (fields)
      return (value as unknown[][]).map((row) =>
        Object.fromEntries(fields.map((name, i) => [name, unpack(name, row[i])])),
      );
    if (BLANKS[field] === false) return true;
    if (field === 'source') return ids[(value as number) - 1];
    if (field === 'date' || field === 'dates') {
      const [day, days, precision] = value as [number, number, string];
      return { t0: day * DAY, t1: (day + days) * DAY, precision };
    }
    return value;
  };
  const rowsOf = (table: Table): Row[] =>
    (table.id ?? []).map((_, i) =>
      Object.fromEntries(Object.entries(table).map(([field, column]) => [field, unpack(field, column[i])])),
    );
  const detail: Row = { locale, caveats };
  for (const name of TABLES) {
    const rows = rowsOf(tables[name]);
    detail[name] = KEYED.has(name) ? Object.fromEntries(rows.map((row) => [row.id, row])) : rows;
  }
  return withFacts(detail as unknown as StoryDetail);
}

/** Things name the facts behind them, in the order of the story; the file says only the other way round. */
function withFacts(detail: StoryDetail): StoryDetail {
  const facts: readonly FactDetail[] = Object.values(detail.facts);
  for (const [name, list] of Object.entries(NAMED_AS)) {
    const things: Record<string, { facts: string[]; id?: string }> = detail[name as keyof typeof NAMED_AS];
    for (const thing of Object.values(things)) {
      delete thing.id;
      thing.facts = [];
    }
    for (const fact of facts) for (const id of new Set(fact[list])) things[id]?.facts.push(fact.id);
  }
  return detail;
}
