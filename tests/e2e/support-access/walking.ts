/** Walks a view by its keys, inside the page: one press at a time, as fast as the page follows. */
import type { Page } from '@playwright/test';

export const MOVES = [
  'ArrowRight',
  'ArrowLeft',
  'ArrowDown',
  'ArrowUp',
  'f',
  'Home',
  'End',
  'PageDown',
  'PageUp',
] as const;

/** What the keys walk over: marks and rows of the view that are drawn, by id. */
const STOPS = '[data-view] :is([role="button"], button, a)[data-kind][data-id][tabindex]';

/** Ids of all that the keys should reach now. */
export const stopsOf = (page: Page): Promise<string[]> =>
  page
    .locator(STOPS)
    .evaluateAll((all) => [...new Set(all.map((each) => (each as HTMLElement).dataset.id ?? ''))]);

/** The id of what has the focus in the view. */
export const here = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-view] [data-id]')?.dataset.id ?? null,
  );

/**
 * Every id that is reached by the keys from what has the tab stop, until all that is wanted is. What a key leads to is
 * followed first, and Backspace leads back: the camera goes along, so a mark may be gone until one returns to it.
 */
export function reachable(page: Page, wanted: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ stops, moves, wanted }) => {
      const here = () =>
        document.activeElement?.closest<HTMLElement>('[data-view] [data-id]')?.dataset.id ?? null;
      const press = async (key: string) => {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
        await new Promise((done) => setTimeout(done));
        return here();
      };
      [...document.querySelectorAll<HTMLElement>(stops)].find((each) => each.tabIndex === 0)?.focus();
      const missing = new Set(wanted);
      const reached = new Set<string>();
      const explore = async (id: string): Promise<void> => {
        reached.add(id);
        missing.delete(id);
        for (const key of moves) {
          if (missing.size === 0) return;
          const to = await press(key);
          if (to === null) throw new Error(`${key} on ${id} lost the focus`);
          if (to === id) continue;
          if (!reached.has(to)) await explore(to);
          if (missing.size === 0) return;
          const back = await press('Backspace');
          if (back !== id) throw new Error(`Backspace led from ${to} to ${back}, not back to ${id}`);
        }
      };
      const start = here();
      if (start !== null) await explore(start);
      return [...reached];
    },
    // Leaps lead nowhere that steps do not.
    { stops: STOPS, moves: MOVES.slice(0, 5), wanted },
  );
}
