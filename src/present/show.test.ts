/**
 * Laws of where a presentation stands. A green run does not prove that keys and buttons reach it, or that anything is
 * drawn: class-present does.
 */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import en from '@/i18n/messages/en.json' with { type: 'json' };
import { makeWords } from '@/i18n/words';
import { AppState } from '@/state/app-state.svelte';
import { bundled, bundledQuestions } from '../../tests/fixtures/stories';
import { Conductor } from './conductor.svelte';
import { orderOf, type Order } from './keys';
import { AS_IS, readMemory } from './memory';
import { revealsOf, ShowState } from './show.svelte';

// The camera is there at once.
vi.stubGlobal('matchMedia', () => ({ matches: true }));
const story = bundled('en');
const QUESTIONS = bundledQuestions('en');
const words = makeWords('en', en);
const never = () => new Promise<never>(() => {});
function begin() {
  const app = new AppState({ story, detail: never, questions: never }, words);
  app.questions.current = QUESTIONS;
  const show = new ShowState(app);
  show.jump(1);
  return { show, conductor: new Conductor(show, never, never) };
}
/** All places of a presentation, in their order: each step, asked and told. */
const PLACES = story.steps.flatMap((step) =>
  Array.from({ length: revealsOf(step) + 1 }, (_, revealed) => ({ step: step.id, revealed })),
);
const placeOf = ({ step, revealed }: ShowState) => ({ step: step?.id, revealed });

it('goes through every question and every step, on and back, one at a time, and stops at the ends', () => {
  expect(PLACES.length).toBeGreaterThan(story.steps.length);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('next', 'previous'), { maxLength: 60 }), (presses) => {
      const { show } = begin();
      let at = 0;
      for (const press of presses) {
        show[press]();
        at = Math.min(Math.max(at + (press === 'next' ? 1 : -1), 0), PLACES.length - 1);
        expect(placeOf(show)).toEqual(PLACES[at]);
        expect([show.first, show.last]).toEqual([at === 0, at === PLACES.length - 1]);
      }
    }),
    { numRuns: 40 },
  );
});

it('is in any other window what a snapshot says, and never somewhere that there is not', () => {
  const any = fc.record({
    step: fc.option(fc.constantFrom('nothing', ...story.steps.map(({ id }) => id))),
    revealed: fc.oneof(fc.integer(), fc.double()),
    black: fc.boolean(),
    overview: fc.boolean(),
    spot: fc.constant(null),
    asked: fc.option(
      fc.record({
        question: fc.constantFrom('nothing', ...QUESTIONS.map(({ id }) => id)),
        told: fc.boolean(),
      }),
    ),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (snapshots) => {
      const [one, other] = [begin().show, begin().show];
      for (const snapshot of snapshots) one.apply(snapshot);
      other.apply(one.snapshot);
      expect(other.snapshot).toEqual(one.snapshot);
      expect(PLACES).toContainEqual(placeOf(one));
    }),
    { numRuns: 40 },
  );
});

const ORDERS: Order[] = [
  'ask',
  'next',
  'previous',
  'first',
  'last',
  'overview',
  'black',
  'out',
  'help',
  'start',
];
it('never loses its step to Escape, F5, black or a menu, and black is over at the next key', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ORDERS), { maxLength: 40 }), (orders) => {
      const { show, conductor } = begin();
      for (const order of orders) {
        const before = { ...placeOf(show), black: show.black };
        conductor.act(order);
        const moves = /next|previous|first|last/.test(order);
        if (before.black || !moves) expect(placeOf(show)).toMatchObject({ step: before.step });
        expect(show.black).toBe(order === 'black' && !before.black);
      }
    }),
    { numRuns: 60 },
  );
});

it('asks the class what its step has, one after the other, and comes back to the same step', () => {
  const { show, conductor } = begin();
  let asked = 0;
  for (const [i, step] of story.steps.entries()) {
    show.jump(i + 1);
    const place = placeOf(show);
    conductor.act('ask');
    for (const { id } of QUESTIONS.filter((question) => question.step === step.id)) {
      expect([show.question?.id, show.asked?.told, show.first, show.last]).toEqual([id, false, false, false]);
      conductor.act('next');
      expect([show.question?.id, show.asked?.told]).toEqual([id, true]);
      conductor.act('previous');
      conductor.act('next');
      conductor.act('next');
      asked++;
    }
    expect([show.question, placeOf(show)]).toEqual([null, place]);
    conductor.act('ask');
    if (!show.question) continue;
    // Out of the question first; all steps are shown only after that.
    conductor.act('out');
    expect([show.question, show.overview, placeOf(show)]).toEqual([null, false, place]);
  }
  expect(asked).toBe(QUESTIONS.length);
});

it('goes to a step by its number, at once where no longer number begins like it', () => {
  vi.useFakeTimers();
  const { show, conductor } = begin();
  const type = (digits: string) => [...digits].forEach((digit) => conductor.act('digit', digit));
  conductor.act('number');
  type('7');
  expect(show.number).toBe(7);
  type('12');
  expect(show.number).toBe(12);
  type('1');
  expect([show.number, conductor.typed]).toEqual([12, '1']);
  vi.advanceTimersByTime(2000);
  expect([show.number, conductor.typed]).toEqual([1, null]);
  type('99');
  conductor.act('number');
  conductor.act('out');
  expect([show.number, conductor.typed, show.overview]).toEqual([9, null, false]);
  vi.useRealTimers();
});

it('takes what clickers send, and leaves the browser its own', () => {
  const key = (name: string, held = {}) =>
    orderOf({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
  for (const name of ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'n', 'N', 'Enter'])
    expect(key(name), name).toBe('next');
  for (const name of ['PageUp', 'ArrowLeft', 'ArrowUp', 'p', 'Backspace'])
    expect(key(name), name).toBe('previous');
  expect(key(' ', { shiftKey: true })).toBe('previous');
  expect(['b', 'B', '.', 'F5', 'Escape', 'Home', 'End'].map((name) => key(name))).toEqual(
    'black black black start out first last'.split(' '),
  );
  for (const name of ['F5', 'p', 'f', 'PageDown']) expect(key(name, { ctrlKey: true })).toBeNull();
  for (const name of ['Tab', 'F12', 'x', '+']) expect(key(name)).toBeNull();
});

it('remembers only what it wrote', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const read = readMemory(stored);
      if (read) expect(readMemory(JSON.parse(JSON.stringify(read)))).toEqual(read);
    }),
  );
  const memory = { step: 'asked', revealed: 1, display: { ...AS_IS, contrast: 150 } };
  expect(readMemory(memory)).toEqual(memory);
});
