/**
 * Proves that the answers come from the data and go with them: what changes a date, a width, a thread or a fact
 * changes the answer, or there is none and the check says why. Does not prove that a question is worth asking.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDataset } from '@/dataset/check';
import type { Dataset } from '@/dataset/format';
import type { Question } from '@/dataset/format/steps';
import { answering } from './answers';
import { buildQuestions } from './build-questions';

const text = readFileSync(new URL('../../data/g7.json', import.meta.url), 'utf8');
const fresh = () => JSON.parse(text) as Dataset & { questions: Question[] };
const data = fresh();
type Kind = Question['kind'];
/** The codes of all problems once the data, or one question, have been changed. */
const problems = (change: (changed: typeof data) => void) => {
  const changed = fresh();
  change(changed);
  return checkDataset(changed).problems.map(({ code }) => code);
};
const first = <K extends Kind>(changed: typeof data, kind: K) =>
  changed.questions.find((question) => question.kind === kind) as Extract<Question, { kind: K }>;

describe('answers', () => {
  it('do not depend on the order in which things are listed', () => {
    const shuffled = fc.constantFrom(...data.questions).chain((question) => {
      const lists = Object.entries(question).filter(([key]) => ['events', 'links', 'among'].includes(key));
      return fc
        .tuple(...lists.map(([, list]) => fc.shuffledSubarray(list as string[], { minLength: list.length })))
        .map((shuffles) => ({
          question,
          mixed: {
            ...question,
            ...Object.fromEntries(lists.map(([key], i) => [key, shuffles[i]])),
          } as Question,
        }));
    });
    const answer = answering(data);
    const told = (question: Question) => {
      const given = answer(question);
      if ('doubt' in given) throw new Error(given.doubt.code);
      return question.kind === 'order' ? given.options : given.options.slice(0, 1);
    };
    fc.assert(
      fc.property(shuffled, ({ question, mixed }) => {
        expect(told(mixed)).toEqual(told(question));
      }),
    );
  });

  it('offer the right one once, with nothing else that says the same', () => {
    for (const language of data.languages)
      for (const { id, offers } of buildQuestions(data, language)) {
        expect(offers.length, id).toBeGreaterThanOrEqual(2);
        expect(new Set(offers.map(({ text: said }) => said)).size, id).toBe(offers.length);
        expect(new Set(offers.map((offer) => offer.id)).size, id).toBe(offers.length);
      }
  });

  it('go with the dates', () => {
    const changed = fresh();
    const { events } = first(changed, 'order');
    const before = answering(changed)(first(changed, 'order'));
    const latest = changed.events.find(({ id }) => id === events[0]);
    Object.assign(latest ?? {}, { date: '1975-11-20' });
    const after = answering(changed)(first(changed, 'order'));
    expect(after).not.toEqual(before);
    expect(after).toEqual({ options: expect.arrayContaining([...events]) });
    expect('options' in after && after.options[0]).toBe(events[0]);
    const year = (dataset: Dataset) =>
      buildQuestions(dataset, 'en').find(({ kind }) => kind === 'joined')?.offers[0]?.text;
    const joined = changed.events.find(({ id }) => id === first(changed, 'joined').event);
    const was = year(changed);
    Object.assign(joined ?? {}, { date: '1979-01-01' });
    expect([was, year(changed)]).toEqual(['1976', '1979']);
  });

  it('go with the facts', () => {
    const changed = fresh();
    const question = first(changed, 'wider');
    const before = answering(changed)(question);
    const [narrow = ''] = 'options' in before ? before.options.slice(1) : [];
    for (const fact of changed.facts.slice(0, 20)) fact.links.push(narrow);
    expect(answering(changed)(question)).toEqual({ options: [narrow, expect.any(String)] });
    const told = first(changed, 'says');
    Object.assign(changed.facts.find(({ id }) => id === told.fact)?.text ?? {}, { en: 'Another sentence.' });
    const said = buildQuestions(changed, 'en').find(({ id }) => id === told.id);
    expect(said?.offers[0]?.text).toBe('Another sentence.');
  });
});

describe('a question without one right answer is refused', () => {
  it.each<[string, (changed: typeof data) => void]>([
    [
      'order-unclear',
      (changed) => {
        const { events } = first(changed, 'order');
        const [a, b] = events.map((id) => changed.events.find((event) => event.id === id));
        Object.assign(a ?? {}, { date: b?.date });
      },
    ],
    [
      'same-width',
      (changed) => {
        first(changed, 'wider').links = ['m-kananaskis__p-toc', 'm-kananaskis__p-drugs'];
      },
    ],
    [
      'no-width',
      (changed) => {
        first(changed, 'wider').links = ['m-tnr__p-tnr', 'm-kananaskis__p-drugs'];
      },
    ],
    [
      'thread-unclear',
      (changed) => {
        const question = first(changed, 'thread');
        question.among = question.among.slice(1);
      },
    ],
    [
      'not-membership',
      (changed) => {
        first(changed, 'joined').event = 's-1978-bonn';
      },
    ],
    [
      'same-year',
      (changed) => {
        first(changed, 'joined').among.push('m-2014-suspension', 'm-2014-brussels');
      },
    ],
    [
      'wrong-is-right',
      (changed) => {
        const question = first(changed, 'says');
        const fact = changed.facts.find(({ id }) => id === question.fact);
        question.wrong[0] = { ...fact?.text, en: ` ${fact?.text.en?.toUpperCase().replace('.', '')}` };
      },
    ],
    [
      'wrong-twice',
      (changed) => {
        const question = first(changed, 'says');
        question.wrong[0] = { ...question.wrong[1] };
      },
    ],
    [
      'unknown-id',
      (changed) => {
        first(changed, 'says').fact = 'F-none';
      },
    ],
    [
      'unknown-thing',
      (changed) => {
        first(changed, 'thread').thing = 'no-such-thing';
      },
    ],
    [
      'wrong-choice',
      (changed) => {
        Object.assign(first(changed, 'says'), { kind: 'guess' });
      },
    ],
    [
      'wrong-value',
      (changed) => {
        first(changed, 'order').events.splice(2);
      },
    ],
    [
      'missing-language',
      (changed) => {
        delete first(changed, 'says').wrong[1]?.fr;
      },
    ],
  ])('%s', (code, change) => {
    expect(problems(change)).toEqual([code]);
  });

  it('listed-twice', () => {
    const twice = (changed: typeof data) => {
      const question = first(changed, 'order');
      question.events.push(question.events[0] ?? '');
    };
    expect(problems(twice)).toEqual(['listed-twice', 'order-unclear']);
  });

  it('without a fall, whatever ids it names', () => {
    const ids = [...data.events, ...data.links, ...data.threads, ...data.facts].map(({ id }) => id);
    const id = fc.constantFrom(...ids, 'constructor', '');
    const any = fc.record({
      kind: fc.constantFrom<Kind>('order', 'wider', 'thread', 'joined', 'says'),
      ...{ id, event: id, thing: id, fact: id },
      ...{ events: fc.array(id), among: fc.array(id), links: fc.array(id) },
      wrong: fc.constant([]),
    });
    const answer = answering(data);
    fc.assert(
      fc.property(any, (question) => {
        const given = answer(question as unknown as Question);
        expect('doubt' in given || given.options.length >= 0).toBe(true);
      }),
    );
  });
});
