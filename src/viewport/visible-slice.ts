/**
 * The part of our window that the host’s reader sees, as [top, bottom] in px of our own: what opens in the middle of a
 * long frame may be out of sight, and the browser would scroll the article to what gets the focus there.
 */
export function visibleSlice(): Promise<[top: number, bottom: number]> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      const { top, bottom } = entry?.intersectionRect ?? { top: 0, bottom: 0 };
      resolve(bottom > top ? [Math.max(0, top), Math.min(innerHeight, bottom)] : [0, innerHeight]);
    });
    observer.observe(document.documentElement);
  });
}
