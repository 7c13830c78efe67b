/** The live page: until somebody comes near, the page is the document that stands in its HTML. */
import type { Frame, Page } from '@playwright/test';

/** Gives a sign of a reader, as a pointer does that comes near: it changes nothing else. */
export const comeNear = (page: Page | Frame): Promise<boolean> =>
  page.evaluate(() => dispatchEvent(new PointerEvent('pointermove')));

/** Comes near, and waits until the live page is drawn. */
export async function live(page: Page | Frame): Promise<void> {
  await page.waitForFunction(() => {
    dispatchEvent(new PointerEvent('pointermove'));
    return document.documentElement.dataset.drawn !== undefined;
  });
}
