/** Ways to and around the stage that the browser tests share. */
import type { Locator, Page } from '@playwright/test';
import { live } from './live';

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const;

/** Opens an address (a query such as `?lang=fr`) and waits for the first picture. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await live(page);
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
}

/** Another state by its address, as a link or the back button would bring it; the language must be the same. */
export async function turnTo(page: Page, query: string): Promise<void> {
  await page.evaluate((search) => {
    history.pushState(null, '', location.pathname + search);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);
  await settled(page);
}

/** Two frames: what was changed is drawn. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

export const stage = (page: Page): Locator => page.locator('[data-stage]');
export const mark = (page: Page, id: string): Locator => stage(page).locator(`g[data-id="${id}"]`);
export const panel = (page: Page): Locator => page.locator('[data-panel]');

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The box of the one element that is meant. */
export async function boxOf(locator: Locator): Promise<Rect> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`nothing is drawn for ${String(locator)}`);
  return box;
}

/** px from the left edge of the page to the middle of an event’s dot, or of a summit’s stroke. */
export const middleOf = (page: Page, id: string): Promise<number> =>
  mark(page, id)
    .locator('.dot, line')
    .first()
    .evaluate((dot) => {
      const box = dot.getBoundingClientRect();
      return box.x + box.width / 2;
    });

/** The visible period as the address would say it, in the words of the minimap. */
export const period = (page: Page): Promise<string | null> =>
  page.locator('[data-minimap] [data-part="window"]').getAttribute('aria-valuetext');

export interface Held {
  shown: number;
  counted: number;
  summits: number;
}

/** How many events stand on the stage, and how many its counts hold. */
export const heldBy = (page: Page): Promise<Held> =>
  stage(page).evaluate((element) => ({
    shown: element.querySelectorAll('g[data-kind="event"]').length,
    summits: element.querySelectorAll('g[data-kind="summit"]').length,
    counted: [...element.querySelectorAll<SVGElement>('g[data-kind="cluster"]')].reduce(
      (sum, cluster) => sum + Number(cluster.dataset.count),
      0,
    ),
  }));
