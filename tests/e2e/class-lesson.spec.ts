/**
 * The lesson: reached from the story, read without scripts, in both languages, on a narrow screen; its links set the
 * pictures that they name, in the language of the lesson. That all of them are sound is the law of build/lesson/.
 * What a green run does not prove: that a class learns from it, or that the services it is handed to take it.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { told, type Lang } from '../speech/told';
import { findings } from './support-access/axe';
import { live } from './support/live';
import { open, panel } from './support/stage';
import { data } from './support/story';
import { test } from './support/test';

const LANGS = ['en', 'fr'] satisfies Lang[];
const ADDRESS = { en: './lesson/', fr: './fr/lesson/' };
const FIRST_QUESTION = {
  en: 'When was Canada there for the first time?',
  fr: 'Quand le Canada y est-il pour la première fois?',
};
const activity = (page: Page, id: string) => page.locator(`section#${id}`);

for (const lang of LANGS) {
  test(`is linked from the story, and its links set the picture (${lang})`, async ({ page }) => {
    // From the page of a thread: there the way is longer.
    await open(page, `${lang === 'fr' ? 'fr/' : ''}thread/cybercrime/`);
    await page.getByRole('button', { name: told(lang).word('class.name') }).click();
    for (const key of ['how.lesson', 'credit.access'] as const) {
      const link = page.getByRole('link', { name: told(lang).word(key) });
      const answer = await page.request.get(await link.evaluate((each: HTMLAnchorElement) => each.href));
      // A server that answers with the story where nothing is would deceive.
      expect((await answer.text()).includes('data-prerendered'), key).toBe(false);
    }
    await page.getByRole('link', { name: told(lang).word('how.lesson') }).click();
    await expect(page).toHaveURL(new RegExp(`/${ADDRESS[lang].slice(2)}$`));
    await expect(page.locator('html')).toHaveAttribute('lang', lang);

    await activity(page, 'first-look').locator('.pupils a').nth(1).click();
    await live(page);
    await expect(page.locator('[data-panel]')).toContainText(FIRST_QUESTION[lang]);
    await page.goto(ADDRESS[lang]);

    await activity(page, 'first-look').locator('#first-look-4 li a').first().click();
    const outcomes = data.steps.find(({ id }) => id === 'outcomes');
    await expect(page.locator('[data-present] h1')).toHaveText(outcomes?.title[lang] ?? '');
    await page.goto(ADDRESS[lang]);

    const group = activity(page, 'one-thread').locator('#one-thread-3 li a').nth(3);
    await group.click();
    await live(page);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('button[data-kind="thread"][data-id="cybercrime"]')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.goto(ADDRESS[lang]);

    await activity(page, 'how-we-know').locator('#how-we-know-3 li a').nth(3).click();
    await live(page);
    const okinawa = data.events.find(({ id }) => id === 's-2000-okinawa');
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(okinawa?.title[lang] ?? '');
    expect(new URL(page.url()).searchParams.get('from')).toBe('1998');
    await page.goto(ADDRESS[lang]);

    await activity(page, 'how-we-know').locator('.pupils a').first().click();
    await live(page);
    const days = data.steps.find(({ id }) => id === 'three-days');
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(days?.title[lang] ?? '');
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('reads, leads from its contents to each activity, and is there in both languages', async ({
    page,
  }) => {
    await page.goto(ADDRESS.en);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    for (const [id, minutes] of [
      ['first-look', 20],
      ['one-thread', 45],
      ['how-we-know', 75],
    ] as const) {
      await contents.locator(`a[href="#${id}"]`).click();
      await expect(activity(page, id).getByRole('heading', { level: 3 })).toBeInViewport();
      await expect(activity(page, id).locator('h3 time')).toHaveText(`${minutes} min`);
    }
    await page.getByRole('link', { name: 'Français' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Leçon/);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Lesson/);
  });
});

test('from the disk its links open the file for the class', { tag: '@chromium' }, async ({ page }) => {
  for (const lang of LANGS) {
    await page.goto(
      pathToFileURL(path.resolve(process.env.E2E_DIST ?? 'dist', ADDRESS[lang], 'index.html')).href,
    );
    await activity(page, 'one-thread').locator('#one-thread-2 li a').first().click();
    await expect(page).toHaveURL(/\/class(\.fr)?\.html\?mode=present&step=one-thread/);
    await expect(page.locator('[data-present]')).toHaveAttribute('data-step', 'one-thread');
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
  }
});

for (const lang of LANGS) {
  test(`can be taken away as Word and as Markdown (${lang})`, async ({ page }) => {
    await page.goto(ADDRESS[lang]);
    for (const kind of ['docx', 'md']) {
      const link = page.locator(`header a[href$=".${kind}"]`);
      const answer = await page.request.get(
        new URL((await link.getAttribute('href')) ?? '', page.url()).href,
      );
      expect(answer.ok(), kind).toBe(true);
      expect((await answer.body()).length).toBeGreaterThan(10_000);
      expect(await link.getAttribute('download')).toMatch(new RegExp(`^[a-z-]+\\.${kind}$`));
    }
  });

  test(`fits on a narrow screen, and axe finds nothing (${lang})`, async ({ page }) => {
    for (const [width, colorScheme] of [
      [320, 'light'],
      [1440, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(ADDRESS[lang]);
      // Less, where a scroll bar takes room.
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(needed, `${width}`).toBeLessThanOrEqual(width);
      expect(await findings(page), colorScheme).toEqual([]);
    }
  });
}
