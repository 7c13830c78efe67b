/** How the story is told, and what is asked of those who heard it. */
import * as v from 'valibot';
import { Id, note, PartialDate, PLAIN, Text } from './shapes';

/** Which half of the picture tells a step: where a page has room for one only, that one is shown. */
export const PARTS = ['events', 'flow'] as const;

/** What is shown of the story while something is told, or once something that was asked is answered. */
const PICTURE = {
  part: note(v.picklist(PARTS), 'Where there is room for one half only, the one to show.'),
  from: note(v.optional(PartialDate), 'The period it shows begins here; without, it shows the whole story.'),
  to: note(v.optional(PartialDate), 'The last day (month, year) of that period.'),
  thread: note(v.optional(Id), 'The thread it follows.'),
  select: note(v.optional(Id), 'The event, summit, node or link it points at.'),
};

export const Step = v.strictObject({
  id: Id,
  title: Text,
  text: note(
    Text,
    'Two or three plain sentences, and why it matters. “[words](id)” makes words that show an event, a summit, a node, a link or a thread.',
  ),
  plain: note(v.optional(Text), `${PLAIN} It may have marked words too.`),
  notes: note(v.optional(Text), 'For whoever tells it to a class: what to ask, what to mind.'),
  ask: note(
    v.optional(Text),
    'A question that a class answers before the step is shown: until then its picture and its text are held back.',
  ),
  ...PICTURE,
});

/** What every question has. Its right answer is nowhere written down: the rest of the file gives it. */
const ASKED = {
  id: Id,
  ask: note(Text, 'What is asked. Nothing in it may give the answer away.'),
  why: note(Text, 'What is said once it is answered, rightly or not: why it is so, and why it matters.'),
  step: note(v.optional(Id), 'The step of the story at which a class is asked it.'),
  ...PICTURE,
};

export const Question = v.variant('kind', [
  v.strictObject({
    kind: v.literal('order'),
    ...ASKED,
    events: note(
      v.pipe(v.array(Id), v.minLength(3, 'needs three at least')),
      'Events or summits to put in order, first the earliest: their dates say how.',
    ),
  }),
  v.strictObject({
    kind: v.literal('wider'),
    ...ASKED,
    links: note(
      v.pipe(v.array(Id), v.minLength(2, 'needs two'), v.maxLength(2, 'needs two')),
      'Two links: the one with more facts is wider.',
    ),
  }),
  v.strictObject({
    kind: v.literal('thread'),
    ...ASKED,
    thing: note(Id, 'The event, node or link of which the thread is asked.'),
    among: note(
      v.pipe(v.array(Id), v.minLength(2, 'needs two at least')),
      'The threads to choose from: exactly one is a thread of the thing.',
    ),
  }),
  v.strictObject({
    kind: v.literal('joined'),
    ...ASKED,
    event: note(Id, 'The event of membership of which the year is asked.'),
    among: note(
      v.pipe(v.array(Id), v.minLength(2, 'needs two at least')),
      'Other events of membership: their years are offered as well.',
    ),
  }),
  v.strictObject({
    kind: v.literal('says'),
    ...ASKED,
    fact: note(Id, 'The fact that is the right answer, in its own words.'),
    wrong: note(
      v.pipe(v.array(Text), v.minLength(2, 'needs two at least')),
      'What the source does not say, in words like those of the fact.',
    ),
  }),
]);

export type Question = v.InferOutput<typeof Question>;
export type QuestionKind = Question['kind'];
