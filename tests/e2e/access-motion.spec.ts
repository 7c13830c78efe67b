/**
 * Motion where it is wanted, none where it is not.
 * What a green run does not prove: that the motion is smooth (the bench looks at that) or pleasant.
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { open } from './support-access/page';

/** Where the window stands on the overview after each frame, from a press on a button until `frames` have passed. */
const follow = (name: string, frames: number) => async () => {
  const window_ = document.querySelector<HTMLElement>('[data-minimap] [data-part="window"]');
  const button = [...document.querySelectorAll('button')].find((b) => b.textContent?.trim() === name);
  const places: string[] = [];
  button?.click();
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame);
    places.push(window_?.style.insetInlineStart ?? '');
  }
  return places;
};
const source = (name: string, frames: number) =>
  `(${follow.toString()})(${JSON.stringify(name)}, ${frames})()`;

test('with less motion the camera jumps and nothing is animated', async ({ page }) => {
  await open(page);
  const places = await page.evaluate<string[]>(source('2024', 12));
  expect(new Set(places).size).toBe(1);
  await expect(page.getByRole('button', { name: '2024', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByText('Even scale').click();
  await page.locator('button[data-kind="thread"]').first().click();
  expect(
    await page.evaluate(() => document.getAnimations().filter((a) => a.playState === 'running').length),
  ).toBe(0);
});

test.describe('without a preference', { tag: '@chromium' }, () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('the camera flies over several frames and lands exactly', async ({ page }) => {
    await open(page);
    const places = await page.evaluate<string[]>(source('2024', 60));
    // A slow machine draws few; a jump would be one.
    expect(new Set(places).size).toBeGreaterThan(2);
    const numbers = places.map(parseFloat);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers); // one way, nothing overshoots
    await expect(page.getByRole('button', { name: '2024', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const landed = await page.locator('[data-minimap] [data-part="window"]').getAttribute('style');
    await open(page, '?from=2024&to=2024');
    await expect(page.locator('[data-minimap] [data-part="window"]')).toHaveAttribute('style', landed ?? '');
  });
});
