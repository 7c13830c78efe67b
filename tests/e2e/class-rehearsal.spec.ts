/**
 * A whole lesson, rehearsed: from the lesson's page into the presentation, through all steps by a clicker's keys alone with
 * the presenter's window beside, the projector pulled, both windows loaded again in the middle, the handout printed, and back.
 * What a green run does not prove: a real clicker and projector, or that it makes a good lesson: people.
 */
import { expect } from '@playwright/test';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import { readPdf } from './support/pdf-text';
import { data } from './support/story';
import { test } from './support/test';

const STEPS = data.steps;
const LAST = STEPS.at(-1);

test(
  'a lesson is taught from end to end by a clicker',
  { tag: '@wide' },
  async ({ context, browserName }) => {
    const show = await context.newPage();
    await show.setViewportSize({ width: 1280, height: 720 });
    await show.goto('./lesson/');
    await show.locator('a[href*="mode=present"]').first().click();
    await expect(show.locator('[data-present]')).toBeVisible();

    const opened = context.waitForEvent('page');
    await show.keyboard.press('w');
    const desk = await opened;
    await expect(desk.locator('[data-joined="true"]')).toBeVisible();
    await show.bringToFront();

    const step = () => show.locator('[data-present]').getAttribute('data-step');
    const held = () => show.locator('[data-present].held').count();
    await show.keyboard.press('Home');
    const taught: (string | null)[] = [];
    const asked: (string | null)[] = [];
    let presses = 0;
    const next = async () => {
      const before = `${await step()} ${await held()}`;
      await show.keyboard.press('PageDown');
      presses++;
      await expect.poll(async () => `${await step()} ${await held()}`).not.toBe(before);
    };
    await expect.poll(step).toBe(STEPS[0]?.id);
    for (;;) {
      const id = await step();
      if (await held()) {
        asked.push(id);
        await next();
        continue;
      }
      taught.push(id);
      await expect(desk.locator('[data-desk]')).toHaveAttribute('data-desk', id ?? '');
      if (id === 'seven-eight-seven') {
        // A question from the class: black, and on where one was.
        await show.keyboard.press('.');
        await expect(show.locator('[data-black]')).toBeVisible();
        await expect(desk.locator('[data-black]')).toHaveText(en['desk.black-now']);
        await show.keyboard.press('.');
        await expect(show.locator('[data-black]')).toHaveCount(0);
        // The projector is pulled and comes back with another size.
        await show.setViewportSize({ width: 800, height: 600 });
        await show.setViewportSize({ width: 1024, height: 768 });
        for (const page of [show, desk]) await page.reload();
        await expect(desk.locator('[data-joined="true"]')).toBeVisible();
        await expect.poll(step).toBe(id);
        await expect.poll(held).toBe(0);
        await expect(desk.locator('[data-desk]')).toHaveAttribute('data-desk', id);
      }
      if (id === LAST?.id) break;
      await next();
    }
    expect(taught).toEqual(STEPS.map(({ id }) => id));
    expect(asked).toEqual(STEPS.filter(({ ask }) => ask).map(({ id }) => id));
    expect(presses).toBe(STEPS.length - 1 + asked.length);
    // One press too many ends nothing.
    await show.keyboard.press('PageDown');
    await expect.poll(step).toBe(LAST?.id);

    // Home by the tools, and the handout for the class.
    await show.locator('[data-go="menu"]').click();
    await show.locator('[data-tool="back-to-page"]').click();
    await expect(show.locator('[data-panel] h2')).toHaveText(LAST?.title.en ?? '');
    await show.setViewportSize({ width: 1440, height: 900 });
    await show.getByRole('button', { name: 'For the class', exact: true }).click();
    await show.getByRole('link', { name: 'Print a handout' }).click();
    await show.locator('[data-handout][data-ready]').waitFor();
    await show.evaluate(() => document.fonts.ready);
    const sheets = show.locator('[data-sheet]');
    expect(await sheets.count()).toBeGreaterThan(8);
    await expect(sheets.filter({ hasText: LAST?.title.en ?? '' })).not.toHaveCount(0);
    // Only one driver can print.
    if (browserName === 'chromium') {
      const printed = readPdf(await show.pdf({ preferCSSPageSize: true }));
      expect(printed).toHaveLength(await sheets.count());
      const words = printed.map(({ text }) => text).join(' ');
      expect(words.replace(/\s+/g, '')).toContain(LAST?.title.en?.replace(/\s+/g, ''));
    }
    await show.getByRole('link', { name: en['print.back'] }).click();
    await expect(show.locator('[data-panel]:visible h2')).toHaveText(LAST?.title.en ?? '');
    await expect(show).toHaveURL(new RegExp(`[?&/]step[=/]${LAST?.id}`));
  },
);
