/** The parts of a handout that are words: which blocks, in how many columns, under which title. Pure. */
import type { ClassT } from '@/i18n/load-class-words';
import type { Question, Story, Thing } from '@/story/story';
import type { StoryDetail } from '@/story/story-detail';
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
import type { Note } from './notes';

export interface Group {
  id: string;
  part: PartId;
  title: string;
  note: string;
  query: string;
  columns: number;
  /**
   * Where its marked words are explained: at its foot; in the glossary, where an answer should not stand beside its
   * question; or they are not marked.
   */
  explains: 'here' | 'glossary' | 'nowhere';
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
  t: ClassT;
  /** Every term of the glossary, in its order. */
  notes: readonly Note[];
  parts: readonly PartId[];
}

/** px between columns. */
export const COLUMN_GAP = 8 * MM;

/** px of one of `columns` columns of an upright sheet. */
export const columnWidth = (paper: Paper, columns: number): number =>
  (roomOf(paper, false).width - (columns - 1) * COLUMN_GAP) / columns;

/** The groups of the chosen parts, in the order of the sheets; those without a block are left out. */
export function textGroups(options: GroupOptions): Group[] {
  const { story, detail, things, questions, chosen, notes, t, parts } = options;
  const usual = { note: '', query: '', columns: 2, top: [], explains: 'here' as const };
  const making: Record<Exclude<PartId, 'timeline' | 'flow'>, () => Group[]> = {
    chosen: () =>
      chosen
        ? [{ ...usual, id: 'chosen', part: 'chosen', ...chosenBlocks(chosen, things, story, detail) }]
        : [],
    steps: () => [
      {
        ...usual,
        id: 'steps',
        part: 'steps',
        title: t('print.steps-title'),
        blocks: stepBlocks(story, detail),
      },
    ],
    questions: () => [
      {
        ...{ ...usual, id: 'questions', part: 'questions', title: t('print.part-questions') },
        explains: 'glossary',
        note: t('print.pupil'),
        blocks: questionBlocks(questions),
      },
      {
        ...{ ...usual, id: 'asks', part: 'questions', title: t('print.asks-title'), columns: 1 },
        note: t('print.pupil'),
        blocks: askBlocks(story, detail, questions.length + 1),
      },
    ],
    glossary: () => [
      {
        ...{ ...usual, id: 'glossary', part: 'glossary', title: t('print.part-glossary') },
        explains: 'nowhere',
        blocks: termBlocks(notes),
      },
    ],
    key: () => [
      {
        ...{ ...usual, id: 'key', part: 'key', title: t('print.part-key') },
        explains: 'nowhere',
        note: t('print.key-note'),
        blocks: keyBlocks(questions, story, detail),
      },
    ],
  };
  return parts
    .flatMap((part) => (part === 'timeline' || part === 'flow' ? [] : making[part]()))
    .filter(({ blocks, top }) => blocks.length + top.length > 0);
}
