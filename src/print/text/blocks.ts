/** What stands on the sheets of words: one block for each thing that is not torn apart. Pure. */
import { plainProse, readProse } from '@/dataset/prose';
import type { Question, Story, StoryStep, Thing } from '@/story/story';
import type { Citation, StoryDetail } from '@/story/story-detail';
import type { Note } from './notes';

export type Block = { id: string } & (
  | { kind: 'note'; text: string }
  | { kind: 'step'; step: StoryStep; n: number; text: string }
  | { kind: 'picture'; step: StoryStep | null; thread: string | null }
  | { kind: 'thing'; thing: Thing; summary: string; sources: readonly Citation[]; whole: boolean }
  | { kind: 'term'; note: Note }
  | { kind: 'question'; question: Question; n: number }
  | { kind: 'ask'; step: StoryStep; n: number; text: string }
  | { kind: 'answer'; question: Question; n: number }
  | { kind: 'told'; step: StoryStep; n: number; text: string }
);

/** What the handout tells of by itself: a step, else a thread, else another thing. */
export type Chosen = { step: StoryStep } | { thing: Thing };

export function chosenBlocks(
  chosen: Chosen,
  things: ReadonlyMap<string, Thing>,
  story: Story,
  detail: StoryDetail,
): { title: string; query: string; top: Block[]; blocks: Block[] } {
  const blocksOf = (ids: readonly string[], whole: boolean): Block[] =>
    [...new Set(ids)].flatMap((id): Block[] => {
      const thing = things.get(id);
      return thing && thing.kind !== 'thread' ? [thingBlock(thing, detail, whole)] : [];
    });
  if ('step' in chosen) {
    const { step } = chosen;
    const text = detail.steps[step.id]?.text ?? '';
    const named = readProse(text).flatMap((part) => (typeof part === 'string' ? [] : [part.id]));
    return {
      title: step.title,
      query: `?step=${step.id}`,
      top: [
        { kind: 'note', id: `text ${step.id}`, text: plainProse(readProse(text)) },
        { kind: 'picture', id: `picture ${step.id}`, step, thread: step.thread },
      ],
      blocks: blocksOf(named, true),
    };
  }
  const { thing } = chosen;
  if (thing.kind !== 'thread')
    return {
      title: '',
      query: `?select=${thing.id}`,
      top: [],
      blocks: [thingBlock(thing, detail, true)],
    };
  const events = story.events.filter(({ threads }) => threads.includes(thing.id)).map(({ id }) => id);
  return {
    title: thing.thread.label,
    query: `?thread=${thing.id}`,
    top: [
      { kind: 'note', id: `about ${thing.id}`, text: thing.thread.about },
      { kind: 'picture', id: `picture ${thing.id}`, step: null, thread: thing.id },
    ],
    blocks: blocksOf(events, false),
  };
}

function thingBlock(thing: Thing, detail: StoryDetail, whole: boolean): Block {
  const { id } = thing;
  const told = detail.events[id] ?? detail.summits[id] ?? detail.nodes[id];
  const link = detail.links[id];
  const sources = told?.sources ?? link?.sources ?? [];
  return { kind: 'thing', id, thing, summary: told?.summary ?? link?.why ?? '', sources, whole };
}

export const stepBlocks = ({ steps }: Story, detail: StoryDetail): Block[] =>
  steps.map((step, i) => ({
    ...{ kind: 'step', id: step.id, step, n: i + 1 },
    text: plainProse(readProse(detail.steps[step.id]?.text ?? '')),
  }));

export const termBlocks = (notes: readonly Note[]): Block[] =>
  notes.map((note): Block => ({ kind: 'term', id: note.term.id, note }));

export const questionBlocks = (questions: readonly Question[]): Block[] =>
  questions.map((question, i) => ({ kind: 'question', id: question.id, question, n: i + 1 }));

/** What a class is asked before a step: to be answered in writing. `from`: the number of the first. */
export const askBlocks = ({ steps }: Story, detail: StoryDetail, from: number): Block[] =>
  asked(steps, detail).map((step, i) => ({
    ...{ kind: 'ask', id: `ask ${step.id}`, step, n: from + i },
    text: detail.steps[step.id]?.ask ?? '',
  }));

/** The answers to both, under the numbers of their questions. */
export const keyBlocks = (questions: readonly Question[], { steps }: Story, detail: StoryDetail): Block[] => [
  ...questions.map((question, i): Block => ({
    kind: 'answer',
    id: `answer ${question.id}`,
    question,
    n: i + 1,
  })),
  ...asked(steps, detail).map((step, i): Block => ({
    ...{ kind: 'told', id: `told ${step.id}`, step, n: questions.length + 1 + i },
    text: plainProse(readProse(detail.steps[step.id]?.text ?? '')),
  })),
];

const asked = (steps: readonly StoryStep[], detail: StoryDetail) =>
  steps.filter(({ id }) => detail.steps[id]?.ask);
