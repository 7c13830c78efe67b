/**
 * The laws by which the windows of a lesson agree. A green run does not prove that a browser delivers messages, or that
 * the picture follows: tests/e2e/class-desk.spec.ts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, knowsMore, merge, newSession, readMessage, type Message, type Shared } from './channel';
import { STOPPED } from './desk/clock';

const SHOW = { step: null, revealed: 0, black: false, overview: false, spot: null, asked: null };
const NOTHING: Shared = { show: { n: 0, by: '', value: SHOW }, clock: { n: 0, by: '', value: STOPPED } };
const shows = fc.record({
  step: fc.option(fc.constantFrom('founding', 'groundwork', 'ottawa')),
  revealed: fc.nat(2),
  black: fc.boolean(),
  overview: fc.boolean(),
  asked: fc.option(fc.record({ question: fc.constantFrom('canada', 'russia'), told: fc.boolean() })),
  spot: fc.option(
    fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      kind: fc.constantFrom('spotlight' as const, 'pointer' as const),
    }),
  ),
});
const clocks = fc.record({ length: fc.nat(1e7), spent: fc.nat(1e7), since: fc.option(fc.nat(1e9)) });

/** What happens in a lesson of three windows: somebody changes something, or what one knows reaches another. */
const acts = fc.array(
  fc.oneof(
    fc.record({ in: fc.nat(2), show: shows }),
    fc.record({ in: fc.nat(2), clock: clocks }),
    fc.record({ from: fc.nat(2), to: fc.nat(2), late: fc.nat(5) }),
  ),
  { maxLength: 40 },
);

/** Plays it; messages come late, out of order, twice or never. */
function play(lesson: typeof acts extends fc.Arbitrary<infer T> ? T : never): Shared[] {
  const windows = [NOTHING, NOTHING, NOTHING];
  const said: Shared[][] = [[NOTHING], [NOTHING], [NOTHING]];
  const at = (i: number) => windows[i] ?? NOTHING;
  for (const act of lesson) {
    if ('show' in act) windows[act.in] = change(at(act.in), 'show', act.show, `w${act.in}`);
    else if ('clock' in act) windows[act.in] = change(at(act.in), 'clock', act.clock, `w${act.in}`);
    else windows[act.to] = merge(at(act.to), said[act.from]?.at(-1 - act.late) ?? NOTHING);
    windows.forEach((each, i) => said[i]?.push(each));
  }
  return windows;
}
const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });

describe('the windows of a lesson', () => {
  it('agree once all have heard of all, in whatever order and however often', () => {
    fc.assert(
      fc.property(acts, orders, orders, (lesson, one, other) => {
        const windows = play(lesson);
        const told = (order: number[]) => order.map((i) => windows[i] ?? NOTHING).reduce(merge);
        expect(told(one)).toEqual(told(other));
        for (const each of windows) {
          expect(merge(merge(each, told(one)), told(other))).toEqual(told(one));
          // The newest wins: nobody knows more than what all agree on.
          expect(knowsMore(each, told(one))).toBe(false);
        }
      }),
    );
  });

  it('take over a change by whoever has heard what went before it', () => {
    fc.assert(
      fc.property(acts, shows, (lesson, show) => {
        const windows = play(lesson);
        const changed = change(windows.reduce(merge), 'show', show, 'w1');
        for (const each of windows) expect(merge(each, changed).show.value).toEqual(show);
      }),
    );
  });

  it('come to rest: who has heard everything has nothing to answer', () => {
    fc.assert(
      fc.property(acts, (lesson) => {
        const [a = NOTHING, b = NOTHING] = play(lesson);
        // As a window does it: it takes what is newer, and answers only if it knows more.
        const heard = merge(b, a);
        const answered = knowsMore(heard, a) ? merge(a, heard) : a;
        expect(knowsMore(answered, heard) || knowsMore(heard, answered)).toBe(false);
      }),
    );
  });
});

describe('a message', () => {
  const senders = fc.record({
    from: fc.constantFrom('w1', 'w2'),
    role: fc.constantFrom('audience' as const, 'presenter' as const),
    session: fc.constantFrom(null, 'k3x9ab'),
  });
  const messages: fc.Arbitrary<Message> = fc.oneof(
    fc.tuple(senders, fc.constantFrom('ask' as const, 'bye' as const)).map(([s, type]) => ({ ...s, type })),
    fc.tuple(senders, acts).map(([s, lesson]) => ({
      ...s,
      ...{ type: 'state' as const, title: 'The founding', shared: play(lesson)[0] ?? NOTHING },
    })),
  );

  it('arrives as it was sent, without what does not belong to it', () => {
    fc.assert(
      fc.property(messages, fc.anything(), (message, more) => {
        expect(readMessage(structuredClone(message))).toEqual(message);
        expect(readMessage({ ...message, more })).toEqual(message);
      }),
    );
  });

  it('that is none of ours, or is broken in one place, is not heard', () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        expect(readMessage(said)).toBeNull();
      }),
    );
    const state = {
      type: 'state',
      from: 'w1',
      role: 'audience',
      session: 'k3x9ab',
      title: '',
      shared: NOTHING,
    };
    expect(readMessage(state)).not.toBeNull();
    /** Every place of it, with something else there. */
    const spoilt = (value: unknown): unknown[] =>
      typeof value !== 'object' || value === null
        ? [Symbol.iterator, NaN, -1, 1e99, {}, [], 'x'.repeat(600), undefined]
        : [
            undefined,
            7,
            ...Object.entries(value).flatMap(([key, part]) =>
              spoilt(part).map((wrong) => ({ ...value, [key]: wrong })),
            ),
          ];
    // No step, no spot and a clock that stands are said by null; a number may be another number.
    const broken = spoilt(state).filter((each) => readMessage(each) !== null);
    expect(broken).toEqual([]);
  });

  it('belongs to a lesson whose name can be read out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }), (dice) => {
        let i = 0;
        expect(newSession(() => dice[i++] ?? 0)).toMatch(/^[a-z2-9]{6}$/);
      }),
    );
  });
});
