/**
 * The guided story: every step by its button, by its address and by the history; wandering off and coming back.
 * What a green run does not prove: that the steps tell the story well, or that their camera is well chosen: people.
 */
import { expect, type Page } from '@playwright/test';
import { data } from './support/story';
import { told, type Lang } from '../speech/told';
import { open, settled } from './support/stage';
import { test } from './support/test';

const STEPS = data.steps;
const say = (key: Parameters<ReturnType<typeof told>['word']>[0], lang: Lang = 'en') => told(lang).word(key);
const card = (page: Page) => page.locator('[data-panel]');
const title = (page: Page) => card(page).getByRole('heading', { level: 2 });
const button = (page: Page, key: Parameters<typeof say>[0]) =>
  card(page).getByRole('button', { name: say(key) });
const titleOf = (index: number, lang: Lang = 'en') => STEPS[index]?.title[lang] ?? '';
/** What the picture shows, as far as it can be told from outside. */
const picture = (page: Page) =>
  page.evaluate(() => ({
    window: ['start', 'end'].map((part) =>
      document.querySelector(`[data-minimap] [data-part="${part}"]`)?.getAttribute('aria-valuenow'),
    ),
    thread: document.querySelector<HTMLElement>('button[data-kind="thread"][aria-pressed="true"]')?.dataset
      .id,
    chosen: [...document.querySelectorAll<HTMLElement>('[data-stage] g[aria-pressed="true"]')].map(
      ({ dataset }) => dataset.id,
    ),
  }));

test('is told step by step, each with its own address and picture', async ({ page }) => {
  expect(STEPS.length).toBeGreaterThanOrEqual(9);
  await open(page);
  await page.getByRole('banner').getByRole('link', { name: /12/ }).click();
  const pictures: Awaited<ReturnType<typeof picture>>[] = [];
  for (const [i, step] of STEPS.entries()) {
    await expect(title(page)).toHaveText(titleOf(i));
    await expect(page).toHaveURL(new RegExp(`[?]step=${step.id}$`));
    await expect(button(page, 'step.return')).toHaveCount(0);
    await settled(page);
    pictures.push(await picture(page));
    expect(pictures[i]?.thread).toBe(step.thread);
    if (step.select) expect(pictures[i]?.chosen).toContain(step.select);
    if (i < STEPS.length - 1) await button(page, 'step.next').click();
  }
  await expect(button(page, 'step.next')).toHaveAttribute('aria-disabled', 'true');
  await expect(title(page)).toHaveText(titleOf(STEPS.length - 1));

  await page.goBack();
  await expect(title(page)).toHaveText(titleOf(STEPS.length - 2));
  await button(page, 'step.previous').click();
  await expect(title(page)).toHaveText(titleOf(STEPS.length - 3));

  for (const i of [1, 8]) {
    await open(page, `?step=${STEPS[i]?.id}`);
    await expect(title(page)).toHaveText(titleOf(i));
    expect(await picture(page)).toEqual(pictures[i]);
  }
});

test('lets the reader wander off, and leads back', async ({ page }) => {
  await open(page, '?step=founding');
  const before = await picture(page);
  await page.locator('[data-kind="chapter"][data-id="year-2025"]').click();
  await expect(page).toHaveURL(/step=founding.*from=2025/);
  await expect(title(page)).toHaveText(titleOf(0));
  await page.reload();
  await expect(button(page, 'step.return')).toBeVisible();
  await button(page, 'step.return').click();
  await expect(button(page, 'step.return')).toHaveCount(0);
  await expect.poll(() => picture(page)).toEqual(before);

  // Words show what they name, and the step is one press away.
  await card(page).locator('[data-words="m-1976-canada"]').click();
  await expect(title(page)).toHaveText('Canada joins: the G6 becomes the G7');
  await expect(page).toHaveURL(/select=m-1976-canada/);
  await card(page)
    .getByRole('button', { name: titleOf(0) })
    .click();
  await expect(title(page)).toHaveText(titleOf(0));
  await expect.poll(() => picture(page)).toEqual(before);

  await button(page, 'panel.close').click();
  await expect(card(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/step=/);
});

test('a thread’s name in the text traces it, by mouse and by key', async ({ page }) => {
  await open(page, '?step=one-thread');
  const words = card(page).locator('[data-words="migrant-smuggling"]');
  await expect(words).toHaveAttribute('aria-pressed', 'true');
  await words.focus();
  await page.keyboard.press('Space');
  await expect(words).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect(words).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/[?]step=one-thread$/);
});

test('goes on in another language, and all steps can be gone to', async ({ page }) => {
  await open(page, '?step=asked');
  await page.getByRole('banner').getByRole('button', { name: 'Français' }).click();
  await expect(title(page)).toHaveText(titleOf(7, 'fr'));
  await expect(page).toHaveURL(/step=asked/);
  await card(page).getByText(say('step.all', 'fr')).click();
  const all = card(page).getByRole('listitem').getByRole('button');
  await expect(all).toHaveText(STEPS.map((_, i) => titleOf(i, 'fr')));
  await all.nth(2).click();
  await expect(title(page)).toHaveText(titleOf(2, 'fr'));
});
