/** What all parts of the format are made of: ids, dates, texts, places in sources. */
import * as v from 'valibot';
import { parsePartialDate } from '@/time/partial-date';

/** A shape with words for the published schema. */
export const note = <T extends v.GenericSchema>(schema: T, text: string) =>
  v.pipe(schema, v.description(text));

export const Id = note(
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'use letters, digits, “-”, “_” and “.” only')),
  'A short name that stands in links and addresses; it never changes once published.',
);
const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/;
export const PartialDate = note(
  v.pipe(
    v.string(),
    v.regex(DATE, 'write 1975, 1975-11, 1975-11-15 or 1975-11-15T09:30'),
    v.check((text) => !DATE.test(text) || parsePartialDate(text) !== null, 'is no real date'),
  ),
  'A date at the precision the source gives: year, month, day or minute (UTC).',
);
export const Line = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'is empty'),
  v.maxLength(500, 'is longer than 500 characters'),
);
export const Text = note(
  v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'use a two-letter language code')), Line),
  'One text a language, keyed by its code: { "en": …, "fr": … }.',
);

/** What is said of every text in plain words. */
export const PLAIN =
  'The same for a reader of about twelve: short sentences, common words, nothing that the full text and its facts do not say.';

const Citation = v.strictObject({
  source: Id,
  at: note(v.optional(Text), 'The place in the source, as “paragraph 2, sentence 1”.'),
});
export const Citations = v.array(Citation);

export type Text = v.InferOutput<typeof Text>;
export type Citation = v.InferOutput<typeof Citation>;
