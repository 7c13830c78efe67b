/** Proves that mixing loses nothing, is always the same, and tells nothing. Does not prove that it looks mixed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Offer, Question } from '@/story/story';
import { inPlace, mix, moved } from './mix';

const questions = fc.record({
  id: fc.string({ minLength: 1 }),
  kind: fc.constantFrom<Question['kind']>('order', 'wider', 'thread', 'joined', 'says'),
  offers: fc
    .uniqueArray(fc.integer({ min: 1975, max: 2026 }), { minLength: 2, maxLength: 8 })
    .map((years) => years.map((year): Offer => ({ id: `e-${year}`, text: String(year) }))),
});
const sorted = (offers: readonly Offer[]) => offers.map(({ id }) => id).sort();

it('offers all there is, and the same way every time, in whatever language', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const mixed = mix(question);
      expect(sorted(mixed)).toEqual(sorted(question.offers));
      const translated = question.offers.map((offer) => ({ ...offer, what: 'autre' }));
      expect(mix({ ...question, offers: translated }).map(({ id }) => id)).toEqual(mixed.map(({ id }) => id));
    }),
  );
});

it('never shows an order that is asked, and shows years in theirs', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const mixed = mix(question);
      if (question.kind === 'order') expect(inPlace(mixed, question.offers)).toContain(false);
      const years = mixed.map(({ text }) => Number(text));
      if (question.kind === 'joined') expect(years).toEqual([...years].sort((a, b) => a - b));
    }),
  );
});

it('puts the right answer in every place, over many questions', () => {
  const offers = ['right', 'a', 'b', 'c'].map((id): Offer => ({ id, text: id }));
  const places = Array.from({ length: 400 }, (_, i) =>
    mix({ id: `q${i}`, kind: 'says', offers }).findIndex(({ id }) => id === 'right'),
  );
  for (const place of [0, 1, 2, 3]) expect(places.filter((at) => at === place).length).toBeGreaterThan(50);
});

it('moves one thing one place, and back', () => {
  const lists = fc.array(fc.integer(), { minLength: 1 });
  fc.assert(
    fc.property(lists, fc.nat(), (list, n) => {
      const from = n % list.length;
      const there = moved(list, from, 1);
      expect([...there].sort()).toEqual([...list].sort());
      if (from + 1 < list.length) expect(moved(there, from + 1, -1)).toEqual(list);
      else expect(there).toEqual(list);
    }),
  );
});
