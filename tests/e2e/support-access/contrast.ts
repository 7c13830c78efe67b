/** Measures contrast where axe is blind: text and marks in SVG, and what lies over SVG. */
import type { Page } from '@playwright/test';
import { addStyle } from '../support/add-style';

export interface Measured {
  what: string;
  ratio: number;
}

/**
 * Every visible text of the page's first screen, with its contrast against the worst pixel behind its glyphs (two
 * screenshots, with and without text, say which pixels those are). Text with a halo stands on its halo.
 */
export async function textContrasts(page: Page, within = 'body'): Promise<Measured[]> {
  const withText = await page.screenshot();
  const showAgain = await addStyle(
    page,
    `svg text { visibility: hidden !important }
      * { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; }
      ::placeholder { -webkit-text-fill-color: transparent !important }`,
  );
  const without = await page.screenshot();
  await showAgain();

  return page.evaluate(
    async ([a, b, root]) => {
      const pixels = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height);
      };
      const [told, bare] = [await pixels(a as string), await pixels(b as string)];
      const one = new OffscreenCanvas(1, 1).getContext('2d', {
        willReadFrequently: true,
      }) as OffscreenCanvasRenderingContext2D;
      const rgba = (colour: string): number[] => {
        one.clearRect(0, 0, 1, 1);
        one.fillStyle = colour;
        one.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0, alpha = 0] = one.getImageData(0, 0, 1, 1).data;
        return [r, g, b, alpha / 255];
      };
      const luminance = (c: readonly number[]) => {
        const [r = 0, g = 0, b = 0] = c
          .slice(0, 3)
          .map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const over = (c: readonly number[], alpha: number, ground: readonly number[]) =>
        [0, 1, 2].map((i) => (c[i] ?? 0) * alpha + (ground[i] ?? 0) * (1 - alpha));
      const contrast = (x: readonly number[], y: readonly number[]) => {
        const [p, q] = [luminance(x), luminance(y)];
        return (Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05);
      };
      const opacityOf = (element: Element | null): number =>
        element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;

      const [a8, b8] = [told.data, bare.data];
      /** By how much a pixel differs with the text and without it; `i` is its first byte. */
      const differs = (i: number): number =>
        Math.abs((a8[i] ?? 0) - (b8[i] ?? 0)) +
        Math.abs((a8[i + 1] ?? 0) - (b8[i + 1] ?? 0)) +
        Math.abs((a8[i + 2] ?? 0) - (b8[i + 2] ?? 0));

      const results: { what: string; ratio: number }[] = [];
      const walker = document.createTreeWalker(
        document.querySelector(root as string) ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const words = node.textContent?.trim() ?? '';
        if (!element || !words || !element.checkVisibility({ visibilityProperty: true })) continue;
        if (
          element.closest(
            '.visually-hidden, :disabled, [aria-disabled="true"], [data-lit="false"], option, script, style, .skip',
          )
        )
          continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const style = getComputedStyle(element);
        const svg = element instanceof SVGElement;
        const [r = 0, g = 0, bl = 0, alpha = 1] = rgba(svg ? style.fill : style.color);
        const ink = [r, g, bl];
        const opacity = alpha * opacityOf(element);
        const halo = svg && style.paintOrder.startsWith('stroke') && parseFloat(style.strokeWidth) >= 3;
        const edge = halo ? rgba(style.stroke).slice(0, 3) : null;
        let worst = Infinity;
        // Most pixels lie on the same ground, and there are millions of them: each colour is measured once.
        const grounds = new Set<number>();
        for (const box of range.getClientRects()) {
          // Cut off or covered: then what was painted there is not this text.
          const here = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          if (!svg && !here.includes(element)) continue;
          const [x0, y0] = [Math.max(0, Math.floor(box.left)), Math.max(0, Math.floor(box.top))];
          const [x1, y1] = [
            Math.min(bare.width, Math.ceil(box.right)),
            Math.min(bare.height, Math.ceil(box.bottom)),
          ];
          for (let y = y0; y < y1; y++)
            for (let x = x0; x < x1; x++) {
              const i = 4 * (y * bare.width + x);
              if (differs(i) <= 24) continue;
              const ground = edge ?? [b8[i] ?? 0, b8[i + 1] ?? 0, b8[i + 2] ?? 0];
              const colour = (ground[0] ?? 0) * 65536 + (ground[1] ?? 0) * 256 + (ground[2] ?? 0);
              if (grounds.has(colour)) continue;
              grounds.add(colour);
              worst = Math.min(worst, contrast(over(ink, opacity, ground), ground));
            }
        }
        // Nothing painted: cut off, scrolled away or covered.
        if (worst < Infinity)
          results.push({ what: `${element.tagName} “${words.slice(0, 40)}”`, ratio: worst });
      }
      return results;
    },
    [withText.toString('base64'), without.toString('base64'), within],
  );
}

/** The strongest of a mark's paints (fill, stroke) against a ground, from computed styles; receded marks are left out. */
export function markContrasts(page: Page, selector: string, ground = '--paper'): Promise<Measured[]> {
  return page.evaluate(
    ([selector, ground]) => {
      const one = new OffscreenCanvas(1, 1).getContext('2d', {
        willReadFrequently: true,
      }) as OffscreenCanvasRenderingContext2D;
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = `var(${ground as string})`;
      const paper = getComputedStyle(probe).color;
      probe.remove();
      /** What a paint looks like on the ground. */
      const seen = (colour: string, alpha: number): number[] => {
        one.globalAlpha = 1;
        one.fillStyle = paper;
        one.fillRect(0, 0, 1, 1);
        one.globalAlpha = alpha;
        one.fillStyle = colour;
        if (colour !== 'none') one.fillRect(0, 0, 1, 1);
        return [...one.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
      };
      const luminance = (c: readonly number[]) => {
        const [r = 0, g = 0, b = 0] = c.map((v) =>
          v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (colour: string, alpha: number) => {
        const [p, q] = [luminance(seen(colour, alpha)), luminance(seen(paper, 1))];
        return (Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05);
      };
      const opacityOf = (element: Element | null): number =>
        element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;

      return [...document.querySelectorAll(selector as string)]
        .filter((element) => !element.closest('[data-lit="false"]'))
        .map((element) => {
          const style = getComputedStyle(element);
          const opacity = opacityOf(element);
          const paints =
            element instanceof SVGElement
              ? [
                  contrast(style.fill, opacity * Number(style.fillOpacity)),
                  contrast(style.stroke, opacity * Number(style.strokeOpacity)),
                ]
              : [contrast(style.borderBlockStartColor, opacity), contrast(style.backgroundColor, opacity)];
          const id = element.closest('[data-id]')?.getAttribute('data-id') ?? element.tagName;
          return { what: `${element.getAttribute('class') ?? ''} ${id}`, ratio: Math.max(...paints) };
        });
    },
    [selector, ground],
  );
}

/** What stays under a ratio, as sentences. */
export const below = (measured: readonly Measured[], ratio: number): string[] =>
  measured.filter((each) => each.ratio < ratio).map((each) => `${each.what}: ${each.ratio.toFixed(2)}`);
