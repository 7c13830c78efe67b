/** Proves how a dataset becomes a story. Does not prove that the story is told well, or drawn. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/dataset/format';
import { buildStory } from './build-story';
import { spreadOverDays, type Dated } from './spread';

const DAY = 864e5;
const at = (text: string) => Date.parse(`${text}Z`);
const read = (name: string): Dataset =>
  freeze(
    JSON.parse(
      readFileSync(new URL(`../../tests/fixtures/${name}.json`, import.meta.url), 'utf8'),
    ) as Dataset,
  );

describe('buildStory', () => {
  it('says it in the language asked for, else in the first', () => {
    expect(buildStory(read('empty'), 'fr').title).toBe('Une histoire vide');
    expect(buildStory(read('empty'), 'de').title).toBe('An empty story');
  });

  it('gives an empty story an extent and one chapter', () => {
    const story = buildStory(read('empty'), 'en');
    expect([story.t0, story.t1]).toEqual([at('1975-01-01T00:00'), at('2026-01-01T00:00')]);
    expect(story.chapters).toEqual([
      { id: 'all', label: 'An empty story', share: 1, t0: story.t0, t1: story.t1 },
    ]);
  });

  it('leaves a margin around what there is', () => {
    const story = buildStory(read('one-event'), 'en');
    const [event] = story.events;
    expect(event?.t).toBe(at('2001-05-04T12:00'));
    expect(story.t0).toBe(at('2001-05-03T00:00'));
    expect(story.t1).toBe(at('2001-05-06T00:00'));
  });

  it('takes its extent from the chapters and lets their shares add up to 1', () => {
    const { t0, t1, chapters } = buildStory(read('no-flow'), 'en');
    expect([t0, t1]).toEqual([at('2001-01-01T00:00'), at('2004-01-01T00:00')]);
    expect(chapters.map(({ share }) => share)).toEqual([2 / 3, 1 / 3]);
  });

  it('orders events by where they stand', () => {
    const { events } = buildStory(read('no-flow'), 'en');
    expect(events.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b', 'e', 'f']);
    for (const { t, t0, t1 } of events) expect(t0 <= t && t < t1).toBe(true);
  });

  it('counts the facts that name a link, each once', () => {
    const dataset = read('small-flow');
    const twice = {
      ...dataset,
      facts: dataset.facts.map((fact) => ({ ...fact, links: [...fact.links, ...fact.links] })),
    };
    for (const source of [dataset, twice])
      expect(buildStory(source, 'en').links.map(({ id, weight }) => [id, weight])).toEqual([
        ['n1__n2', 2],
        ['n2__n3', 1],
        ['n1__n3', 0],
      ]);
  });

  it('begins a lane where its first event or node stands', () => {
    expect(buildStory(read('small-flow'), 'en').threads.map(({ since }) => since)).toEqual([
      at('2001-01-01T00:00'),
      at('2001-05-04T12:00'),
    ]);
  });
});

describe('spreadOverDays', () => {
  const day = (id: string, threads: string[], orderInDay = 0): Dated => ({
    id,
    t0: 0,
    t1: DAY,
    precision: 'day',
    threads,
    orderInDay,
  });

  it('spreads what shares a lane, in its order, and leaves the rest at noon', () => {
    const places = spreadOverDays([
      day('late', ['x'], 2),
      day('early', ['x', 'y'], 1),
      day('alone', ['z']),
      day('none', []),
      day('none-too', []),
    ]);
    expect(Object.fromEntries(places)).toEqual({
      early: DAY / 4,
      late: (3 * DAY) / 4,
      none: DAY / 4,
      'none-too': (3 * DAY) / 4,
    });
  });

  it('counts longer events where they stand, and leaves known minutes alone', () => {
    const meeting = { ...day('meeting', ['x', 'y']), t1: 3 * DAY };
    expect(Object.fromEntries(spreadOverDays([meeting, day('talks', ['x'])]))).toEqual({
      meeting: DAY / 4,
      talks: (3 * DAY) / 4,
    });
    const minute: Dated = { ...day('minute', []), precision: 'minute' };
    expect(spreadOverDays([minute, day('day', [])]).size).toBe(0);
    const year: Dated = { ...day('year', []), t1: 365 * DAY, precision: 'year' };
    const places = spreadOverDays([year, { ...year, id: 'again' }]);
    expect([...places.values()]).toEqual([DAY / 4, (3 * DAY) / 4]);
  });

  it('keeps all inside their day and no two of one lane in one place', () => {
    const events = fc.array(
      fc.record({ threads: fc.subarray(['x', 'y', 'z']), orderInDay: fc.integer({ min: 0, max: 2 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (list) => {
        const dated = list.map(({ threads, orderInDay }, index) => day(`e${index}`, threads, orderInDay));
        const places = spreadOverDays(freeze(dated));
        for (const a of dated) {
          const t = places.get(a.id) ?? DAY / 2;
          expect(t > 0 && t < DAY).toBe(true);
          for (const b of dated)
            if (
              a !== b &&
              (a.threads.some((x) => b.threads.includes(x)) || a.threads.length + b.threads.length === 0)
            ) {
              expect(places.get(b.id) ?? DAY / 2).not.toBe(t);
              if (a.orderInDay < b.orderInDay) expect(t).toBeLessThan(places.get(b.id) ?? DAY / 2);
            }
        }
      }),
    );
  });
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
