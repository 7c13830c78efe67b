/** Where a mark can be hit: marks lie over each other, so the middle of a box may belong to another one. */
import type { Page } from '@playwright/test';

/** A point of the page that belongs to the mark `id`, or to the free ground of the stage where that is null. */
export async function pointOn(page: Page, id: string | null): Promise<{ x: number; y: number }> {
  const at = await page.evaluate((wanted) => {
    const hits = (x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      if (!hit?.closest('[data-stage]')) return false;
      if (wanted === null) return hit.matches('[data-ground]');
      return hit.closest<SVGElement>('g[data-kind][data-id]')?.dataset.id === wanted;
    };
    const path = document.querySelector<SVGPathElement>(`[data-stage] g[data-id="${wanted}"] path.hit`);
    const place = path?.getScreenCTM();
    if (path && place) {
      const length = path.getTotalLength();
      for (let share = 0.02; share < 1; share += 0.02) {
        const { x, y } = path.getPointAtLength(length * share).matrixTransform(place);
        if (hits(x, y)) return { x, y };
      }
      return null;
    }
    const area = document.querySelector(
      wanted === null ? '[data-ground]' : `[data-stage] g[data-id="${wanted}"]`,
    );
    const box = area?.getBoundingClientRect();
    if (!box) return null;
    const step = wanted === null ? 15 : 2;
    for (let y = box.top + 1; y < box.bottom; y += step)
      for (let x = box.left + 1; x < box.right; x += step) if (hits(x, y)) return { x, y };
    return null;
  }, id);
  if (!at) throw new Error(`nothing of ${id ?? 'the ground'} can be hit`);
  return at;
}
