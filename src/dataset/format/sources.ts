/** What the story rests on: facts and their sources, who said what, and what words mean. */
import * as v from 'valibot';
import { Citations, Id, Line, note, PartialDate, Text } from './shapes';

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
