/**
 * The presenter's window and the window for the class, in step from either side: by keys and buttons, through reloads,
 * for who comes late, where no second window may be opened, and where two lessons are shown in one browser.
 * What a green run does not prove: two screens, a real clicker, or windows that the system has put to sleep.
 */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import { findings } from './support-access/axe';
import { data } from './support/story';
import { test } from './support/test';

const STEPS = data.steps.map(({ id }) => id);
/** How the notes of a step begin. */
const notesOf = (i: number) => data.steps[i]?.notes?.en?.slice(0, 30) ?? 'no notes';
const at = (id: string) => STEPS.indexOf(id);

async function openShow(context: BrowserContext, query = '?mode=present&step=ottawa-1995'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`./${query}`);
  await expect(page.locator('[data-present]')).toBeVisible();
  return page;
}
async function openDesk(show: Page): Promise<Page> {
  const coming = show.context().waitForEvent('page');
  await show.keyboard.press('w');
  const desk = await coming;
  await desk.setViewportSize({ width: 1024, height: 768 });
  await inStep(desk);
  return desk;
}
const inStep = (desk: Page) => expect(desk.locator('[data-joined="true"]')).toBeVisible();
const shown = (show: Page, id: string) =>
  expect(show.locator('[data-present]')).toHaveAttribute('data-step', id);
const told = (desk: Page, id: string) => expect(desk.locator('[data-desk]')).toHaveAttribute('data-desk', id);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** No window may be opened by a script. */
const blockWindows = (page: Page) => page.addInitScript(() => (window.open = () => null));

test('both windows drive, and neither is lost by a reload', async ({ context }) => {
  const show = await openShow(context);
  const desk = await openDesk(show);
  await told(desk, 'ottawa-1995');
  const next = STEPS[at('ottawa-1995') + 1] ?? '';
  await expect(desk.locator('[data-notes]')).toContainText(notesOf(at('ottawa-1995')));
  await expect(desk.locator(`[data-mini="${next}"]`)).toBeVisible();

  await show.keyboard.press('PageDown');
  await told(desk, next);
  await desk.keyboard.press('PageUp');
  await shown(show, 'ottawa-1995');
  await desk.getByRole('combobox', { name: en['desk.go'] }).selectOption('1');
  await shown(show, STEPS[0] ?? '');
  // The class is asked first: revealing goes over too.
  await press(desk, en['present.reveal']);
  await expect(show.locator('[data-present]')).not.toHaveClass(/held/);
  await shown(show, STEPS[0] ?? '');

  await desk.keyboard.press('b');
  await expect(show.locator('[data-black]')).toBeVisible();
  await desk.reload();
  await expect(desk.locator('[data-black]')).toHaveText(en['desk.black-now']);
  await show.reload();
  await expect(show.locator('[data-black]')).toBeVisible();
  await show.keyboard.press('PageDown');
  await expect(desk.locator('[data-black]')).toHaveCount(0);
  await told(desk, STEPS[0] ?? '');
  await expect(show.locator('[data-present]')).not.toHaveClass(/held/);

  // Many presses, from both sides at once: in the end both show the same.
  for (let i = 0; i < 4; i++)
    await Promise.all([show.keyboard.press('PageDown'), desk.keyboard.press('PageDown')]);
  const same = async () =>
    (await show.locator('[data-present]').getAttribute('data-step')) ===
    (await desk.locator('[data-desk]').getAttribute('data-desk'));
  await expect.poll(same).toBe(true);
  await desk.keyboard.press('End');
  await shown(show, STEPS.at(-1) ?? '');
  await show.close();
  await expect(desk.getByText(en['desk.alone'])).toBeVisible();
});

test('the clock counts, says when time is over, and outlives a reload of its window @slow-firefox', async ({
  context,
}) => {
  await context.clock.install({ time: new Date('2026-02-03T10:00:00-05:00') });
  const show = await openShow(context);
  const desk = await openDesk(show);
  const [elapsed, left] = [desk.locator('[data-elapsed]'), desk.locator('[data-left]')];
  // By its keys: what a driver puts there is no change to every engine.
  await desk.getByRole('spinbutton', { name: en['desk.minutes'] }).selectText();
  await desk.keyboard.type('20');
  await press(desk, en['desk.start']);
  await expect(left).toHaveText('20:00');
  await context.clock.fastForward('05:00');
  await expect(elapsed).toHaveText('5:00');
  await expect(left).toHaveText('15:00');
  await desk.reload();
  await inStep(desk);
  await expect(left).toHaveText(/^1[45]:/);
  await press(desk, en['desk.pause']);
  await context.clock.fastForward('30:00');
  await expect(left).toHaveText(/^1[45]:/);
  await press(desk, en['desk.resume']);
  await context.clock.fastForward('16:00');
  await expect(desk.locator('[data-timer="over"]')).toContainText(en['desk.over']);
  await expect(desk.getByRole('status').filter({ hasText: en['desk.over'] })).toBeAttached();
  await press(desk, en['desk.reset']);
  await expect(left).toHaveText('20:00');
});

