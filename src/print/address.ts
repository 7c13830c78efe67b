/** Addresses on paper: whole, short enough to be typed, of the page in the handout’s language. Pure. */
import { pagePath } from '@/url/page-address';

/** `root`: of the site, with its last slash; `data`: the address of another story; `query`: what the sheet shows. */
export function addressOnPaper(root: string, lang: string, data: string | null, query: string): string {
  if (data === null) return root + pagePath(lang) + query;
  const params = new URLSearchParams(query);
  params.set('lang', lang);
  params.set('data', data);
  return `${root}?${params}`;
}
