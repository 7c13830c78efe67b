/** Addresses on paper: whole, short enough to be typed, of the page in the handout’s language. Pure. */
import { hasPages, pagePath } from '@/url/page-address';

/**
 * `root`: of the site, with its last slash, or of a file by itself; `data`: the address of another story; `query`: what
 * the sheet shows. Null where nobody but this computer knows the address: it is no business of paper.
 */
export function addressOnPaper(
  root: string,
  lang: string,
  data: string | null,
  query: string,
): string | null {
  if (root.startsWith('file:')) return null;
  if (data === null && hasPages(root)) return root + pagePath(lang) + query;
  const params = new URLSearchParams(query);
  params.set('lang', lang);
  if (data !== null) params.set('data', data);
  return `${root}?${params}`;
}

/** What a sheet shows, its texts in plain words. */
export const inPlainWords = (query: string): string => `${query}${query ? '&' : '?'}reading=plain`;
