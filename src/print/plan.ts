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
    | { kind: 'text'; top: readonly Block[]; columns: readonly (readonly Block[])[]; count: number }
  );

export interface PlanOptions {
  story: Story;
  words: Words;
  t: ClassT;
  parts: readonly PartId[];
  groups: readonly Group[];
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

function textSheets(group: Group, { paper, heightOf }: PlanOptions): SheetPlan[] {
  const { id, part, title, note, query, top, columns } = group;
  const room = roomOf(paper, false).height - SHEET_HEAD;
  const above = top.reduce((sum, block) => sum + heightOf(`${id} top`, block.id), 0);
  const blocks = group.blocks.map((block) => ({ block, height: heightOf(id, block.id) }));
  const filled = fillSheets(blocks, room, columns, room - above);
  return (filled.length > 0 ? filled : [[]]).map((sheet, i) => ({
    ...{ kind: 'text', part, title, note, query, turned: false, count: columns },
    top: i === 0 ? top : [],
    columns: sheet.map((column) => column.map(({ block }) => block)),
  }));
}

const isoDay = (t: number): string => new Date(t).toISOString().slice(0, 10);
