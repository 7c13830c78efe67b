/**
 * The class is asked what a step has for it, without leaving the presentation: from either window, by keys and by a
 * button, and back to the same step.
 * What a green run does not prove: that a class has time for it, or that anybody counts the hands.
 */
import { expect, type Page } from '@playwright/test';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import { data } from './support/story';
import { test } from './support/test';

const [one, two] = data.questions.filter(({ step }) => step === 'ministers');
const at = (show: Page, id: string) =>
  expect(show.locator('[data-present]')).toHaveAttribute('data-step', id);
const asked = (show: Page) => show.locator('[data-asked]');

test('a step’s questions are asked, told and left, from both windows', async ({ context }) => {
  if (!one || !two) throw new Error('The step has not two questions any more.');
  const show = await context.newPage();
  await show.goto('./?mode=present&step=ministers');
  await at(show, 'ministers');
  const opened = context.waitForEvent('page');
  await show.keyboard.press('w');
  const desk = await opened;
  await expect(desk.locator('[data-joined="true"]')).toBeVisible();

  await show.keyboard.press('a');
  await expect(asked(show).getByRole('heading')).toHaveText(one.ask.en ?? '');
  // Whoever speaks knows the answer; the window for the class does not hold it yet.
  await expect(desk.getByText(one.why.en ?? '')).toBeVisible();
  expect(await show.content()).not.toContain(one.why.en?.slice(0, 40));
  await desk.keyboard.press('PageDown');
  await expect(asked(show).getByText(one.why.en ?? '')).toBeVisible();
  await show.keyboard.press('b');
  await expect(show.locator('[data-black]')).toBeVisible();
  await show.reload();
  await expect(show.locator('[data-black]')).toBeVisible();
  await show.keyboard.press('b');
  await expect(asked(show).getByText(one.why.en ?? '')).toBeVisible();
  await show.keyboard.press('PageDown');
  await expect(asked(show).getByRole('heading')).toHaveText(two.ask.en ?? '');
  await show.keyboard.press('PageDown');
  // After the last answer the step is there again, and then the next one.
  await show.keyboard.press('PageDown');
  await expect(asked(show)).toHaveCount(0);
  await at(show, 'ministers');

  await desk.getByRole('button', { name: en['present.ask'], exact: true }).click();
  await expect(asked(show)).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(asked(show)).toHaveCount(0);
  await show.locator('[data-go="menu"]').click();
  await show.locator('[data-tool="ask"]').click();
  await expect(asked(show)).toBeVisible();
  await show.keyboard.press('Escape');
  await expect(asked(show)).toHaveCount(0);
  await expect(show.locator('[data-overview]')).toHaveCount(0);
  await at(show, 'ministers');
  await show.keyboard.press('PageDown');
  await at(show, 'seven-eight-seven');
});

test('every question is large enough for the last row, and all of it is on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./?mode=present&step=founding&lang=fr');
  await at(page, 'founding');
  const seen = new Set<string | null>();
  for (const { id } of data.steps) {
    await page.keyboard.press('o');
    await page.locator(`[data-overview] [data-id="${id}"]`).click();
    await at(page, id);
    await page.keyboard.press('a');
    for (const question of data.questions.filter(({ step }) => step === id)) {
      await expect(asked(page)).toHaveAttribute('data-asked', question.id);
      await page.keyboard.press('PageDown');
      await expect(asked(page).getByText(question.why.fr ?? '')).toBeVisible();
      const room = await asked(page).evaluate((layer) => {
        const sizes = [...layer.querySelectorAll('h2, p, span:not(.visually-hidden)')].map(
          (element) => parseFloat(getComputedStyle(element).fontSize) / innerHeight,
        );
        return {
          over: Math.max(0, layer.scrollHeight - layer.clientHeight, layer.scrollWidth - layer.clientWidth),
          small: sizes.filter((share) => share < 0.028).length,
        };
      });
      expect.soft(room, question.id).toEqual({ over: 0, small: 0 });
      seen.add(question.id);
      await page.keyboard.press('PageDown');
    }
    await expect(asked(page)).toHaveCount(0);
  }
  expect(seen.size).toBe(data.questions.length);
});
