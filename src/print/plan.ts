/** Which sheets a handout has, in their order, and what stands on each. Pure. */
import type { ClassT } from '@/i18n/load-class-words';
import type { Words } from '@/i18n/words';
import type { Paper } from '@/state/handout.svelte';
import type { Story } from '@/story/story';
import { PART_IDS, type PartId } from './choices';
import { roomOf, SHEET_HEAD } from './paper';
import type { Block } from './text/blocks';
import { fillSheets } from './text/fill';
import type { Group } from './text/groups';
import { footHeight, noteSheet, type Note, type NotedSheet } from './text/notes';
import { NAMES } from './timeline/columns';
import { timelinePages, type TimelinePage } from './timeline/pages';

interface Common {
  part: PartId;
  title: string;
  /** What stands beside the title. */
  note: string;
  turned: boolean;
  /** The query string of what it shows, in colour and in motion. */
  query: string;
}
export type SheetPlan = Common &
  (
    | { kind: 'timeline'; page: TimelinePage; before: string; after: string }
    | { kind: 'flow' }
    | ({
        kind: 'text';
        top: readonly Block[];
        columns: readonly (readonly Block[])[];
        /** How many columns the sheet has, also where some are empty. */
        count: number;
      } & NotedSheet)
  );

export interface PlanOptions {
  story: Story;
  words: Words;
  t: ClassT;
  parts: readonly PartId[];
  groups: readonly Group[];
  /** The terms of the glossary by their ids, and those that stand in a block. */
  notes: ReadonlyMap<string, Note>;
  termsIn: (block: Block) => readonly string[];
  paper: Paper;
  /** px of a measured block of words, by its group and its id. */
  heightOf: (group: string, id: string) => number;
}

export function planSheets(options: PlanOptions): SheetPlan[] {
  return PART_IDS.filter((part) => options.parts.includes(part)).flatMap((part) => {
    if (part === 'timeline') return timelineSheets(options);
    if (part === 'flow') return flowSheets(options);
    return options.groups
      .filter((group) => group.part === part)
      .flatMap((group) => textSheets(group, options));
  });
}

function timelineSheets({ story, words, t, paper, heightOf }: PlanOptions): SheetPlan[] {
  const height = roomOf(paper, false).height - SHEET_HEAD - NAMES(story.threads.length + 1);
  const rows = story.events.map(({ id, t }) => ({ id, t, height: heightOf('timeline', id) }));
  const pages = timelinePages(story.chapters, rows, height);
  const period = ({ t0, t1 }: TimelinePage) => words.period(t0, t1);
  return pages.map((page, i) => {
    const [before, after] = [pages[i - 1], pages[i + 1]];
    return {
      kind: 'timeline',
      part: 'timeline',
      page,
      before: before ? t('print.from-before', { period: period(before) }) : '',
      after: after ? t('print.goes-on', { period: period(after) }) : '',
      title: period(page),
      note: t('print.sheet-of', { n: i + 1, count: pages.length }),
      turned: false,
      query: `?from=${isoDay(page.t0)}&to=${isoDay(page.t1 - 1)}`,
    };
  });
}

function flowSheets({ story, t }: PlanOptions): SheetPlan[] {
  if (story.links.length === 0) return [];
  const title = t('print.flow-title');
  return [{ kind: 'flow', part: 'flow', title, note: '', turned: true, query: '?view=flow' }];
}

/** How much of a sheet its notes may take at most. */
const MOST_NOTES = 0.5;

function textSheets(group: Group, { paper, heightOf, ...rest }: PlanOptions): SheetPlan[] {
  const { id, part, title, note, query, top, columns, explains } = group;
  const room = roomOf(paper, false).height - SHEET_HEAD;
  const above = top.reduce((sum, block) => sum + heightOf(`${id} top`, block.id), 0);
  const blocks = group.blocks.map((block) => ({ block, height: heightOf(id, block.id) }));
  const noteHeight = ({ term }: Note) => heightOf(NOTES, term.id);
  const noted = (own: readonly Block[], sheet: number): NotedSheet =>
    noteSheet(sheet === 0 ? [...top, ...own] : own, {
      ...{ notes: rest.notes, heightOf: noteHeight },
      termsIn: explains === 'nowhere' ? () => [] : rest.termsIn,
      most: explains === 'here' ? room * MOST_NOTES : 0,
      glossary: rest.parts.includes('glossary'),
    });
  const known = new Map<string, number>();
  /** Asked for the same blocks again and again, while columns are tried higher. */
  const foot = (own: readonly { block: Block }[], sheet: number): number => {
    const key = `${own[0]?.block.id} ${own.length} ${sheet === 0}`;
    let px = known.get(key);
    if (px === undefined) {
      const shown = own.map(({ block }) => block);
      px = footHeight(noted(shown, sheet), noteHeight);
      known.set(key, px);
    }
    return px;
  };
  const filled = fillSheets(blocks, { ...{ room, first: room - above, columns }, foot });
  return (filled.length > 0 ? filled : [[]]).map((sheet, i) => {
    const shown = sheet.map((column) => column.map(({ block }) => block));
    return {
      ...{ kind: 'text', part, title, note, query, turned: false, count: columns },
      ...noted(shown.flat(), i),
      top: i === 0 ? top : [],
      columns: shown,
    };
  });
}

/** The group of measured words that are the notes. */
export const NOTES = 'notes';

const isoDay = (t: number): string => new Date(t).toISOString().slice(0, 10);
