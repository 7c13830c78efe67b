/**
 * What did not fit is counted by a button that leads to it.
 * What a green run does not prove: that the counts stand where a reader looks for them, or that what they hold is
 * reached in few steps at other sizes of the page.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './support/test';
import { mark, open, panel, period, settled, stage, turnTo } from './support/stage';
import { data } from './support/story';

const clusters = (page: Page): Locator => stage(page).locator('g[data-kind="cluster"]');
const ids = (marks: Locator): Promise<string[]> =>
  marks.evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.id ?? ''));
const shown = (page: Page): Promise<string[]> => ids(stage(page).locator('g[data-kind="event"]'));

test('a count is a button that says how many it holds and from when', async ({ page }) => {
  await open(page);
  const all = await clusters(page).evaluateAll((marks) =>
    marks.map((one) => ({
      role: one.getAttribute('role'),
      name: one.getAttribute('aria-label') ?? '',
      count: Number((one as SVGElement).dataset.count),
      text: one.textContent?.trim(),
    })),
  );
  expect(all.length).toBeGreaterThan(3);
  for (const { role, name, count, text } of all) {
    expect(role).toBe('button');
    expect(count).toBeGreaterThan(0);
    expect(name).toMatch(new RegExp(`^${count} more events?, .*\\d{4}`));
    expect(text).toBe(`+${count}`);
  }
});

test('every event that a count holds can be reached from it', async ({ page }) => {
  await open(page);
  const reached = new Set(await shown(page));
  expect(reached.size).toBeLessThan(data.events.length);
  // Each count of each picture that a count leads to, until nothing new appears.
  const waiting = (await ids(clusters(page))).map((id) => ({ query: '', id }));
  const asked = new Set<string>();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (reached.size === data.events.length) break;
    // A mark that has the focus keeps its place; a summit is never gathered.
    await turnTo(page, '');
    await stage(page).locator('g[data-kind="summit"]').first().focus();
    await turnTo(page, next.query);
    const before = await period(page);
    await mark(page, next.id).click();
    await settled(page);
    if (await panel(page).isVisible()) {
      for (const id of await ids(panel(page).locator('[data-kind="event"]'))) reached.add(id);
      await panel(page).getByRole('button', { name: 'Close' }).click();
      continue;
    }
    expect(await period(page), `${next.id} leads somewhere from “${next.query}”`).not.toBe(before);
    for (const id of await shown(page)) reached.add(id);
    // The address follows when the movement has settled.
    await expect.poll(() => new URL(page.url()).search).not.toBe(next.query);
    const query = new URL(page.url()).search;
    for (const id of await ids(clusters(page))) {
      if (asked.has(`${id}${query}`)) continue;
      asked.add(`${id}${query}`);
      waiting.push({ query, id });
    }
  }
  expect(data.events.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
});

test('events that share a day are listed in the panel, and each can be opened', async ({ page }) => {
  await open(page, '?scale=even&from=2024-06-01&to=2025-12-31');
  const listing = clusters(page).filter({ hasText: '+' });
  const all = await ids(listing);
  let listed = 0;
  for (const id of all) {
    await turnTo(page, '?scale=even&from=2024-06-01&to=2025-12-31');
    const count = Number(await mark(page, id).getAttribute('data-count'));
    await mark(page, id).focus();
    await page.keyboard.press('Enter');
    await settled(page);
    if (!(await panel(page).isVisible())) continue;
    listed++;
    const things = panel(page).locator('[data-kind="event"]');
    await expect(things).toHaveCount(count);
    for (const event of await ids(things)) {
      await things.and(page.locator(`[data-id="${event}"]`)).click();
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(titleOf(event));
      await expect(page).toHaveURL(new RegExp(`select=${event}`));
      await page.goBack();
      await turnTo(page, '?scale=even&from=2024-06-01&to=2025-12-31&scheme=auto');
      await mark(page, id).focus();
      await page.keyboard.press('Enter');
      await expect(things).toHaveCount(count);
    }
    break;
  }
  expect(listed, `one of ${all.length} counts is listed`).toBe(1);
});

const titleOf = (id: string): string => data.events.find((event) => event.id === id)?.title.en ?? '';
