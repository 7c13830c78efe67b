/**
 * Texts for pupils: plain words, terms explained in place, how texts are set; and that an address at a step says what was
 * seen. What a green run does not prove: that a pupil understands the words, or reads them more easily set apart.
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Page } from '@playwright/test';
import { plainProse, readProse } from '@/dataset/prose';
import { told, type Lang } from '../speech/told';
import { cutTexts, tooWide } from './support-access/boxes';
import { boxOf, open, panel, settled, turnTo } from './support/stage';
import { data } from './support/story';
import { test } from './support/test';

const word = (key: Parameters<ReturnType<typeof told>['word']>[0], lang: Lang = 'en') => told(lang).word(key);
const button = (page: Page, key: Parameters<typeof word>[0], lang: Lang = 'en') =>
  panel(page).getByRole('button', { name: word(key, lang), exact: true });
const of = <T extends { id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const text = (marked: string | undefined) => plainProse(readProse(marked ?? ''));

for (const lang of ['en', 'fr'] as const)
  test(`all texts are told in plain words at once, where there are some: ${lang}`, async ({ page }) => {
    const step = of(data.steps, 'concerns');
    const event = of(data.events, 's-1978-bonn');
    await open(page, `?lang=${lang}&step=concerns`);
    await expect(panel(page)).toContainText(text(step.text[lang]));
    await button(page, 'reading.plain', lang).click();
    await expect(panel(page)).toContainText(text(step.plain[lang]));
    await expect(page).toHaveURL(/reading=plain/);
    await panel(page).locator(`[data-words="${event.id}"]`).click();
    await expect(panel(page)).toContainText(event.plain[lang] ?? '');
    await expect(panel(page)).not.toContainText(event.summary[lang] ?? '');
    await expect(panel(page)).not.toContainText(word('reading.as-is', lang));

    // Kept on the device; and what has none says so.
    await open(page, `?lang=${lang}&select=n-plan-2024`);
    await expect(panel(page)).toContainText(word('reading.as-is', lang));
    await button(page, 'reading.plain', lang).click();
    await expect(panel(page)).not.toContainText(word('reading.as-is', lang));
    await expect(page).not.toHaveURL(/reading=/);

    // A link may ask for it, and a guest in somebody else’s page keeps nothing.
    await open(page, `?mode=embed&lang=${lang}&reading=plain&select=${event.id}`);
    await expect(panel(page)).toContainText(event.plain[lang] ?? '');
    await expect(button(page, 'reading.plain', lang)).toHaveCount(0);
    await open(page, `?lang=${lang}&select=${event.id}`);
    await expect(panel(page)).toContainText(event.summary[lang] ?? '');
  });

test('a term is explained beside its words, and nothing moves', async ({ page }) => {
  const { meaning } = of(data.glossary, 'foreign-interference');
  await open(page, '?select=s-2019-paris');
  const mark = panel(page).locator('[data-term="foreign-interference"]');
  const card = panel(page).locator('[popover]:popover-open');
  await expect(mark).toHaveAccessibleName('foreign interference');
  const before = await boxOf(mark);
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(card).toContainText(meaning.en ?? '');
  await expect(mark).toBeFocused();
  await expect(mark).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('status')).toContainText(meaning.en ?? '');
  expect(await boxOf(mark)).toEqual(before);
  const box = await boxOf(card);
  expect(box.y >= before.y + before.height || box.y + box.height <= before.y).toBe(true);
  await expect(card).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(mark).toBeFocused();

  // By a press: again closes it, so does one elsewhere, and so does going on with the keyboard.
  for (const leave of [
    () => mark.click(),
    () => panel(page).locator('h2').click(),
    () => page.keyboard.press('Shift+Tab'),
    () => panel(page).evaluate((aside) => aside.scrollBy(0, 40)),
  ]) {
    await mark.click();
    await expect(card).toHaveCount(1);
    await leave();
    await expect(card).toHaveCount(0);
  }
  await mark.click();
  await card.getByRole('button', { name: word('glossary.more') }).click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('foreign interference');
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(
    of(data.events, 's-2019-paris').title.en ?? '',
  );
});

for (const [width, height] of [
  [1024, 768],
  [390, 844],
] as const)
  test(`texts are set as the reader wants them, and nothing is cut at the most (${width} px)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, '?lang=fr&step=one-thread&reading=plain');
    const paragraph = panel(page).locator('p.text');
    const look = () =>
      paragraph.evaluate((p) => {
        const { fontSize, letterSpacing, wordSpacing, lineHeight } = getComputedStyle(p);
        return [fontSize, letterSpacing, wordSpacing, lineHeight].map((each) => parseFloat(each) || 0);
      });
    const usual = await look();
    await button(page, 'reading.name', 'fr').click();
    const choices = page.locator('[data-reading]');
    await expect(choices).toBeInViewport({ ratio: 1 });
    for (const slider of await choices.getByRole('slider').all()) {
      await slider.focus();
      await page.keyboard.press('End');
      await expect(slider).toHaveValue('3');
    }
    await page.keyboard.press('Escape');
    await expect(choices).toHaveCount(0);
    await expect(button(page, 'reading.name', 'fr')).toBeFocused();
    const most = await look();
    for (const [i, value] of most.entries()) expect(value).toBeGreaterThan(usual[i] ?? 0);
    for (const at of ['', '&select=o-communique', '&select=s-2024-drugs', '&select=su-2025']) {
      if (at) await turnTo(page, `?lang=fr&step=one-thread${at}`);
      await settled(page);
      expect(await cutTexts(page), at).toEqual([]);
      expect(await tooWide(page), at).toBeLessThanOrEqual(0);
    }
    await open(page, '?lang=fr&step=one-thread');
    expect(await look()).toEqual(most);
    await button(page, 'reading.name', 'fr').click();
    await choices.getByRole('button').last().click();
    expect(await look()).toEqual(usual);
  });

test('at a step, the address says what was seen, and leaving it by the camera makes no entry', async ({
  page,
}) => {
  const window = () =>
    page.evaluate(() =>
      ['start', 'end'].map((part) =>
        document.querySelector(`[data-minimap] [data-part="${part}"]`)?.getAttribute('aria-valuenow'),
      ),
    );
  await open(page, '?step=ottawa-1995');
  const entries = await page.evaluate(() => history.length);
  await page.locator('[data-stage]').first().press('0');
  await page.locator('[data-kind="chapter"]').first().click();
  await expect(page).toHaveURL(/^[^?]*\?step=ottawa-1995&from=\d+&to=\d+$/);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  const seen = await window();
  await page.reload();
  await open(page, new URL(page.url()).search);
  expect(await window()).toEqual(seen);

  // Nothing traced and nothing chosen is said too, where the step traces and points.
  await page
    .getByRole('button', { name: word('threads.all'), exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/step=ottawa-1995.*thread=(&|$)/);
  await page.reload();
  await expect(page.locator('button[data-kind="thread"][aria-pressed="true"]')).toHaveCount(0);
});

test('links in a text keep the language and the story', async ({ page }) => {
  await open(page, '?lang=fr&step=founding');
  const words = panel(page).locator('[data-words="m-1976-canada"]');
  await expect(words).toHaveAttribute('href', /^\?(?=.*lang=fr)(?=.*select=m-1976-canada)/);
  await expect(page.getByRole('banner').getByRole('link').first()).toHaveAttribute(
    'href',
    /^\?(?=.*lang=fr)(?=.*step=founding)/,
  );
});
