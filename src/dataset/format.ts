/**
 * The one definition of the data format: from it come the types, the run-time check of shapes and
 * the published JSON Schema. What shapes cannot say (ids that resolve, time that runs forward) is in check.ts.
 * Every key and id here is public: it changes only with `version` and a way for older files.
 */
import * as v from 'valibot';
import { parsePartialDate } from '@/time/partial-date';

export const FORMAT_VERSION = 1;

const note = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text));

const Id = note(
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'use letters, digits, “-”, “_” and “.” only')),
  'A short name that stands in links and addresses; it never changes once published.',
);
const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/;
const PartialDate = note(
  v.pipe(
    v.string(),
    v.regex(DATE, 'write 1975, 1975-11, 1975-11-15 or 1975-11-15T09:30'),
    v.check((text) => !DATE.test(text) || parsePartialDate(text) !== null, 'is no real date'),
  ),
  'A date at the precision the source gives: year, month, day or minute (UTC).',
);
const Line = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'is empty'),
  v.maxLength(500, 'is longer than 500 characters'),
);
const Text = note(
  v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'use a two-letter language code')), Line),
  'One text a language, keyed by its code: { "en": …, "fr": … }.',
);

const PLAIN =
  'The same for a reader of about twelve: short sentences, common words, nothing that the full text and its facts do not say.';

const Citation = v.strictObject({
  source: Id,
  at: note(v.optional(Text), 'The place in the source, as “paragraph 2, sentence 1”.'),
});
const Citations = v.array(Citation);

export const Chapter = v.strictObject({
  id: Id,
  label: Text,
  from: PartialDate,
  to: note(PartialDate, 'The chapter ends where this date begins.'),
  share: note(
    v.pipe(v.number(), v.gtValue(0), v.maxValue(1000)),
    'Its share of the width on the story scale, relative to the others.',
  ),
});

export const Thread = v.strictObject({
  id: Id,
  label: Text,
  about: note(Text, 'One sentence that says what the thread is about.'),
});

export const EVENT_KINDS = ['milestone', 'membership', 'meeting', 'statement', 'voice'] as const;

export const Event = v.strictObject({
  id: Id,
  kind: v.picklist(EVENT_KINDS),
  date: PartialDate,
  end: v.optional(note(PartialDate, 'The last day (month, year) that belongs to it.')),
  orderInDay: v.optional(v.pipe(v.number(), v.integer())),
  label: note(Text, 'A headline of at most about 36 characters for the stage.'),
  title: Text,
  summary: Text,
  plain: note(v.optional(Text), PLAIN),
  threads: note(v.array(Id), 'Threads it belongs to; none for the life of the group itself.'),
  importance: note(
    v.picklist([1, 2, 3, 4]),
    '1 = tells the story, 4 = detail. Decides what is shown when there is little room.',
  ),
  nodes: note(v.optional(v.array(Id)), 'Nodes of the flow that tell the same thing.'),
  sources: Citations,
  confidence: v.picklist(['verified', 'knowledge']),
  note: v.optional(Text),
  next: note(v.optional(v.literal(true)), 'Came after the story’s end: “what came next”.'),
});

export const Summit = v.strictObject({
  id: Id,
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: PartialDate,
  end: PartialDate,
  place: Text,
  venue: v.optional(Text),
  country: v.pipe(v.string(), v.length(2)),
  lat: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
  lon: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
  host: Text,
  format: v.picklist(['G6', 'G7', 'G8']),
  held: note(v.boolean(), 'False for a summit that has a number but never took place.'),
  summary: v.optional(Text),
  note: v.optional(Text),
  otherDates: v.optional(v.array(v.strictObject({ from: PartialDate, to: PartialDate, source: Id }))),
  nodes: v.optional(v.array(Id)),
  sources: Citations,
  confidence: v.picklist(['verified', 'knowledge']),
});

export const Column = v.strictObject({
  id: Id,
  label: Text,
  date: note(PartialDate, 'Where the column stands on the axis.'),
  strong: note(
    v.optional(v.literal(true)),
    'It carries the story: the names of its nodes are set a little heavier.',
  ),
  undated: note(
    v.optional(v.literal(true)),
    'It has no date of its own; the place on the axis is chosen for legibility.',
  ),
});

export const Node = v.strictObject({
  id: Id,
  column: Id,
  date: v.optional(PartialDate),
  end: v.optional(PartialDate),
  label: Text,
  official: v.optional(Text),
  summary: Text,
  threads: v.array(Id),
  offstage: note(v.optional(v.literal(true)), 'Belongs to other meetings; shown on demand.'),
  caution: v.optional(Text),
  sources: Citations,
});

