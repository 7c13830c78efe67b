/** What stands below the axis: what led to what. */
import * as v from 'valibot';
import { Citations, Id, note, PartialDate, Text } from './shapes';

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
