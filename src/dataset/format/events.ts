/** What stands above the axis, and what it is laid out by. */
import * as v from 'valibot';
import { Citations, Id, note, PartialDate, PLAIN, Text } from './shapes';

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
export type EventKind = (typeof EVENT_KINDS)[number];

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
