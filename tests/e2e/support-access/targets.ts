/** The targets of a view and the room each has, where axe is blind: in SVG. Sizes in CSS px. */
import type { Page } from '@playwright/test';

/** WCAG 2.5.8. */
export const LEAST = 24;
/** What a fingertip needs. */
export const FINGER = 44;

export interface Target {
  id: string;
  kind: string;
  /** Of a count: how many it holds. */
  count: number;
  /** A square of 24 px lies within it where nothing else takes the click. */
  whole: boolean;
  /** A circle of 24 px around its middle meets no other target, nor the circle of another that is not whole. */
  alone: boolean;
}

/**
 * Every mark of the view that is a button. What is asked is the page itself, point by point, so that what lies over a
 * mark takes its room away. A ribbon crosses others all along, so it never counts as whole or alone.
 */
export const targetsOf = (page: Page): Promise<Target[]> =>
  page.evaluate((least) => {
    const idOf = (each: Element | null) => {
      const it = each?.closest<HTMLElement>('[data-id], [data-headline], button, a, input');
      return it ? (it.dataset.id ?? it.dataset.headline ?? it.textContent) : null;
    };
    const boxOf = (each: Element) => {
      const parts = each.querySelectorAll('.hit, .drawn');
      const boxes = [...(parts.length > 0 ? parts : [each])].map((part) => part.getBoundingClientRect());
      return {
        x0: Math.min(...boxes.map(({ left }) => left)),
        x1: Math.max(...boxes.map(({ right }) => right)),
        y0: Math.min(...boxes.map(({ top }) => top)),
        y1: Math.max(...boxes.map(({ bottom }) => bottom)),
      };
    };
    type Box = ReturnType<typeof boxOf>;
    /** Half a px within its edges: a square’s border belongs to its neighbour. */
    const inset = [0, 1, 2, 3, 4, 5, 6].map((i) => 0.5 + (i * (least - 1)) / 6);
    const owns = (id: string, x: number, y: number) =>
      inset.every((dy) => inset.every((dx) => idOf(document.elementFromPoint(x + dx, y + dy)) === id));
    const isWhole = (id: string, { x0, x1, y0, y1 }: Box) => {
      const [left, right] = [Math.max(x0, 0), Math.min(x1, innerWidth) - least];
      const [top, bottom] = [Math.max(y0, 0), Math.min(y1, innerHeight) - least];
      const [stepX, stepY] = [Math.max(1, (right - left) / 8), Math.max(1, (bottom - top) / 8)];
      for (let y = top; y <= bottom + 0.01; y += stepY)
        for (let x = left; x <= right + 0.01; x += stepX) if (owns(id, x, y)) return true;
      return false;
    };
    const marks = [...document.querySelectorAll<SVGElement>('[data-view] [data-kind][role="button"]')].map(
      (mark) => {
        const { id = '', kind = '', count = '0' } = mark.dataset;
        const box = boxOf(mark);
        const whole = kind !== 'link' && isWhole(id, box);
        return { id, kind, count: Number(count), box, whole };
      },
    );
    const others = [...document.querySelectorAll('[data-headline], text[data-kind], button, a[href], input')]
      .filter((each) => each.checkVisibility())
      .map((each) => ({ id: idOf(each), kind: 'other', box: boxOf(each), whole: true }));
    const middle = ({ x0, x1, y0, y1 }: Box) => ({ x: (x0 + x1) / 2, y: (y0 + y1) / 2 });
    const lines = new Map(
      [...document.querySelectorAll<SVGPathElement>('[data-view] [data-kind="link"] path.hit')].map(
        (path) => [idOf(path), path] as const,
      ),
    );
    const meetsLine = (path: SVGPathElement, x: number, y: number) => {
      const place = path.getScreenCTM() as DOMMatrix;
      const reach = least / 2 + parseFloat(getComputedStyle(path).strokeWidth) / 2;
      const whole = path.getTotalLength();
      for (let along = 0; along <= whole; along += 4) {
        const at = path.getPointAtLength(along);
        if (Math.hypot(at.x + place.e - x, at.y + place.f - y) < reach) return true;
      }
      return false;
    };
    const meets = (box: Box, other: (typeof others)[number]) => {
      const { x, y } = middle(box);
      const away = Math.hypot(
        Math.max(other.box.x0 - x, 0, x - other.box.x1),
        Math.max(other.box.y0 - y, 0, y - other.box.y1),
      );
      const line = other.kind === 'link' ? lines.get(other.id) : undefined;
      if (line) return away < least && meetsLine(line, x, y);
      const to = middle(other.box);
      return away < least / 2 || (!other.whole && Math.hypot(to.x - x, to.y - y) < least);
    };
    const all = [...marks, ...others];
    return marks.map(({ id, kind, count, box, whole }) => {
      const alone = kind !== 'link' && !all.some((other) => other.id !== id && meets(box, other));
      return { id, kind, count, whole, alone };
    });
  }, LEAST);

/** The rows of a list or a table that open a thing: by id, how large (the lesser of width and height). */
export const rowsOf = async (page: Page): Promise<Map<string, number>> =>
  new Map(
    await page.locator('[data-view] button[data-kind][data-id]').evaluateAll((rows) =>
      rows.map((row) => {
        const { width, height } = row.getBoundingClientRect();
        return [(row as HTMLElement).dataset.id ?? '', Math.min(width, height)] as const;
      }),
    ),
  );