export const Link = v.strictObject({
  id: Id,
  source: Id,
  target: Id,
  threads: note(v.array(Id), 'Threads it carries; the first gives the colour.'),
  why: note(Text, 'What ties the two ends.'),
  inferred: note(
    v.optional(v.literal(true)),
    'No passage ties the ends: drawn as a dashed hairline, weight 0.',
  ),
  confidence: v.optional(v.picklist(['high', 'medium', 'low'])),
  sources: Citations,
});

export const Fact = v.strictObject({
  id: Id,
  text: Text,
  links: note(v.array(Id), 'Links it widens: a link’s weight is the number of its facts.'),
  nodes: v.array(Id),
  events: note(v.array(Id), 'Events and summits it stands behind.'),
  places: note(
    v.pipe(
      v.array(v.strictObject({ source: Id, at: Text, says: v.optional(Text), who: v.optional(Text) })),
      v.minLength(1, 'a fact needs at least one place in a source'),
    ),
    'Where the sources say it; `says` where one puts it differently, `who` whose words they are.',
  ),
});

export const Source = v.strictObject({
  id: note(Id, 'Publisher and date, as cnw-fr-20251123.'),
  title: Line,
  publisher: Line,
  date: v.optional(PartialDate),
  dateNote: v.optional(Text),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//, 'must begin with http:// or https://'))),
  linkable: note(v.boolean(), 'False: cite it, but do not link to it.'),
  titleRebuilt: note(v.optional(v.literal(true)), 'The title was rebuilt from the address.'),
  kind: v.optional(v.picklist(['official', 'news', 'analysis', 'secondary'])),
  read: v.optional(note(Text, 'How much of it was read.')),
  note: v.optional(Text),
});

export const Person = v.strictObject({
  id: Id,
  name: Line,
  role: Text,
  member: Line,
  said: v.array(
    v.strictObject({
      date: PartialDate,
      text: Text,
      quote: note(
        v.optional(Text),
        'A few words as they were said: the one text that may stand in a single language.',
      ),
      note: v.optional(Text),
      sources: Citations,
    }),
  ),
  note: v.optional(Text),
  sources: v.optional(Citations),
});

export const Participant = v.strictObject({
  id: Id,
  name: Text,
  person: v.optional(Id),
  status: v.picklist(['confirmed', 'reported', 'unknown']),
  capacity: v.optional(Text),
  sources: Citations,
});

export const Term = v.strictObject({
  id: Id,
  term: Text,
  meaning: Text,
  variants: v.optional(Text),
  caution: v.optional(Text),
  note: v.optional(Text),
  contrast: v.optional(Id),
  source: v.optional(Id),
});

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

export const Dataset = v.strictObject({
  $schema: v.optional(v.string()),
  version: v.literal(FORMAT_VERSION),
  id: Id,
  languages: v.pipe(v.array(v.string()), v.minLength(1, 'name at least one language')),
  title: Text,
  subtitle: Text,
  credit: Text,
  licence: Text,
  group: note(v.optional(Text), 'What the lane of events without a thread is called.'),
  widths: note(v.optional(Text), 'What the width of a ribbon means, in plain words.'),
  caveats: v.optional(v.array(Text)),
  chapters: v.array(Chapter),
  threads: v.array(Thread),
  events: v.array(Event),
  summits: v.array(Summit),
  columns: v.array(Column),
  nodes: v.array(Node),
  links: v.array(Link),
  facts: v.array(Fact),
  sources: v.array(Source),
  people: v.array(Person),
  participants: v.array(Participant),
  glossary: v.array(Term),
  steps: note(v.optional(v.array(Step)), 'The story told in steps, in their order.'),
  questions: note(v.optional(v.array(Question)), 'Checks for understanding, in their order.'),
});

export type Dataset = v.InferOutput<typeof Dataset>;
export type Text = v.InferOutput<typeof Text>;
export type Citation = v.InferOutput<typeof Citation>;
export type Question = v.InferOutput<typeof Question>;
export type QuestionKind = Question['kind'];
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something wrong with a dataset: where it is and what to do about it, for a reader who is no programmer. */
export interface Problem {
  /** As `events[3].end` (`` for the file as a whole). */
  path: string;
  /** One sentence in English; `code` lets an interface say it in its own language. */
  sentence: string;
  /** Names the kind of problem; with `params` it makes the sentence in any language. */
  code: string;
  params: Record<string, string | number>;
}
