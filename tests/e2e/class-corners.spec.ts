/**
 * What may go wrong before a class, and must not end the lesson: windows that cannot hear each other, all of them loaded
 * again at once, a story without steps, names longer than ours.
 * What a green run does not prove: a browser that is really so old or so strict; it is made so here.
 */
import { expect, type Page } from '@playwright/test';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import { ADDRESS, fixture, serve } from './support/datasets';
import { data } from './support/story';
import { test } from './support/test';

const ready = (page: Page) => expect(page.locator('[data-present]')).toBeVisible();

test('where windows cannot hear each other they say so, and the notes are in the one for the class', async ({
  context,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  const show = await context.newPage();
  await show.goto('./?mode=present&step=ottawa-1995');
  await ready(show);
  await show.keyboard.press('t');
  const notes = data.steps.find(({ id }) => id === 'ottawa-1995')?.notes?.en?.slice(0, 30) ?? 'no notes';
  await expect(show.locator('[data-notes]')).toContainText(notes);

  const opened = context.waitForEvent('page');
  await show.keyboard.press('w');
  const desk = await opened;
  await expect(desk.getByText(en['desk.apart'])).toBeVisible();
  // By itself it still tells what to say, and how late it is.
  await expect(desk.locator('[data-notes]')).toContainText(notes);
  await desk.getByRole('button', { name: en['desk.start'], exact: true }).click();
  await expect(desk.locator('[data-timer="runs"]')).toBeVisible();
  await desk.keyboard.press('PageDown');
  await expect(desk.locator('[data-desk]')).not.toHaveAttribute('data-desk', 'ottawa-1995');
  await expect(show.locator('[data-present]')).toHaveAttribute('data-step', 'ottawa-1995');
});

test('the clock goes on where both windows are loaded again at once', async ({ context }) => {
  const show = await context.newPage();
  await show.goto('./?mode=present&step=ottawa-1995');
  await ready(show);
  const opened = context.waitForEvent('page');
  await show.keyboard.press('w');
  const desk = await opened;
  await expect(desk.locator('[data-joined="true"]')).toBeVisible();
  await desk.getByRole('button', { name: en['desk.start'], exact: true }).click();
  const elapsed = desk.locator('[data-elapsed]');
  const threeOrMore = /^0:(0[3-9]|[1-5]\d)$/;
  await expect(elapsed).toHaveText(threeOrMore);
  await Promise.all([show.reload(), desk.reload()]);
  await expect(desk.locator('[data-joined="true"]')).toBeVisible();
  await expect(desk.locator('[data-timer="runs"]')).toBeVisible();
  expect(await elapsed.innerText()).toMatch(threeOrMore);
});

test('a story without steps says so, and leads to the page with that story', async ({ page }) => {
  await serve(page, { body: fixture('small-flow') });
  await page.goto(`./?mode=present&data=${ADDRESS}`);
  await ready(page);
  await expect(page.getByText(en['present.no-steps'])).toBeVisible();
  // No key of a clicker leads anywhere that there is not.
  for (const key of ['PageDown', 'End', 'Escape', 'g', '3', 'w']) await page.keyboard.press(key);
  await expect(page.getByText(en['present.no-steps'])).toBeVisible();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: en['present.back-to-page'] }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page).toHaveURL(/[?]data=/);
  await expect(page.locator('[data-stage] g[data-kind="event"]').first()).toBeVisible();
});

test('all steps are on one screen in French, whose names are longer', async ({ page }) => {
  for (const [width, height] of [
    [1280, 800],
    [1024, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('./?mode=present&step=founding&lang=fr');
    await ready(page);
    await page.keyboard.press('o');
    const overview = page.locator('[data-overview]');
    await expect(overview.locator('[data-mini]')).toHaveCount(data.steps.length);
    const room = await overview.evaluate((all) => ({
      over: Math.max(0, all.scrollHeight - all.clientHeight),
      cut: [...all.querySelectorAll('.name')].filter((e) => e.scrollWidth > e.clientWidth + 1).length,
    }));
    expect(room, `${width} × ${height}`).toEqual({ over: 0, cut: 0 });
  }
});
