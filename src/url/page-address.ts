/** What a page of the site is by itself, whatever its address asks for besides. Pure. */
import { DEFAULT_LOCALE, type Locale } from '@/i18n/locales';

export interface Page {
  lang: Locale;
  /** The thread that it tells of. */
  thread: string | null;
  /** The whole address of the site’s root, with a slash at its end. */
  root: string;
}

/** Path of a page below the root of the site: the usual language has none of its own. */
export const pagePath = (lang: string, thread: string | null = null): string =>
  `${lang === DEFAULT_LOCALE ? '' : `${lang}/`}${thread === null ? '' : `thread/${thread}/`}`;

/** The query string that says what the page of a thread says by its path; what it says already stays. */
export function withThread(search: string, thread: string | null): string {
  if (thread === null || new URLSearchParams(search).has('thread')) return search;
  const rest = search.replace(/^\?/, '');
  return `?thread=${encodeURIComponent(thread)}${rest && `&${rest}`}`;
}
