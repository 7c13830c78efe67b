/** Boxes of words and controls: what an edge cuts, what lies on something else, what makes the page wider than it is. */
import type { Page } from '@playwright/test';

/** px by which the page is wider than its window. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const root = document.scrollingElement as Element;
    return root.scrollWidth - root.clientWidth;
  });

/**
 * Words outside of SVG that an edge cuts through: of a box that neither grows nor scrolls, or of the page itself. What
 * is left out as a whole is not cut.
 */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!element || !words || element.closest('svg, script, style, noscript, option')) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()];
      for (let around: Element | null = element; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        // For the ear only, or moved out of the page until it has the focus.
        if (style.clipPath !== 'none' || edge.bottom < 0) break;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const cutX = hides(style.overflowX);
        const cutY = hides(style.overflowY);
        for (const box of boxes) {
          const inX = box.right > edge.left && box.left < edge.right;
          const inY = box.bottom > edge.top && box.top < edge.bottom;
          const x = cutX && inY && inX && (box.right > edge.right + 1 || box.left < edge.left - 1);
          // Letters are lower than their line: a few px of it may be cut.
          const slack = box.height * 0.2;
          const y = cutY && inX && inY && (box.bottom > edge.bottom + slack || box.top < edge.top - slack);
          if (x || y)
            found.add(`“${words.slice(0, 60)}” in ${around.tagName}.${around.getAttribute('class') ?? ''}`);
        }
        // What scrolls can be scrolled to.
        if (/auto|scroll/.test(style.overflowX + style.overflowY) && around !== document.documentElement)
          break;
        if (style.position === 'fixed') break;
      }
    }
    return [...found];
  });

/** Pairs of controls outside of SVG that lie on each other. */
export const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], input, select, summary, [role="slider"]'),
    ]
      .filter(
        (each) =>
          !each.closest('svg, [role="slider"], .visually-hidden') && !each.matches('.visually-hidden, .skip'),
      )
      .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    const name = (each: Element) =>
      `${each.tagName} “${(each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 30)}”`;
    /** What is seen of a control: a row that scrolls shows a part of its own. */
    const seen = (each: Element) => {
      let { left, right, top, bottom } = each.getBoundingClientRect();
      for (
        let around = each.parentElement;
        around && around !== document.body;
        around = around.parentElement
      ) {
        const style = getComputedStyle(around);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const edge = around.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return { left, right, top, bottom };
    };
    const boxes = controls
      .map((each) => ({ each, box: seen(each) }))
      .filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1);
    const found: string[] = [];
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        if (a.each.contains(b.each) || b.each.contains(a.each)) continue;
        // What floats over the page lies on it by design.
        const float = (each: Element) => each.closest('[data-panel], dialog, [data-bar], [role="listbox"]');
        if (float(a.each) !== float(b.each)) continue;
        const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (x > 2 && y > 4)
          found.push(`${name(a.each)} and ${name(b.each)}: ${Math.round(x)}×${Math.round(y)}`);
      }
    });
    return found;
  });
