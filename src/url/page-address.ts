/** What a page of the site is by itself, whatever its address asks for besides. Pure. */
import { DEFAULT_LOCALE, type Locale } from '@/i18n/locales';

/** What a page tells of: one thread, one step of the guided story, or neither. */
export interface Told {
  thread: string | null;
  step: string | null;
}

export interface Page extends Told {
  lang: Locale;
  /** The whole address of the site’s root, with a slash at its end; of a file by itself its own, without its query. */
  root: string;
}

/** Path of a page below the root of the site: the usual language has none of its own. */
export const pagePath = (lang: string, { thread, step }: Told = { thread: null, step: null }): string =>
  (lang === DEFAULT_LOCALE ? '' : `${lang}/`) +
  (step === null ? (thread === null ? '' : `thread/${thread}/`) : `step/${step}/`);

/** Whether a site’s pages stand below `root`. The root of a file by itself is the file: it has no others. */
export const hasPages = (root: string): boolean => root.endsWith('/');

/** The query string that says what a page says by its path; what it says already stays. */
export function withOwn(search: string, { thread, step }: Told): string {
  const said = new URLSearchParams(search);
  const own = Object.entries({ thread, step }).flatMap(([key, id]) =>
    id === null || said.has(key) ? [] : [`${key}=${encodeURIComponent(id)}`],
  );
  const all = [...own, ...[search.replace(/^\?/, '')].filter(Boolean)].join('&');
  return all && `?${all}`;
}
