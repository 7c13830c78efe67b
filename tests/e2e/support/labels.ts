/** What is wrong with the words on the stage, by the boxes of their letters; one sentence a fault. */
import type { Page } from '@playwright/test';

export interface LabelReport {
  /** How many texts were looked at. */
  count: number;
  faults: string[];
}

export const readLabels = (page: Page): Promise<LabelReport> =>
  page.evaluate(() => {
    const TOLERANCE = 0.5;
    const SMALLEST = 12;
    interface Label {
      owner: string;
      text: string;
      x0: number;
      y0: number;
      x1: number;
      y1: number;
    }
    const stage = document.querySelector('[data-stage]');
    if (!stage) return { count: 0, faults: ['there is no stage'] };

    const labels: Label[] = [];
    const faults: string[] = [];
    const say = ({ text, x0, y0, x1, y1 }: Label) =>
      `“${text}” [${[x0, y0, x1, y1].map((n) => n.toFixed(1)).join(' ')}]`;
    // Every text there is, whether it calls itself a label or not.
    stage.querySelectorAll<SVGTextElement>('text').forEach((element, i) => {
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text === '' || getComputedStyle(element).visibility === 'hidden') return;
      // Letters without their halo: getBBox leaves the stroke out.
      const box = element.getBBox();
      const place = element.getScreenCTM();
      if (!place || box.width === 0) return;
      const font = parseFloat(getComputedStyle(element).fontSize);
      // Firefox rounds the room of a letter up to whole pixels, above and below; what is more than the font’s own is bare.
      const bare = Math.max(0, (element.getExtentOfChar(0).height - font * 1.17) / 2);
      const label = {
        owner: element.closest<SVGElement>('[data-label]')?.dataset.label ?? `text-${i}`,
        text,
        x0: place.a * box.x + place.e,
        y0: place.d * (box.y + bare) + place.f,
        x1: place.a * (box.x + box.width) + place.e,
        y1: place.d * (box.y + box.height - bare) + place.f,
      };
      labels.push(label);
      const size = font * place.a;
      if (size < SMALLEST) faults.push(`${say(label)} is set in ${size} px`);
      const shownIn = element.closest('[data-window]')?.getBoundingClientRect();
      if (shownIn && (label.x0 < shownIn.left - TOLERANCE || label.x1 > shownIn.right + TOLERANCE))
        faults.push(`${say(label)} is cut by the end of the axis`);
    });
    const trace = stage.querySelector('[data-trace]');
    if (trace) {
      const box = trace.getBoundingClientRect();
      const text = (trace.textContent ?? '').replace(/\s+/g, ' ').trim();
      labels.push({ owner: 'trace', text, x0: box.left, y0: box.top, x1: box.right, y1: box.bottom });
    }

    const edge = stage.getBoundingClientRect();
    for (const label of labels) {
      if (
        label.x0 < Math.max(edge.left, 0) - TOLERANCE ||
        label.x1 > Math.min(edge.right, document.documentElement.clientWidth) + TOLERANCE ||
        label.y0 < edge.top - TOLERANCE ||
        label.y1 > edge.bottom + TOLERANCE
      ) {
        const box = [edge.left, edge.top, edge.right, edge.bottom].map((n) => n.toFixed(1)).join(' ');
        faults.push(`${say(label)} is cut by the edge of the stage [${box}]`);
      }
    }
    labels.forEach((a, i) => {
      for (const b of labels.slice(i + 1)) {
        if (a.owner === b.owner) continue;
        const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
        const down = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
        if (across > TOLERANCE && down > TOLERANCE)
          faults.push(`${a.owner} ${say(a)} and ${b.owner} ${say(b)} overlap`);
      }
    });
    return { count: labels.length, faults };
  });

/** Texts anywhere on the page that are set smaller than 12 px. */
export const smallTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((element) => {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const size = parseFloat(getComputedStyle(element).fontSize);
      return own && size < 12 ? [`“${(element.textContent ?? '').trim().slice(0, 40)}” ${size} px`] : [];
    }),
  );
