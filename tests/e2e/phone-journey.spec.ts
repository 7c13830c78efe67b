/**
 * What an hour on a bus must allow: with one thumb on a phone, find out what leaders asked about migrant smuggling
 * and what came of it. What a green run does not prove: that a person finds the way; only that it is there, that
 * every step is one tap of one finger on something large enough, and that the answers are on the screen.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './support/test';
import { data } from './support/story';
import { boxOf, open, panel } from './support/stage';

const ASKED = 'm-migrant';
const CAME = 'o-call';

/** One tap on something a thumb hits: at least 44 px high where it is tapped, and nothing over it. */
async function thumb(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const { height } = await boxOf(target);
  expect(height, `a target for a thumb: ${String(target)}`).toBeGreaterThanOrEqual(44);
  await target.tap();
}

const labelOf = (id: string, lang: 'en' | 'fr') => {
  const node = data.nodes.find((each) => each.id === id);
  if (!node) throw new Error(`the story has no ${id}`);
  return node.label[lang] ?? '';
};

/** The card of a node: its name, what it says in plain words, and a source to open. */
async function tells(page: Page, id: string, lang: 'en' | 'fr'): Promise<void> {
  const node = data.nodes.find((each) => each.id === id);
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(labelOf(id, lang));
  await expect(panel(page)).toContainText(node?.summary[lang] ?? '∅');
  await expect(panel(page).locator('a[href^="https://"]').first()).toBeAttached();
}

for (const lang of ['en', 'fr'] as const) {
  test(`by the list: ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    await thumb(page.locator('[data-kind="thread"][data-id="migrant-smuggling"]'));
    await thumb(page.locator(`[data-view="threads"] [data-id="${ASKED}"]`));
    await tells(page, ASKED, lang);
    // What came of it stands in the same card, and leads on.
    await thumb(
      panel(page)
        .getByRole('button', { name: labelOf(CAME, lang) })
        .first(),
    );
    await tells(page, CAME, lang);
    // One step back is the question again, one more the list.
    await page.goBack();
    await tells(page, ASKED, lang);
    await page.goBack();
    await expect(panel(page)).toHaveCount(0);
  });
}

test('by the flow', async ({ page }) => {
  await open(page, '?view=flow');
  await thumb(page.locator('[data-kind="thread"][data-id="migrant-smuggling"]'));
  await page.locator(`[data-view="flow"] [data-kind="node"][data-id="${ASKED}"]`).tap();
  await tells(page, ASKED, 'en');
  await thumb(page.locator(`[data-view="flow"] [data-kind="node"][data-id="${CAME}"]`));
  await tells(page, CAME, 'en');
});
