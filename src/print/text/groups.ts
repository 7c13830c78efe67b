/** The parts of a handout that are words: which blocks, in how many columns, under which title. Pure. */
import type { ClassT } from '@/i18n/load-class-words';
import type { Words } from '@/i18n/words';
import type { Question, Story, StoryDetail, Thing } from '@/story/story';
import type { PartId } from '@/print/choices';
import { MM, roomOf } from '@/print/paper';
import type { Paper } from '@/state/handout.svelte';
import {
  askBlocks,
  chosenBlocks,
  keyBlocks,
  questionBlocks,
  stepBlocks,
  termBlocks,
  type Block,
  type Chosen,
} from './blocks';

export interface Group {
  id: string;
  part: PartId;
  title: string;
  note: string;
  query: string;
  columns: number;
  /** What stands above the columns of its first sheet, as wide as the sheet. */
  top: readonly Block[];
  blocks: readonly Block[];
}

export interface GroupOptions {
  story: Story;
  detail: StoryDetail;
  things: ReadonlyMap<string, Thing>;
  questions: readonly Question[];
  chosen: Chosen | null;
  words: Words;
  t: ClassT;
  parts: readonly PartId[];
}

/** px between columns. */
export const COLUMN_GAP = 8 * MM;

/** px of one of `columns` columns of an upright sheet. */
export const columnWidth = (paper: Paper, columns: number): number =>
  (roomOf(paper, false).width - (columns - 1) * COLUMN_GAP) / columns;

/** The groups of the chosen parts, in the order of the sheets; those without a block are left out. */
export function textGroups(options: GroupOptions): Group[] {
  const { story, detail, things, questions, chosen, words, t, parts } = options;
  const plain = { note: '', query: '', columns: 2, top: [] };
  const making: Record<Exclude<PartId, 'timeline' | 'flow'>, () => Group[]> = {
    chosen: () =>
      chosen
        ? [{ ...plain, id: 'chosen', part: 'chosen', ...chosenBlocks(chosen, things, story, detail) }]
        : [],
    steps: () => [
      {
        ...plain,
        id: 'steps',
        part: 'steps',
        title: t('print.steps-title'),
        blocks: stepBlocks(story, detail),
      },
    ],
    questions: () => [
      {
        ...{ ...plain, id: 'questions', part: 'questions', title: t('print.part-questions') },
        note: t('print.pupil'),
        blocks: questionBlocks(questions),
      },
      {
        ...{ ...plain, id: 'asks', part: 'questions', title: t('print.asks-title'), columns: 1 },
        note: t('print.pupil'),
        blocks: askBlocks(story, detail, questions.length + 1),
      },
    ],
    glossary: () => [
      {
        ...{ ...plain, id: 'glossary', part: 'glossary', title: t('print.part-glossary') },
        blocks: termBlocks(detail, words.compare),
      },
    ],
    key: () => [
      {
        ...{ ...plain, id: 'key', part: 'key', title: t('print.part-key') },
        note: t('print.key-note'),
        blocks: keyBlocks(questions, story, detail),
      },
    ],
  };
  return parts
    .flatMap((part) => (part === 'timeline' || part === 'flow' ? [] : making[part]()))
    .filter(({ blocks, top }) => blocks.length + top.length > 0);
}
