/**
 * The long texts as they are written to a file: a column a field, sources by their number, days instead of
 * milliseconds, and nothing that can be told from the rest, nor from the story. Facts and sources are numbered: nobody
 * else knows their ids. A third smaller on the wire than the plain values.
 */
import { toColumns, toRows, type Columns, type Row } from './columns.ts';
import type { Story } from './story';
import type { FactDetail, StoryDetail } from './story-detail';

const DAY = 86_400_000;
/** Lists in a row of a table, each of their rows a short array of these fields. */
const ROWS: Record<string, readonly string[]> = {
  sources: ['source', 'at'],
  places: ['source', 'at', 'says', 'who'],
  otherDates: ['dates', 'source'],
  said: ['date', 'text', 'quote', 'note', 'sources'],
};
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
/** Tables of things stand in the order of the story, which has their ids; these have numbers for ids. */
const THINGS = ['events', 'summits', 'nodes', 'links'] as const;
const NUMBERED = { facts: 'fact', sources: 'source' } as const;
const LISTED = ['people', 'participants', 'glossary'] as const;
/** In a fact: which things stand behind these lists. */
const NAMED = { events: ['events', 'summits'], nodes: ['nodes'], links: ['links'] } as const;
/** Prose stands first, and together: what says the same is then said once. */
const PROSE = ['summary', 'plain', 'why', 'text', 'official', 'title', 'publisher', 'note', 'url'];

type Numbered = keyof typeof NUMBERED;
type Named = keyof typeof NAMED;

/** What a file holds: plain JSON. Columns are called “table.field”. */
export interface PackedDetail {
  locale: string;
  caveats: string[];
  columns: Columns;
}

const isBlank = (value: unknown) =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);
const isNamed = (field: string): field is Named => field in NAMED;

/** The ids that a list of a fact may name, in the order of the story. */
const idsOf = (story: Story, list: Named): string[] =>
  NAMED[list].flatMap((name) => story[name].map(({ id }) => id));

/** Packs the long texts of a story, which must be of the same language. */
export function packDetail(detail: StoryDetail, story: Story): PackedDetail {
  const numbered = (ids: readonly string[]) => new Map(ids.map((id, i) => [id, i + 1]));
  const sources = numbered(Object.keys(detail.sources));
  const things = {
    events: numbered(idsOf(story, 'events')),
    nodes: numbered(idsOf(story, 'nodes')),
    links: numbered(idsOf(story, 'links')),
  };
  const pack = (field: string, value: unknown): unknown => {
    if (isBlank(value)) return 0;
    if (value === true) return 1;
    const fields = ROWS[field];
    if (fields) return (value as Row[]).map((row) => trimmed(fields.map((name) => pack(name, row[name]))));
    if (isNamed(field)) return (value as string[]).map((id) => things[field].get(id) ?? 0);
    if (field === 'source') return sources.get(value as string) ?? 0;
    if (field === 'date' || field === 'dates') {
      const { t0, t1, precision } = value as { t0: number; t1: number; precision: string };
      return [t0 / DAY, (t1 - t0) / DAY, precision];
    }
    return value;
  };
  const without = ({ id: _, facts: __, ...row }: Row): Row => row;
  const tables: [string, Row[]][] = [
    ...THINGS.map((name): [string, Row[]] => [
      name,
      story[name].map(({ id }) => without({ ...detail[name][id] })),
    ]),
    ...(Object.keys(NUMBERED) as Numbered[]).map((name): [string, Row[]] => [
      name,
      Object.values(detail[name]).map((row) => without({ ...row })),
    ]),
    ...LISTED.map((name): [string, Row[]] => [name, detail[name].map((row) => ({ ...row }))]),
    ['steps', story.steps.map(({ id }): Row => ({ ...detail.steps[id] }))],
  ];
  const columns = tables.flatMap(([name, rows]) =>
    Object.entries(toColumns(rows, pack)).map(([field, column]) => ({ name, field, column })),
  );
  const rank = (field: string) => (PROSE.indexOf(field) + PROSE.length + 1) % (PROSE.length + 1);
  columns.sort((a, b) => rank(a.field) - rank(b.field));
  return {
    locale: detail.locale,
    caveats: detail.caveats,
    columns: Object.fromEntries(columns.map(({ name, field, column }) => [`${name}.${field}`, column])),
  };
}

function trimmed(row: unknown[]): unknown[] {
  while (row.length > 0 && row.at(-1) === 0) row.pop();
  return row;
}

/** The long texts again, value for value, but for the ids of facts and sources. */
export function unpackDetail({ locale, caveats, columns }: PackedDetail, story: Story): StoryDetail {
  const things = {
    events: idsOf(story, 'events'),
    nodes: idsOf(story, 'nodes'),
    links: idsOf(story, 'links'),
  };
  const unpack = (field: string, value: unknown): unknown => {
    if (!value) return field in BLANKS ? BLANKS[field] : LISTS.has(field) ? [] : '';
    const fields = ROWS[field];
    if (fields)
      return (value as unknown[][]).map((row) =>
        Object.fromEntries(fields.map((name, i) => [name, unpack(name, row[i])])),
      );
    if (BLANKS[field] === false) return true;
    if (isNamed(field)) return (value as number[]).map((number) => things[field][number - 1]);
    if (field === 'source') return `source-${value as number}`;
    if (field === 'date' || field === 'dates') {
      const [day, days, precision] = value as [number, number, string];
      return { t0: day * DAY, t1: (day + days) * DAY, precision };
    }
    return value;
  };
  const rowsOf = (table: string): Row[] => {
    const own = Object.entries(columns).filter(([name]) => name.startsWith(`${table}.`));
    return toRows(
      Object.fromEntries(own.map(([name, column]) => [name.slice(table.length + 1), column])),
      unpack,
    );
  };
  const detail: Row = { locale, caveats };
  for (const name of LISTED) detail[name] = rowsOf(name);
  for (const [name, one] of Object.entries(NUMBERED))
    detail[name] = Object.fromEntries(
      rowsOf(name).map((row, i) => [`${one}-${i + 1}`, { id: `${one}-${i + 1}`, ...row }]),
    );
  detail.steps = Object.fromEntries(rowsOf('steps').map((row, i) => [story.steps[i]?.id, row]));
  for (const name of THINGS)
    detail[name] = Object.fromEntries(
      rowsOf(name).map((row, i) => [story[name][i]?.id, { ...row, facts: [] }]),
    );
  return withFacts(detail as unknown as StoryDetail);
}

/** Things name the facts behind them, in the order of the facts; the file says only the other way round. */
function withFacts(detail: StoryDetail): StoryDetail {
  const facts: readonly FactDetail[] = Object.values(detail.facts);
  for (const list of Object.keys(NAMED) as Named[])
    for (const name of NAMED[list]) {
      const things: Record<string, { facts: string[] }> = detail[name];
      for (const fact of facts) for (const id of new Set(fact[list])) things[id]?.facts.push(fact.id);
    }
  return detail;
}
