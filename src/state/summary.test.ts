/**
 * The sentence over a view counts what the story has, in whatever window; what it says is short and in words.
 * What a green run does not prove: that the sentence reads well, or that the page shows it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '@/i18n/messages/en.json' with { type: 'json' };
import fr from '@/i18n/messages/fr.json' with { type: 'json' };
import { makeWords } from '@/i18n/words';
import { bundled, flows, largeRuns, storyOf, timelines } from '../../tests/fixtures/stories';
import { StoryCounts } from '@/story/story-counts';
import { eventsIn, linksIn, LONGEST, moreSummary, shortSummary, summarise } from './summary';

const words = { en: makeWords('en', en), fr: makeWords('fr', fr) };
const DAY = 864e5;
const window = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]): [number, number] => {
    const [t0, t1] = [Date.UTC(1975, 0, 1), Date.UTC(2025, 10, 24)];
    const from = t0 + (t1 - t0 - DAY) * Math.min(a, b);
    return [Math.floor(from), Math.ceil(Math.max(from + 3600e3, t0 + (t1 - t0) * Math.max(a, b)))];
  });

describe('what is counted', () => {
  it('is densest and emptiest where counting one by one says so', () => {
    fc.assert(
      fc.property(timelines, window, (story, period) => {
        const { busiest, emptiest } = summarise(new StoryCounts(story), {
          window: period,
          thread: null,
          others: false,
        });
        const mine = eventsIn(story, { window: period, thread: null, others: false });
        const [year, month] = [365 * DAY, 31 * DAY];
        const length = period[1] - period[0];
        const digits = length > 3 * year ? 4 : length > 100 * DAY ? 7 : 10;
        const counts = new Map<string, number>();
        for (const { t } of mine) {
          const unit = new Date(t).toISOString().slice(0, digits);
          counts.set(unit, (counts.get(unit) ?? 0) + 1);
        }
        const most = Math.max(0, ...counts.values());
        const alone = [...counts.values()].filter((n) => n === most).length === 1;
        expect(busiest?.events ?? 0).toBe(length > 2 * DAY && alone && most > 1 ? most : 0);
        // No gap of three whole units stays unmentioned, nor is a shorter one told in its place.
        const ends = mine.map(({ t1 }) => t1);
        const longest = Math.max(
          0,
          ...[period[0], ...ends].map((end) => {
            if (mine.some(({ t0, t1 }) => t0 <= end && t1 > end)) return 0;
            return Math.min(period[1], ...mine.flatMap(({ t0 }) => (t0 > end ? t0 : []))) - end;
          }),
        );
        const unit = digits === 4 ? 366 * DAY : digits === 7 ? month : DAY;
        const told = emptiest ? emptiest.t1 - emptiest.t0 : 0;
        expect(told).toBeLessThanOrEqual(longest);
        if (length > 2 * DAY && mine.length > 0 && longest > 4 * unit)
          expect(told).toBeGreaterThan(longest - 2.5 * unit);
      }),
      largeRuns(60),
    );
  });

  it('is what touches the period, of all threads and of each', () => {
    fc.assert(
      fc.property(timelines, window, fc.nat(), (story, [t0, t1], n) => {
        const thread =
          n % 3 === 0 ? (story.threads[n % Math.max(story.threads.length, 1)]?.id ?? null) : null;
        const summary = summarise(new StoryCounts(story), { window: [t0, t1], thread, others: false });
        const mine = story.events.filter(
          (event) => event.t1 > t0 && event.t0 < t1 && (thread === null || event.threads.includes(thread)),
        );
        expect(summary.events).toBe(mine.length);
        expect(summary.threads).toBe(new Set(mine.flatMap(({ threads }) => threads)).size);
        const of = (id: string) => mine.filter(({ threads }) => threads.includes(id)).length;
        if (summary.most !== null)
          for (const { id } of story.threads)
            if (id !== summary.most) expect(of(id)).toBeLessThan(of(summary.most));
        if (summary.busiest) {
          const { t0: from, t1: to, events } = summary.busiest;
          expect(mine.filter(({ t }) => t >= from && t < to)).toHaveLength(events);
        }
        if (summary.emptiest) {
          const { t0: from, t1: to } = summary.emptiest;
          expect(from).toBeGreaterThanOrEqual(t0);
          expect(to).toBeLessThanOrEqual(t1);
          expect(mine.filter((event) => event.t1 > from && event.t0 < to)).toEqual([]);
        }
      }),
      largeRuns(60),
    );
  });

  it('of links is what lies between two columns and touches the period, without other meetings unless asked', () => {
    fc.assert(
      fc.property(flows, window, fc.boolean(), (story, period, others) => {
        const scope = { window: period, thread: null, others };
        const summary = summarise(new StoryCounts(story), scope);
        const at = new Map(story.nodes.map((node) => [node.id, node]));
        const mine = story.links.filter(({ source, target }) => {
          const [a, b] = [at.get(source), at.get(target)];
          return a && b && (others || !(a.offstage || b.offstage)) && a.t < period[1] && b.t >= period[0];
        });
        expect(linksIn(story, scope)).toEqual(mine);
        expect(summary.links).toBe(mine.length);
        if (summary.widest)
          for (const link of mine)
            if (link !== summary.widest) expect(link.weight).toBeLessThan(summary.widest.weight);
      }),
      largeRuns(60),
    );
  });
});

describe.each(['en', 'fr'] as const)('what is said (%s)', (lang) => {
  const story = bundled(lang);
  const periods: [number, number][] = [
    [story.t0, story.t1],
    ...story.chapters.map(({ t0, t1 }): [number, number] => [t0, t1]),
    [Date.UTC(1995, 0), Date.UTC(2006, 0)],
    [Date.UTC(2025, 10, 22), Date.UTC(2025, 10, 22, 6)],
    // Only events of the group itself, which are on no thread.
    [Date.UTC(2024, 10, 20), Date.UTC(2025, 3, 16)],
  ];
  it('has the counts, no raw data, and can be spoken in a breath', () => {
    for (const period of periods)
      for (const thread of [null, ...story.threads.map(({ id }) => id)]) {
        const scope = { window: period, thread, others: true };
        const summary = summarise(new StoryCounts(story), scope);
        const short = shortSummary(summary, story, words[lang]);
        const n = eventsIn(story, scope).length;
        if (n > 0) expect(short).toContain(words[lang].t('trace.events', { n }));
        expect(short.length, short).toBeLessThanOrEqual(LONGEST);
        expect(short).not.toContain(words[lang].t('say.threads', { n: 0 }));
        for (const sentence of [short, ...moreSummary(summary, story, words[lang])]) {
          expect(sentence).not.toMatch(/\{\w+\}|\d{4}-\d{2}|\d{7,}|undefined|NaN|Infinity/);
          expect(sentence.length, sentence).toBeLessThanOrEqual(220);
        }
      }
  });
  it('changes with the period and with the thread', () => {
    const say = (window: [number, number], thread: string | null) =>
      shortSummary(summarise(new StoryCounts(story), { window, thread, others: false }), story, words[lang]);
    const all = [
      ...periods.map((period) => say(period, null)),
      say([story.t0, story.t1], story.threads[0]?.id ?? ''),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
  it('says of nothing that it is nothing', () => {
    const summary = summarise(new StoryCounts(storyOf({})), {
      window: [0, DAY],
      thread: null,
      others: false,
    });
    expect(shortSummary(summary, storyOf({}), words[lang])).toContain(
      lang === 'en' ? 'no events' : 'aucun événement',
    );
    expect(moreSummary(summary, storyOf({}), words[lang])).toEqual([]);
  });
});
