/** The live page: until somebody comes near, the page is the document that stands in its HTML. */
import type { Frame, Page } from '@playwright/test';

/** Gives a sign of a reader, as the focus does that comes in: it changes nothing else. */
export const comeNear = (page: Page | Frame): Promise<boolean> =>
  page.evaluate(() => dispatchEvent(new FocusEvent('focusin')));

/** Comes near, and waits until the live page is drawn. */
export async function live(page: Page | Frame): Promise<void> {
  await page.waitForFunction(() => {
    dispatchEvent(new FocusEvent('focusin'));
    return document.documentElement.dataset.drawn !== undefined;
  });
}
