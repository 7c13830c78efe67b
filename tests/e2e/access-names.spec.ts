/**
 * What the page is called, part by part: marks, buttons, headings, landmarks, language; and the way past the head.
 * What a green run does not prove: that a name helps, or that a screen reader says it as Chromium computes it.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import { open, openStory, type Lang } from './support-access/page';
import { turnTo } from './support/stage';

const MARKS = ['event', 'summit', 'node', 'link', 'cluster']
  .map((kind) => `[data-stage] [data-kind="${kind}"]`)
  .join(', ');

const names = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((each) => ({ id: each.dataset.id, name: each.getAttribute('aria-label') ?? '' })),
    );

/** Windows that bring every kind of mark. */
const WINDOWS = [
  '',
  'from=2025-06-01&to=2025-06-30',
  'from=2025-11-20&to=2025-11-26&others=1',
  'from=1990&to=2005',
];

for (const lang of ['en', 'fr'] satisfies Lang[]) {
  test(`marks have names, short, unique and in words (${lang})`, async ({ page }) => {
    const kinds = new Set<string>();
    await open(page, `?lang=${lang}`);
    for (const window of WINDOWS) {
      await turnTo(page, `?lang=${lang}&${window}`);
      const marks = await names(page, MARKS);
      for (const kind of await page
        .locator(MARKS)
        .evaluateAll((all) => all.map(({ dataset }) => dataset.kind)))
        if (kind) kinds.add(kind);
      expect(marks.length).toBeGreaterThan(20);
      for (const { id, name } of marks) {
        expect(name.trim(), id).not.toBe('');
        expect(name.length, name).toBeLessThanOrEqual(150);
        expect(name, id).not.toMatch(/\d{4}-\d{2}|\d{7,}|undefined|NaN|\{\w+\}/);
      }
      const all = marks.map(({ name }) => name);
      expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
    }
    expect([...kinds].sort()).toEqual(['cluster', 'event', 'link', 'node', 'summit']);
  });

  test(`what is read on a control is in its name (${lang})`, async ({ page }) => {
    const story = await openStory(page, `?lang=${lang}&select=p-smuggling&thread=cybercrime`, lang);
    await expect(page.locator('[data-panel] [data-kind="source"]').first()).toBeAttached();
    await page.locator('search input').fill('cyber');
    const wrong = await page
      .locator('button, a[href], [role="slider"], input, select, [role="button"]')
      .evaluateAll((all) =>
        all.flatMap((control) => {
          const words = (text: string | null | undefined) =>
            (text ?? '')
              .toLowerCase()
              .replace(/[\s ]+/g, ' ')
              .replace(/^[‹›−+•]+$/, '')
              .trim();
          const labels =
            control instanceof HTMLInputElement || control instanceof HTMLSelectElement
              ? control.labels
              : null;
          const read = control instanceof HTMLButtonElement ? words(control.innerText) : '';
          const name = words(
            control.getAttribute('aria-label') ??
              ([...(labels ?? [])].map((l) => l.textContent).join(' ') || control.textContent),
          );
          // Without a label of its own, what is read is the name.
          const labelled = control.hasAttribute('aria-label');
          return name === '' || (labelled && !name.includes(read))
            ? [`${control.outerHTML.slice(0, 120)}: “${read}” in “${name}”`]
            : [];
        }),
      );
    expect(wrong).toEqual([]);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page).toHaveTitle(story.title);
  });
}

for (const view of ['stage', 'table']) {
  test(`one heading at the top, none skipped, landmarks (${view})`, async ({ page }) => {
    await open(page, `?view=${view}&select=p-smuggling`);
    await expect(page.locator('[data-panel] h3').first()).toBeVisible();
    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((all) => all.filter((h) => h.checkVisibility()).map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) =>
      expect(level, levels.join(' ')).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1),
    );
    for (const role of ['main', 'banner', 'contentinfo'] as const)
      await expect(page.getByRole(role), role).toHaveCount(1);
    await expect(page.locator('[role="application"]')).toHaveCount(0);
  });
}

test('the first tab stop leads past the head, into the stage', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the story' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-stage] [role="button"]:focus')).toHaveCount(1);
  expect(new URL(page.url()).hash).toBe('');
});
