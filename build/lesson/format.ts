/**
 * The one definition of data/lesson.json: the lesson as teachers get it, in every language, with links that set the
 * picture. What shapes cannot say (ids that exist, minutes that add up) is in check.ts.
 */
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/));
const Line = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(1200));
/** A text in each language. “[words](id)” in it shows the thing, the thread or the step of that id. */
const Text = v.strictObject({ en: Line, fr: Line });
const Texts = v.pipe(v.array(Text), v.minLength(1));
const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90));

/** What an address asks for: its keys are those of src/url/codec.ts. Nothing at all is the whole picture. */
const Open = v.strictObject({
  mode: v.optional(v.picklist(['present', 'print'])),
  step: v.optional(Id),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  thread: v.optional(Id),
  select: v.optional(Id),
  view: v.optional(v.picklist(['stage', 'threads', 'flow', 'table'])),
  scale: v.optional(v.literal('even')),
  check: v.optional(Id),
  pace: v.optional(v.literal('class')),
});

/** A link that sets the picture, and its words; without them it is called as the step that it opens. */
const Picture = v.strictObject({ words: v.optional(Text), open: Open });

const Phase = v.strictObject({
  minutes: Minutes,
  title: Text,
  teacher: Text,
  pupils: Text,
  /** What there is to find, or to mind. */
  note: v.optional(Text),
  pictures: v.array(Picture),
});

const Activity = v.strictObject({
  id: Id,
  title: Text,
  minutes: Minutes,
  about: Text,
  grouping: Text,
  level: Text,
  preparation: Text,
  phases: v.pipe(v.array(Phase), v.minLength(2)),
  /** What pupils do by themselves; the first is where they begin. */
  pupils: v.pipe(v.array(Picture), v.minLength(1)),
});

export const Lesson = v.strictObject({
  version: v.literal(1),
  title: Text,
  /** For search pages and cards. */
  description: Text,
  /** Under the title: for whom it is. */
  audience: Text,
  overview: Text,
  question: Text,
  guiding: Texts,
  objectives: Texts,
  materials: Texts,
  /** What is handed out on paper. */
  handout: Picture,
  preparation: Texts,
  activities: v.pipe(v.array(Activity), v.minLength(1)),
  extensions: Texts,
  differentiation: Texts,
  /** Terms of the story’s glossary. */
  terms: v.array(Id),
  /** How to weigh what the sources say. */
  weighing: Texts,
  /** Sources of the story worth opening, and what each is good for. */
  sources: v.array(v.strictObject({ source: Id, why: Text })),
  assigning: Texts,
  offline: Texts,
  privacy: Text,
  licence: Text,
});
export type Lesson = v.InferOutput<typeof Lesson>;
export type Text = v.InferOutput<typeof Text>;
export type Open = v.InferOutput<typeof Open>;
export type Picture = v.InferOutput<typeof Picture>;
export type Activity = Lesson['activities'][number];
export type Phase = Activity['phases'][number];

/** The query string of what a link opens: “?step=founding”, or nothing for the whole picture. */
export function queryOf(open: Open): string {
  const query = String(new URLSearchParams(open as Record<string, string>));
  return query && `?${query}`;
}
