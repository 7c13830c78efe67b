/**
 * The panel tells what is chosen and where it is said; a reader can check it and find the way back.
 * What a green run does not prove: that the sources say it, or that their addresses still answer.
 */
import { expect } from '@playwright/test';
import { test } from './support/test';
import { pointOn } from './support/points';
import { mark, open, panel, stage } from './support/stage';

test('it shows which source says that the Call to Action advances the Action Plan', async ({ page }) => {
  await open(page);
  const at = await pointOn(page, 'n-plan-2024__o-call');
  await page.mouse.click(at.x, at.y);
  await expect(page).toHaveURL(/select=n-plan-2024__o-call/);
  const heading = panel(page).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText('Action Plan on migrant smuggling → Call to action on social media');
  await expect(panel(page)).toContainText('The call is meant to advance the 2024 plan.');
  await expect(panel(page).getByText('G7 Canada 2025 (Government of Canada)').first()).toBeVisible();

  const sources = panel(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Sources' }) });
  const entry = sources.locator('li').filter({ hasText: 'Call To Action For Collaboration' });
  const link = entry.getByRole('link', { name: /^Call To Action For Collaboration/ });
  await expect(link).toHaveAttribute('rel', /\bnoopener\b/);
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('href', /^https:\/\//);
  await expect(entry).toContainText('paragraph 1');
});

test('no link out of the page gives its opener away', async ({ page }) => {
  for (const id of ['ev-20251123-outcomes', 'o-communique', 'n-plan-2024__o-call', 's-1989-fatf']) {
    await open(page, `?select=${id}`);
    await expect(panel(page).getByRole('heading', { name: 'Sources' })).toBeVisible();
    const unsafe = await panel(page)
      .locator('a[href]')
      .evaluateAll((all) =>
        (all as HTMLAnchorElement[]).filter((a) => !/noopener/.test(a.rel)).map((a) => a.href),
      );
    expect(unsafe).toEqual([]);
    expect(await panel(page).locator('a[href]').count()).toBeGreaterThan(0);
  }
});

test('a source that is not to be linked to stays a reference without a link', async ({ page }) => {
  await open(page, '?select=ev-20251123-media');
  const source = panel(page).locator('li').filter({ hasText: 'Global News / The Canadian Press' }).last();
  await expect(source).toContainText('Reference only: no public address');
  await expect(source.locator('a')).toHaveCount(0);
  await expect(page.locator('a[href*="webjosh"]')).toHaveCount(0);
  await source.locator('[data-kind="source"]').click();
  await expect(panel(page)).toContainText('Reference only: no public address');
  await expect(page.locator('a[href*="webjosh"]')).toHaveCount(0);
});

test('what is chosen above can be shown below, and the other way round', async ({ page }) => {
  await open(page, '?select=ev-20250617-tnr&from=2025-06-17&to=2025-06-18');
  await panel(page)
    .getByRole('button', { name: /^Show in the flow/ })
    .first()
    .click();
  const inFlow = page.locator('[data-stage] g[data-kind="node"]:focus');
  await expect(inFlow).toBeInViewport();
  // The card stays: only the camera has moved.
  await expect(page).toHaveURL(/select=ev-20250617-tnr/);

  await open(page, '?select=n-plan-2024&from=2025-11-21');
  await panel(page)
    .getByRole('button', { name: /^Show on the timeline/ })
    .first()
    .click();
  const above = page.locator('[data-stage] g:is([data-kind="event"], [data-kind="summit"]):focus');
  await expect(above).toBeInViewport();
  const [box, edge] = [await above.boundingBox(), await stage(page).boundingBox()];
  expect(box && edge && box.x >= edge.x && box.x + box.width <= edge.x + edge.width).toBe(true);
});

test('closing it gives the focus back to the mark', async ({ page }) => {
  await open(page);
  for (const id of ['s-2001-rome', 'o-call']) {
    await mark(page, id).focus();
    await page.keyboard.press('Enter');
    await panel(page).getByRole('button', { name: 'Close', exact: true }).click();
    await expect(panel(page)).toHaveCount(0);
    await expect(mark(page, id)).toBeFocused();
  }
  // Also for what was chosen inside it last.
  await mark(page, 'o-call').focus();
  await page.keyboard.press('Enter');
  await panel(page).locator('button[data-kind="node"][data-id="n-plan-2024"]').click();
  await expect(page).toHaveURL(/select=n-plan-2024/);
  await panel(page).getByRole('button', { name: 'Close', exact: true }).click();
  await expect(mark(page, 'n-plan-2024')).toBeFocused();
});
