/**
 * The live region: what it says, how long it stays, how long a sentence is. The page's clock is the test's.
 * What a green run does not prove: that a screen reader speaks it, or at a good moment.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './support/test';
import type { Story } from '@/story/story';
import { openStory, type Lang } from './support-access/page';

const region = (page: Page) => page.locator('[aria-live], [role="status"]');
const LONGEST = 120;

const SAID = {
  en: {
    year: /^January–December 2024: (\d+) events? in (\d+) threads?$/,
    trace: /^(.+): (\d+) events?, (\d+) links?$/,
    free: 'Everything is shown',
  },
  fr: {
    year: /^janvier – décembre 2024 : (\d+) événements? dans (\d+) fils?$/,
    trace: /^(.+) : (\d+) événements?, (\d+) liens?$/,
    free: 'Tout est montré',
  },
} satisfies Record<Lang, object>;

const plain = (text: string) => text.replace(/\s/g, ' ');

/** What a reader would count in 2024. */
function countOf(story: Story): [number, number] {
  const [from, to] = [Date.UTC(2024, 0), Date.UTC(2025, 0)];
  const events = story.events.filter((event) => event.t1 > from && event.t0 < to);
  return [events.length, new Set(events.flatMap(({ threads }) => threads)).size];
}

for (const lang of ['en', 'fr'] satisfies Lang[]) {
  test(`says the period and the counts, then falls silent (${lang})`, async ({ page }) => {
    await page.clock.install();
    const story = await openStory(page, `?lang=${lang}`, lang);
    await expect(region(page)).toHaveCount(1);
    await expect(region(page)).toHaveAttribute('aria-live', 'polite');
    await page.clock.runFor(5000);
    await expect(region(page)).toBeEmpty(); // what the page opens on is read with the page

    await page.locator('[data-kind="chapter"][data-id="year-2024"]').click();
    await page.clock.runFor(600);
    const said = plain(await region(page).innerText());
    const [, events, threads] = SAID[lang].year.exec(said) ?? [said];
    expect([Number(events), Number(threads)], said).toEqual(countOf(story));
    await page.clock.runFor(3100);
    await expect(region(page)).toBeEmpty();

    await page.locator('button[data-kind="thread"][data-id="cybercrime"]').click();
    await page.clock.runFor(600);
    const traced = plain(await region(page).innerText());
    expect(traced).toMatch(SAID[lang].trace);
    const beside = plain(await page.locator('[data-trace]').innerText());
    expect(beside.startsWith(traced.replace(/^.+? ?: /, '')), `${traced} | ${beside}`).toBe(true);
    await page.clock.runFor(3100);
    await expect(region(page)).toBeEmpty();

    await page.locator('[data-trace] button').click();
    await page.clock.runFor(600);
    await expect(region(page)).toHaveText(SAID[lang].free);
  });

  test(`no sentence is longer than ${LONGEST} characters (${lang})`, async ({ page }) => {
    await page.clock.install();
    const story = await openStory(page, `?lang=${lang}`, lang);
    const byLength = (a: { label: string }, b: { label: string }) => b.label.length - a.label.length;
    const longest = [...story.nodes]
      .filter(({ offstage }) => !offstage)
      .sort(byLength)
      .slice(0, 4);
    for (const { id } of longest) {
      await page.locator(`[data-stage] [data-kind="node"][data-id="${id}"]`).focus();
      await page.keyboard.press('Enter');
      await page.clock.runFor(600);
      const said = await region(page).innerText();
      expect(said).not.toBe('');
      expect(said.length, said).toBeLessThanOrEqual(LONGEST);
    }
    const links = page.locator('[data-stage] [data-kind="link"]');
    const named = await links.evaluateAll((all) =>
      all
        .map((each) => ({ id: each.dataset.id ?? '', length: each.getAttribute('aria-label')?.length ?? 0 }))
        .sort((a, b) => b.length - a.length)
        .slice(0, 4),
    );
    for (const { id } of named) {
      await page.locator(`[data-stage] [data-id="${id}"]`).focus();
      await page.keyboard.press('Enter');
      await page.clock.runFor(600);
      const said = await region(page).innerText();
      expect(said.length, said).toBeLessThanOrEqual(LONGEST);
    }
  });
}
