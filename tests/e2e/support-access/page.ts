/** Opens the page in a state and reads what it was given: the story and the words, as served. */
import { expect, type Page } from '@playwright/test';
import en from '@/i18n/messages/en.json' with { type: 'json' };
import fr from '@/i18n/messages/fr.json' with { type: 'json' };
import { unpackStory, type PackedStory } from '@/story/packed-story';
import type { Story } from '@/story/story';
import { live } from '../support/live';
import { settled, turnTo } from '../support/stage';

export type Lang = 'en' | 'fr';

/** The words of the interface: what is tested is not how they are put. */
export const said = (lang: Lang, key: keyof typeof en): string => ({ en, fr })[lang][key];

/** Goes to an address and waits for the first picture. */
export async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`./${search}`);
  await shown(page);
}

/** Waits until the view that the address names is there. */
export async function shown(page: Page): Promise<void> {
  // Before the scripts the page holds its views already, for a wide page and for a narrow one.
  await live(page);
  await expect(page.locator('[data-view]')).toBeVisible();
}

/** Another view by its address, in the page that is there; the language must be the same. */
export async function turnToView(page: Page, view: string, search: string): Promise<void> {
  await turnTo(page, search);
  await expect(page.locator(`[data-view="${view}"]`)).toBeVisible();
  await settled(page);
}

/** Opens the page and returns the story it drew. */
export async function openStory(page: Page, search = '', lang: Lang = 'en'): Promise<Story> {
  const answer = page.waitForResponse(new RegExp(`/story\\.${lang}[^/]*\\.json$`));
  await open(page, search);
  return unpackStory((await (await answer).json()) as PackedStory);
}

/** The mark of a thing on the stage, or its button in the table. */
export const mark = (page: Page, id: string) =>
  page.locator(`.view [data-id="${id}"][role="button"], .view button[data-id="${id}"]`);

/** The tag, role and id of what has the focus: for sentences of failed tests. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const it = document.activeElement;
    if (!it || it === document.body) return 'body';
    return `${it.tagName.toLowerCase()}${it.id ? `#${it.id}` : ''}[${it.getAttribute('data-id') ?? it.getAttribute('aria-label') ?? it.textContent?.trim().slice(0, 40) ?? ''}]`;
  });

/** Collects errors of scripts; expect it to be empty at the end. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
