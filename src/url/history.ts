/** What the address does to the browser’s history; nothing else may touch it (eslint.config.js). */
import { pagePath, type Page } from './page-address';

/** What an entry remembers: the query string of the entry it was pushed from. It outlives a reload. */
interface Entry {
  from: string;
}

/** Null where the entry before this one was not made by us. */
export function cameFrom(): string | null {
  const entry = history.state as Partial<Entry> | null;
  return typeof entry?.from === 'string' ? entry.from : null;
}

export const goBack = (): void => history.back();
export const readSearch = (): string => location.search;

/** From the page of a thread or step to that of its language: there others can be shown, and the address is right. */
export function leavePage({ root, lang }: Page, search: string): void {
  try {
    history.replaceState(history.state, '', root + pagePath(lang) + search + location.hash);
  } catch {
    // As below.
  }
}

/** In a sandbox, or when asked too often, a browser may refuse: then the address just stays as it is. */
export function writeSearch(search: string, from: string, as: 'push' | 'replace'): void {
  const address = location.pathname + search + location.hash;
  try {
    if (as === 'push') history.pushState({ from } satisfies Entry, '', address);
    else history.replaceState(history.state, '', address);
  } catch {
    // Nothing is lost but the link.
  }
}
