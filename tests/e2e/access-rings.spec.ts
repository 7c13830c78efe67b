/**
 * Rings of focus by their pixels: what has the focus differs from itself without by 3:1 over as many pixels as an
 * outline of 2 px would have (WCAG 2.4.13), light and dark, far and close.
 * What a green run does not prove (it is one engine’s): that the ring is as good on marks that are not among the few looked at here, in
 * forced colours, or while something else lies on it (access-stops.spec.ts looks for that).
 * Nor that a page which is loaded in these states is as good: most are turned to (tests/README.md).
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './support/test';
import { open, said, turnToView } from './support-access/page';
import { ringOf, type Ring } from './support-access/rings';

const KINDS = ['event', 'cluster', 'summit', 'node', 'link'].map((kind) => `[data-kind="${kind}"]`);
/** Far and close; from far there are bars and inferred flows too. */
const PICTURES = {
  '?view=stage': [...KINDS, '.event:has(.bar)', '.ribbon:has(.hairline)'],
  '?from=2025-06-01&to=2025-06-30': KINDS,
};
/** Of each kind on a stage. */
const SAMPLE = 2;

/** Keys are in use, so focus is shown from here on. */
const useKeys = (page: Page) => page.keyboard.press('Tab');

/** Ids of a few marks of a kind in sight, spread over all of them; of a ribbon some part is enough. */
const sampleOf = (page: Page, kind: string): Promise<string[]> =>
  page.locator(`[data-view] g${kind}`).evaluateAll((marks, most) => {
    const seen = marks.filter((mark) => {
      const box = mark.querySelector('.drawn, .body, .hairline')?.getBoundingClientRect();
      if (!box || !mark.closest('svg')) return false;
      const [x, y] = mark.matches('[data-kind="link"]') ? [-50, 0] : [-box.width / 2, -box.height / 2];
      return (
        box.right + x > 0 && box.left - x < innerWidth && box.bottom + y > 0 && box.top - y < innerHeight
      );
    });
    const every = Math.max(1, Math.floor(seen.length / most));
    return seen.filter((_, i) => i % every === 0 && i / every < most).map((each) => each.dataset.id ?? '');
  }, SAMPLE) as Promise<string[]>;

const thin = (rings: readonly Ring[]) =>
  rings.filter(({ changed, asked }) => changed < asked).map((ring) => JSON.stringify(ring));

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, { tag: colorScheme === 'dark' ? ['@chromium', '@long'] : '@chromium' }, () => {
    test.use({ colorScheme });

    test('marks of every kind have a ring of 2 px, far and close', async ({ page }) => {
      await open(page);
      for (const [search, kinds] of Object.entries(PICTURES))
        await test.step(search, async () => {
          await turnToView(page, 'stage', search);
          await useKeys(page);
          const rings: Ring[] = [];
          for (const kind of kinds) {
            const ids = await sampleOf(page, kind);
            expect(ids.length, kind).toBeGreaterThan(0);
            for (const id of ids)
              rings.push(
                await ringOf(page, page.locator(`[data-stage] g[data-id="${id}"]`), `${kind} ${id}`),
              );
          }
          expect.soft(thin(rings), search).toEqual([]);
        });
    });

    test('so have rows, controls and the nodes of the flow', async ({ page }) => {
      const rings: Ring[] = [];
      const look = async (thing: Locator, what: string) => {
        rings.push(await ringOf(page, thing, what));
      };
      await open(page, '?view=threads');
      await useKeys(page);
      await look(page.locator('[data-view] button[data-kind="event"]').first(), 'a row');
      await look(page.locator('[data-view] button[data-kind="cluster"]').first(), 'a fold');
      await turnToView(page, 'flow', '?view=flow');
      await useKeys(page);
      for (const kind of ['.node', '.ribbon'])
        for (const id of await sampleOf(page, kind))
          await look(page.locator(`[data-view] g[data-id="${id}"]`), `${kind} ${id} of the flow`);
      await look(page.locator('button[data-kind="thread"]').first(), 'a chip');
      await turnToView(page, 'stage', '?view=stage');
      await useKeys(page);
      await look(
        page.getByRole('button', { name: said('en', 'zoom.in'), exact: true }),
        'a button of the toolbar',
      );
      await look(page.locator('search input'), 'the search');
      expect(rings.length).toBe(9);
      expect(thin(rings)).toEqual([]);
    });
  });
