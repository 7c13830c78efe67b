/**
 * The tables hold the whole story, and can be sorted, filtered and chosen from.
 * What a green run does not prove: that the texts are right (tests/*.test.ts hold them against the facts).
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { mark, open, openStory, said } from './support-access/page';

const table = (page: Page, caption: 'table.events' | 'table.links') =>
  page.getByRole('table').filter({ has: page.locator('caption', { hasText: said('en', caption) }) });
const rows = (page: Page, caption: 'table.events' | 'table.links') =>
  table(page, caption).locator('tbody tr');
const ids = (page: Page, caption: 'table.events' | 'table.links') =>
  rows(page, caption)
    .locator('th button')
    .evaluateAll((all) => all.map(({ dataset }) => dataset.id ?? ''));

test('every event, summit and link has a row, and nothing else has', async ({ page }) => {
  const story = await openStory(page, '?view=table');
  const events = [...story.events, ...story.summits].map(({ id }) => id);
  expect((await ids(page, 'table.events')).sort()).toEqual(events.sort());
  expect((await ids(page, 'table.links')).sort()).toEqual(story.links.map(({ id }) => id).sort());
});

test('every column sorts both ways and says so, in both tables', async ({ page }) => {
  await open(page, '?view=table');
  for (const caption of ['table.events', 'table.links'] as const) {
    const all = (await ids(page, caption)).sort();
    const headers = table(page, caption).locator('thead th');
    for (let i = 0; i < (await headers.count()); i++) {
      const header = headers.nth(i);
      /** What a reader sorts by: words, or the first day of what is dated. */
      const cells = () =>
        rows(page, caption)
          .locator(`:nth-child(${i + 1}):is(td, th)`)
          .evaluateAll((all) =>
            all.map((cell) => {
              const day = cell.querySelector('time')?.dateTime;
              return day ? `${day}-01-01`.slice(0, 10) : (cell.textContent?.trim() ?? '');
            }),
          );
      await header.getByRole('button').click();
      if ((await header.getAttribute('aria-sort')) !== 'ascending') await header.getByRole('button').click();
      await expect(header).toHaveAttribute('aria-sort', 'ascending');
      const up = await cells();
      await header.getByRole('button').click();
      await expect(header).toHaveAttribute('aria-sort', 'descending');
      const down = await cells();
      // Groups of equal cells come in the opposite order.
      const groups = (list: string[]) => list.filter((text, at) => text !== list[at - 1]);
      expect(groups(down)).toEqual(groups(up).reverse());
      expect((await ids(page, caption)).sort()).toEqual(all);
      await expect(table(page, caption).locator('[aria-sort]'), caption).toHaveCount(1);
    }
  }
});

test('dates sort as time runs', async ({ page }) => {
  await open(page, '?view=table');
  const dates = table(page, 'table.events').locator('thead th').first().getByRole('button');
  await dates.click(); // they stand in that order: now the last comes first
  const times = await rows(page, 'table.events')
    .locator('time')
    .evaluateAll((all) => all.map((t) => t.getAttribute('datetime') ?? ''));
  const byYear = times.map((time) => time.slice(0, 4));
  expect(byYear).toEqual([...byYear].sort().reverse());
});

test('words filter without regard to accents, a thread filters, and nothing can be cleared', async ({
  page,
}) => {
  const story = await openStory(page, '?view=table&lang=fr', 'fr');
  const shownIds = (...kinds: string[]) =>
    page
      .locator(kinds.map((kind) => `tbody button[data-kind="${kind}"]`).join(', '))
      .evaluateAll((all) => all.map(({ dataset }) => dataset.id ?? ''));
  const find = page.getByRole('searchbox', { name: said('fr', 'table.filter-text') });
  const accented = story.summits.find(({ place }) => /[éèâ]/.test(place));
  expect(accented).toBeDefined();
  const bare = accented?.place.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() ?? '';
  await find.fill(bare);
  expect(await shownIds('event', 'summit')).toContain(accented?.id);
  expect((await shownIds('event', 'summit')).length).toBeLessThan(10);

  await find.fill('');
  await page.getByRole('combobox', { name: said('fr', 'table.filter-thread') }).selectOption('cybercrime');
  const mine = story.events.filter(({ threads }) => threads.includes('cybercrime')).map(({ id }) => id);
  expect((await shownIds('event', 'summit')).sort()).toEqual(mine.sort());
  const links = story.links.filter(({ threads }) => threads.includes('cybercrime')).map(({ id }) => id);
  expect((await shownIds('link')).sort()).toEqual(links.sort());

  await find.fill('zzz');
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.getByText(said('fr', 'table.nothing')).first()).toBeVisible();
  await page
    .getByRole('button', { name: said('fr', 'table.clear') })
    .first()
    .click();
  await expect(page.locator('tbody button:is([data-kind="event"], [data-kind="summit"])')).toHaveCount(
    story.events.length + story.summits.length,
  );
  await expect(page.locator('tbody button[data-kind="link"]')).toHaveCount(story.links.length);
  await expect(find).toHaveValue('');
});

test('a chosen row opens the panel and stays chosen on the stage', async ({ page }) => {
  const story = await openStory(page, '?view=table');
  const [first] = story.events.filter(({ importance }) => importance === 1);
  const id = first?.id ?? '';
  await mark(page, id).click();
  await expect(page.locator('[data-panel] h2')).toHaveText(first?.title ?? '');
  await expect(mark(page, id)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: said('en', 'view.stage'), exact: true }).click();
  await expect(page.locator(`[data-stage] [data-kind="event"][data-id="${id}"]`)).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.locator('[data-panel] h2')).toHaveText(first?.title ?? '');
  await page.getByRole('button', { name: said('en', 'view.table'), exact: true }).click(); // one press leads back
  await expect(mark(page, id)).toHaveAttribute('aria-pressed', 'true');
  await expect(mark(page, id)).toBeInViewport();
});

test('two presses of a key lead from the heading of the view to the table', async ({ page }) => {
  await open(page);
  await page.locator('#view-heading').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toHaveCount(2);
});
