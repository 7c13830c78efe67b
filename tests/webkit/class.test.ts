/**
 * In front of a class in WebKitGTK: the keys of clickers, black and back, two windows in step, a question by keys, and
 * the handout.
 * What a green run does not prove: an iPad, its full screen, its split windows, or what Safari prints; here sheets are
 * measured as they are laid out.
 */
import { afterEach, describe, expect, it } from 'vitest';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import { data } from '../e2e/support/story';
import { expectNoFault, open, visitWebKit } from './setup';

const [PAGE_UP, PAGE_DOWN, END, HOME] = ['\uE00E', '\uE00F', '\uE010', '\uE011'] as const;
const [TAB, ENTER] = ['\uE004', '\uE007'] as const;
const STEPS = data.steps.map(({ id }) => id);
const visit = visitWebKit({ size: [1280, 800] });
const keys = (...pressed: string[]) => visit.session.keys(...pressed);
const until = <A extends unknown[]>(what: string, work: (...args: A) => unknown, ...args: A) =>
  visit.session.until(what, work, ...args);
afterEach(() => expectNoFault(visit.session));

/** The class sees this step: its question, or what it tells. */
const shown = (id: string | undefined, held = false) =>
  until(
    `step ${id}`,
    (id, held) => {
      const show = document.querySelector<HTMLElement>('[data-present]');
      return show !== null && show.dataset.step === id && show.classList.contains('held') === held;
    },
    id,
    held,
  );
const black = (on: boolean) =>
  until(`black: ${on}`, (on) => (document.querySelector('[data-black]') !== null) === on, on);

describe('presenting', () => {
  it('opens at a step by its address, and takes the keys of clickers', async () => {
    await open(visit, '?mode=present&step=ottawa-1995');
    await shown('ottawa-1995');
    await keys(PAGE_DOWN);
    await shown(STEPS[3]);
    // The next one asks first, and is told at the second press.
    await keys(PAGE_DOWN);
    await shown('seven-eight-seven', true);
    await keys(PAGE_DOWN);
    await shown('seven-eight-seven');
    await keys(PAGE_UP, PAGE_UP);
    await shown(STEPS[3]);
    await keys(END);
    await shown(STEPS.at(-1), true);
    await keys(HOME);
    await shown(STEPS[0], true);
    await keys('g', '1', '0');
    await shown(STEPS[9]);
    await until('the address', (id) => location.search.includes(`step=${id}`), STEPS[9]);
  });

  it('goes black, and comes back where it was', async () => {
    await open(visit, '?mode=present&step=ottawa-1995');
    for (const [off, on] of [
      ['b', PAGE_DOWN],
      ['.', 'b'],
    ] as const) {
      await keys(off);
      await black(true);
      const covered = await visit.session.run(() => {
        const on = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        return on?.hasAttribute('data-black') && getComputedStyle(on).backgroundColor;
      });
      expect(covered).toBe('rgb(0, 0, 0)');
      await keys(on);
      await black(false);
      await shown('ottawa-1995');
    }
  });

  it('is in step with a second window, from either side and after it is loaded again', async () => {
    await open(visit, '?mode=present&step=ottawa-1995');
    const { session, server } = visit;
    const show = await session.thisWindow();
    const desk = await session.newWindow();
    const told = (id: string | undefined) =>
      until(
        `told ${id}`,
        (id) => document.querySelector<HTMLElement>('[data-desk]')?.dataset.desk === id,
        id,
      );
    try {
      await session.look(desk);
      await session.goto(`${server.url}?mode=presenter`);
      await until('both together', () => document.querySelector('[data-joined="true"]'));
      await told('ottawa-1995');
      await keys(PAGE_DOWN);
      await told(STEPS[3]);
      await session.look(show);
      await shown(STEPS[3]);
      await keys(PAGE_UP);
      await shown('ottawa-1995');
      await keys('b');
      await session.look(desk);
      await told('ottawa-1995');
      await black(true);
      await session.reload();
      await black(true);
      await keys(PAGE_DOWN);
      await black(false);
      await session.look(show);
      await black(false);
    } finally {
      await session.look(desk);
      await session.closeWindow();
      await session.look(show);
    }
  });
});

it('a question is answered by keys, and explained', async () => {
  const question = data.questions.find(({ id }) => id === 'canada');
  const why = question?.why.en ?? 'no question';
  const answers = `[data-check] ul[aria-label="${en['check.answers']}"] button`;
  await open(visit, `?check=${question?.id}`);
  await until('its answers', (answers) => document.querySelectorAll(answers).length > 2, answers);
  const said = () =>
    visit.session.run(() => document.querySelector('[data-check] [role="status"]')?.textContent?.trim());
  expect(await said()).toBe('');
  await visit.session.run((answers) => document.querySelector<HTMLElement>(answers)?.focus(), answers);
  // Years stand in their order; the first of them is not the one.
  await keys(ENTER);
  await until(
    'no',
    (no) => document.querySelector('[data-check] [role="status"]')?.textContent?.includes(no),
    'No.',
  );
  expect(await said()).not.toContain(why);
  await keys(TAB, ENTER);
  await until(
    'why',
    (why) => document.querySelector('[data-check] [role="status"]')?.textContent?.includes(why),
    why,
  );
  expect(await said()).toContain(en['check.right']);
});

it('the handout has all its sheets, and nothing leaves them', async () => {
  await visit.session.goto(
    `${visit.server.url}?mode=print&paper=a4&parts=timeline,flow,chosen,steps,questions,glossary,key&step=outcomes`,
  );
  await until('the handout', () => document.querySelector('[data-handout][data-ready]'));
  await visit.session.run(() => document.fonts.ready.then(() => null));
  const paper = await visit.session.run(() => {
    const sheets = [...document.querySelectorAll<HTMLElement>('[data-sheet]')];
    const outside: string[] = [];
    for (const sheet of sheets) {
      const within = sheet.getBoundingClientRect();
      for (const text of sheet.querySelectorAll('h2, h3, p, li, dt, dd, text')) {
        const box = text.getBoundingClientRect();
        if (box.bottom > within.bottom + 1 || box.right > within.right + 1)
          outside.push(text.textContent ?? '');
      }
    }
    return {
      parts: sheets.map(({ dataset }) => dataset.sheet),
      numbered: sheets.filter((sheet, i) => sheet.textContent?.includes(`${i + 1} / ${sheets.length}`))
        .length,
      events: [...document.querySelectorAll<HTMLElement>('[data-event]')].map(({ dataset }) => dataset.event),
      outside,
    };
  });
  expect(new Set(paper.parts)).toEqual(
    new Set(['timeline', 'flow', 'chosen', 'steps', 'questions', 'glossary', 'key']),
  );
  expect(paper.parts.length).toBeGreaterThan(8);
  expect(paper.numbered).toBe(paper.parts.length);
  expect(paper.events.sort()).toEqual(data.events.map(({ id }) => id).sort());
  expect(paper.outside).toEqual([]);
});