test('a window that comes late, by its typed address, joins the lesson; two lessons do not mix @slow-firefox', async ({
  context,
}) => {
  const show = await openShow(context);
  const late = await context.newPage();
  await late.goto('./?mode=presenter');
  await inStep(late);
  await told(late, 'ottawa-1995');
  await late.keyboard.press('PageDown');
  await shown(show, STEPS[at('ottawa-1995') + 1] ?? '');

  const other = await openShow(context, '?mode=present&step=outcomes');
  await show.keyboard.press('Home');
  await told(late, STEPS[0] ?? '');
  await shown(other, 'outcomes');
  // Who comes now is asked which lesson is meant.
  const third = await context.newPage();
  await third.goto('./?mode=presenter');
  await third.getByRole('button', { name: data.steps[at('outcomes')]?.title.en ?? '' }).click();
  await told(third, 'outcomes');
  await third.keyboard.press('PageUp');
  await expect(other.locator('[data-present]')).not.toHaveAttribute('data-step', 'outcomes');
  await shown(show, STEPS[0] ?? '');
});

test('where windows are blocked a plain link does the same, and one window will do @slow-firefox', async ({
  context,
}) => {
  const show = await context.newPage();
  await blockWindows(show);
  await show.goto('./?mode=present&step=ottawa-1995');
  await expect(show.locator('[data-present]')).toBeVisible();
  await show.keyboard.press('w');
  const link = show.getByRole('link', { name: en['desk.in-tab'] });
  await expect(link).toBeFocused();
  const coming = context.waitForEvent('page');
  await link.click();
  const desk = await coming;
  await inStep(desk);
  expect(await desk.evaluate(() => window.opener)).toBeNull();
  await desk.keyboard.press('PageDown');
  await shown(show, STEPS[at('ottawa-1995') + 1] ?? '');

  await show.bringToFront();
  await show.keyboard.press('t');
  const notes = show.locator('[data-notes]');
  await expect(notes).toContainText(notesOf(at('ottawa-1995') + 1));
  const size = () => notes.locator('.text').evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  const before = await size();
  await notes.getByRole('button', { name: en['desk.larger'] }).click();
  expect(await size()).toBeGreaterThan(before);
  await show.reload();
  await expect(show.locator('[data-present]')).toBeVisible();
  await show.keyboard.press('t');
  expect(await size()).toBeGreaterThan(before);
  await show.keyboard.press('q');
  const code = show.locator('[data-class-share] [data-qr]');
  await expect(code).toBeVisible();
  expect((await code.boundingBox())?.height).toBeGreaterThanOrEqual(0.3 * (show.viewportSize()?.height ?? 0));
  // What a clicker sends next leads back to the lesson.
  await show.keyboard.press('PageDown');
  await expect(code).toHaveCount(0);
});

for (const { width, height, scheme, lang } of [
  { width: 1024, height: 768, scheme: 'dark', lang: 'en' },
  { width: 1366, height: 768, scheme: 'light', lang: 'en' },
  // Half the screen of a small laptop, in the longer language.
  { width: 640, height: 560, scheme: 'light', lang: 'fr' },
] as const)
  test(`all is on one screen of ${width} × ${height}, and axe finds nothing (${scheme}) @slow-firefox`, async ({
    context,
  }) => {
    const show = await openShow(context, `?mode=present&step=ottawa-1995&scheme=${scheme}&lang=${lang}`);
    const desk = await openDesk(show);
    await desk.setViewportSize({ width, height });
    // The window has it from the one for the class.
    await expect(desk.locator('[data-joined] select')).toHaveValue(scheme);
    for (const step of STEPS) {
      await desk.locator('[data-desk] nav select').selectOption(String(at(step) + 1));
      await told(desk, step);
      const room = await desk.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const parts = [...document.querySelectorAll('[data-desk] > *')].map((e) => e.getBoundingClientRect());
        const cut = parts.filter((e) => e.bottom > innerHeight || e.right > innerWidth || e.height === 0);
        const clash = parts.some((a, i) =>
          parts
            .slice(i + 1)
            .some(
              (b) =>
                a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1,
            ),
        );
        /** px of the notes that are seen at once, and of the text. */
        const seen = [...document.querySelectorAll('[data-desk] .text')].map((e) => e.clientHeight);
        return {
          ...{ over: scrollWidth > innerWidth || scrollHeight > innerHeight, cut: cut.length, clash },
          least: Math.min(...seen),
        };
      });
      expect(room, step).toMatchObject({ over: false, cut: 0, clash: false });
      // Some lines at least.
      expect(room.least, step).toBeGreaterThan(90);
    }
    expect(await findings(desk)).toEqual([]);
  });
