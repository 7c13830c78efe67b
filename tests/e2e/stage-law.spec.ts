/**
 * Nothing is hidden silently: what is shown and what is counted add up to the story, in the page as readers see it.
 * What a green run does not prove: that every count stands beside the events it holds (the unit tests of the layout
 * do), or that it holds at windows other than these (a property test does).
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { data } from './support/story';
import { heldBy, open, SIZES, turnTo } from './support/stage';

for (const size of SIZES) {
  // Another engine measures words otherwise: there the narrowest will do.
  const tag = size.width === 1024 ? [] : '@slow-firefox';
  test(`shown + counted = all at ${size.width}×${size.height}`, { tag }, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page);
    for (const query of ['', '?scale=even', '?thread=cybercrime', '?scale=even&select=o-call']) {
      await turnTo(page, query);
      const { shown, counted, summits } = await heldBy(page);
      expect(shown + counted, `${shown} shown and ${counted} counted at “${query}”`).toBe(data.events.length);
      expect(summits, `summits at “${query}”`).toBe(data.summits.length);
    }
  });
}

test('no mark stands for a thing twice', async ({ page }) => {
  await open(page);
  const ids = await page
    .locator('[data-stage] g[data-id]')
    .evaluateAll((marks) => marks.map((mark) => (mark as SVGElement).dataset.id));
  expect(ids.length).toBeGreaterThan(100);
  expect(ids).toEqual([...new Set(ids)]);
});
