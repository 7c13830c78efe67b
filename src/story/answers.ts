/**
 * The right answers to the questions of a dataset. Nobody writes them down: dates, widths, threads and facts give them,
 * so that they change with the data, and a question that has no single right answer is found. Pure.
 */
import type { Dataset } from '@/dataset/format';
import type { Question } from '@/dataset/format/steps';
import { parseRange } from '@/time/partial-date';
import { weightsOf } from './weights';

/** Why there is no single right answer: a sentence of the check, by its code. */
export interface Doubt {
  code:
    | 'order-unclear'
    | 'no-width'
    | 'same-width'
    | 'thread-unclear'
    | 'not-membership'
    | 'same-year'
    | 'wrong-is-right'
    | 'wrong-twice';
  params: Record<string, string | number>;
}

/**
 * Ids of what is offered: the right one first, or all in their right order where an order is asked. `says` offers
 * its fact first, then its wrong texts by their number. An empty list where an id is unknown: the check of ids says so.
 */
export type Answer = { options: readonly string[] } | { doubt: Doubt };

/** Answers the questions of one dataset. */
export function answering(dataset: Dataset): (question: Question) => Answer {
  const dates = new Map(
    [...dataset.events, ...dataset.summits].map(({ id, date, end }) => [id, parseRange(date, end)]),
  );
  const membership = new Map(dataset.events.map(({ id, kind }) => [id, kind === 'membership']));
  const weights = weightsOf(dataset);
  const threads = new Map(
    [...dataset.events, ...dataset.nodes, ...dataset.links].map((thing) => [thing.id, thing.threads]),
  );
  const facts = new Map(dataset.facts.map((fact) => [fact.id, fact.text]));
  const none: Answer = { options: [] };
  const no = (code: Doubt['code'], params: Doubt['params']): Answer => ({ doubt: { code, params } });
  const yearOf = (id: string): number | null => {
    const interval = dates.get(id);
    return interval ? new Date(interval.t0).getUTCFullYear() : null;
  };

  return (question) => {
    const { id } = question;
    switch (question.kind) {
      case 'order': {
        const dated = question.events.flatMap((each) => {
          const interval = dates.get(each);
          return interval ? [{ each, ...interval }] : [];
        });
        if (dated.length < question.events.length) return none;
        dated.sort((a, b) => a.t0 - b.t0 || a.t1 - b.t1);
        for (const [i, after] of dated.entries()) {
          const before = dated[i - 1];
          if (before && before.t1 > after.t0)
            return no('order-unclear', { id, first: before.each, second: after.each });
        }
        return { options: dated.map(({ each }) => each) };
      }
      case 'wider': {
        const [first = '', second = ''] = question.links;
        const [a, b] = [weights.get(first), weights.get(second)];
        if (a === undefined || b === undefined) return none;
        if (a === 0 || b === 0) return no('no-width', { id, link: a === 0 ? first : second });
        if (a === b) return no('same-width', { id, first, second, weight: a });
        return { options: a > b ? [first, second] : [second, first] };
      }
      case 'thread': {
        const own = threads.get(question.thing);
        if (!own) return none;
        const right = question.among.filter((thread) => own.includes(thread));
        if (right.length !== 1)
          return no('thread-unclear', { id, count: right.length, thing: question.thing });
        return { options: [...right, ...question.among.filter((thread) => !own.includes(thread))] };
      }
      case 'joined': {
        const options = [question.event, ...question.among];
        const years = new Map<number, string>();
        for (const event of options) {
          const year = yearOf(event);
          if (year === null) return none;
          if (!membership.get(event)) return no('not-membership', { id, event });
          const first = years.get(year);
          if (first !== undefined) return no('same-year', { id, year: String(year), first, second: event });
          years.set(year, event);
        }
        return { options };
      }
      case 'says': {
        if (!facts.has(question.fact)) return none;
        for (const language of dataset.languages) {
          const texts = question.wrong.map((text) => plain(text[language]));
          for (const [fact, text] of facts)
            if (texts.includes(plain(text[language]))) return no('wrong-is-right', { id, fact });
          if (new Set(texts).size < texts.length) return no('wrong-twice', { id });
        }
        return { options: [question.fact, ...question.wrong.map((_, i) => String(i))] };
      }
    }
  };
}

/** A text as a reader compares it: neither case, spaces nor the last full stop make a difference. */
const plain = (text = ''): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\.$/, '')
    .trim();
