/**
 * The one definition of the data format: from it come the types, the run-time check of shapes and
 * the published JSON Schema. What shapes cannot say (ids that resolve, time that runs forward) is in check.ts.
 * Every key and id here is public: it changes only with `version` and a way for older files.
 */
import * as v from 'valibot';
import { Chapter, Event, Summit, Thread } from './format/events';
import { Column, Link, Node } from './format/flow';
import { Id, note, Text } from './format/shapes';
import { Fact, Participant, Person, Source, Term } from './format/sources';
import { Question, Step } from './format/steps';

export const FORMAT_VERSION = 1;

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
