/** What focus changes on the page, counted in pixels. One CSS px is one pixel here. */
import { expect, type Locator, type Page } from '@playwright/test';
import { settled } from '../support/stage';

export interface Ring {
  what: string;
  /** Pixels that focus changed by 3:1 or more, into the colour of the ring. */
  changed: number;
  /** As many as an outline of 2 px just within the edge of the thing would have (WCAG 2.4.13). */
  asked: number;
}

/** px that the sides of a box share in an outline of 2 px within it: counted once. */
const CORNERS = 16;
/** px around a thing in which its ring lies. */
const AROUND = 8;

/**
 * The ring of one thing, as far as it is in sight. Its edge is that of the box of what is drawn, without the name
 * beside it; or its own where that is shorter: corners that are round, a ribbon on the slant and under words.
 */
export async function ringOf(page: Page, thing: Locator, what: string): Promise<Ring> {
  await thing.focus();
  await settled(page);
  expect(await thing.evaluate((it) => it.matches(':focus-visible')), `${what} shows its focus`).toBe(true);
  await thing.evaluate((it) => (it as HTMLElement).blur());
  await settled(page);
  const { edge, ...box } = await thing.evaluate((it) => {
    const svg = it.closest('svg[role]');
    const field = it.matches('input') ? (it.closest('label') ?? it) : it;
    const painted = svg ? [...it.querySelectorAll('.drawn, .body, .hairline')] : [field];
    const boxes = painted.map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const { stroke, strokeWidth } = getComputedStyle(part);
      const half = svg && stroke !== 'none' ? parseFloat(strokeWidth) / 2 : 0;
      return { left: left - half, top: top - half, right: right + half, bottom: bottom + half };
    });
    const sight = svg?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const x = Math.max(0, sight.left, Math.min(...boxes.map(({ left }) => left)));
    const y = Math.max(0, sight.top, Math.min(...boxes.map(({ top }) => top)));
    const right = Math.min(innerWidth, sight.right, Math.max(...boxes.map((each) => each.right)));
    const bottom = Math.min(innerHeight, sight.bottom, Math.max(...boxes.map((each) => each.bottom)));
    // Less than a px is not painted.
    const [width, height] = [Math.floor(right - x), Math.floor(bottom - y)];
    const radius = svg ? 0 : parseFloat(getComputedStyle(field).borderTopLeftRadius);
    const round = (8 - 2 * Math.PI) * Math.min(radius, width / 2, height / 2);
    const path = it.querySelector<SVGPathElement>('path.body, path.hairline');
    const place = path?.getScreenCTM();
    if (!path || !place) return { x, y, width, height, edge: 2 * (width + height) - round };
    const whole = path.getTotalLength();
    const step = Math.max(2, whole / 4000);
    let length = 0;
    for (let along = step / 2; along < whole; along += step) {
      const at = path.getPointAtLength(along);
      const [px, py] = [at.x + place.e, at.y + place.f];
      const free = px > x && px < right && py > y && py < bottom;
      if (free && !document.elementFromPoint(px, py)?.closest('text')) length += step;
    }
    // The line of an inferred one has two edges.
    const edge = path.matches('.hairline') ? 2 * length : length;
    return { x, y, width, height, edge: Math.min(2 * (width + height), edge) };
  });
  expect(Math.min(box.width, box.height), `${what} is in sight`).toBeGreaterThan(0);
  const [left, top] = [Math.max(0, Math.floor(box.x) - AROUND), Math.max(0, Math.floor(box.y) - AROUND)];
  const clip = {
    x: left,
    y: top,
    width: Math.ceil(box.x + box.width) + AROUND - left,
    height: Math.ceil(box.y + box.height) + AROUND - top,
  };
  const off = await page.screenshot({ clip });
  await thing.focus();
  await settled(page);
  const on = await page.screenshot({ clip });
  const changed = await changedPixels(page, on.toString('base64'), off.toString('base64'));
  return { what, changed, asked: Math.floor(2 * edge) - CORNERS };
}

/** Pixels of the colour of focus in the first picture that have 3:1 to the same place of the second. */
const changedPixels = (page: Page, on: string, off: string): Promise<number> =>
  page.evaluate(
    async ([on, off]) => {
      const pixels = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        context?.drawImage(picture, 0, 0);
        return (context as OffscreenCanvasRenderingContext2D).getImageData(
          0,
          0,
          picture.width,
          picture.height,
        ).data;
      };
      const [a, b] = [await pixels(on), await pixels(off)];
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--focus)';
      const one = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
      one.fillStyle = getComputedStyle(probe).color;
      probe.remove();
      one.fillRect(0, 0, 1, 1);
      const ink = one.getImageData(0, 0, 1, 1).data;
      const luminance = (data: Uint8ClampedArray, i: number) => {
        const [r = 0, g = 0, b = 0] = [...data.subarray(i, i + 3)].map((v) =>
          v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      let count = 0;
      for (let i = 0; i < a.length; i += 4) {
        // The ring alone: what a trace dims beside it does not count. Its edges are blurred, the more on a slant.
        const away = [0, 1, 2].reduce((sum, j) => sum + Math.abs((a[i + j] ?? 0) - (ink[j] ?? 0)), 0);
        if (away > 250) continue;
        const [p, q] = [luminance(a, i), luminance(b, i)];
        if ((Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05) >= 3) count++;
      }
      return count;
    },
    [on, off] as const,
  );
