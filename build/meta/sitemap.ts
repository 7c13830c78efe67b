/** What crawlers ask for at the root: the list of the pages, each with its translations, and the leave to read them. */
import { DEFAULT_LOCALE } from '../../src/i18n/locales.ts';
import { escapeText } from './html.ts';
import { showSame, type PageSpec } from './pages.ts';

/** No dates of change: none is known, and a wrong one is worse. `site` ends with a slash. */
export function sitemapOf(pages: readonly PageSpec[], site: string): string {
  const link = (hreflang: string, { path }: PageSpec) =>
    `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escapeText(site + path)}"/>`;
  const url = (page: PageSpec) => {
    const same = pages.filter((other) => showSame(other, page));
    const usual = same.find(({ lang }) => lang === DEFAULT_LOCALE);
    return [
      `<url><loc>${escapeText(site + page.path)}</loc>`,
      ...same.map((other) => link(other.lang, other)),
      ...(usual ? [link('x-default', usual)] : []),
      '</url>',
    ].join('');
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.map(url),
    '</urlset>',
    '',
  ].join('\n');
}

/** Everything may be read. */
export const robotsOf = (site: string | null): string =>
  `User-agent: *\nAllow: /\n${site === null ? '' : `\nSitemap: ${site}sitemap.xml\n`}`;
