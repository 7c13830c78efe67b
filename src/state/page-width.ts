/** Tells the app when the page is too narrow for the stage, now and whenever that changes. */
import type { AppState } from './app-state.svelte';

/** In the reader’s own letters: with large ones a wide screen is narrow too. */
const NARROW = '(max-width: 44.99rem)';

/** Whether the page is too narrow for the stage. */
export const isNarrow = (): boolean => matchMedia(NARROW).matches;

/** Starts to follow the width of the page; the returned function ends it. */
export function followPageWidth(app: AppState): () => void {
  const query = matchMedia(NARROW);
  const tell = () => (app.narrow = query.matches);
  tell();
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
