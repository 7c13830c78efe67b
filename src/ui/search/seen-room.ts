/**
 * Keeps a list that hangs from a field within what is really seen of the page: some on-screen keyboards lie over the
 * page without making it smaller, and only the visual viewport knows of them.
 */
import type { Attachment } from 'svelte/attachments';

/** px to stay away from the edge of what is seen. */
const EDGE = 8;
/** Less than a few rows is no list, px: then the reader must scroll. */
const LEAST = 96;

/** Sets `--seen` on the element: px from its head down to the end of what is seen. */
export const seenRoom: Attachment<HTMLElement> = (element) => {
  const seen = window.visualViewport;
  if (!seen) return;
  const measure = () => {
    const room = seen.offsetTop + seen.height - element.getBoundingClientRect().top - EDGE;
    element.style.setProperty('--seen', `${Math.max(room, LEAST)}px`);
  };
  measure();
  const life = new AbortController();
  for (const type of ['resize', 'scroll']) {
    seen.addEventListener(type, measure, { signal: life.signal });
    window.addEventListener(type, measure, { signal: life.signal, passive: true });
  }
  return () => life.abort();
};
