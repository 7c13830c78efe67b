/**
 * A Vite plugin: writes what others read about the pages (oEmbed answers, sitemap, manifests) and what hosts are to
 * send along. It comes after the plugin that writes the pages: their policy is read from them.
 */
import type { Plugin } from 'vite';
import { DEFAULT_LOCALE } from '../../src/i18n/locales.ts';
import { joinPolicies } from '../csp.ts';
import { headersFile } from './hosting.ts';
import { manifestFor, manifestOf } from './manifest.ts';
import { oembedFor } from './oembed.ts';
import { lessonPage, oembedOf, pageOf, pagesOf } from './pages.ts';
import { siteUrl } from './site.ts';
import { robotsOf, sitemapOf } from './sitemap.ts';
import { readStories } from './stories.ts';
import type { Stories } from './words.ts';

/** All files but the pages, by their names; `policy` is that of the pages. */
export function metaFiles(stories: Stories, site: string | null, policy: string | null): Map<string, string> {
  const pages = pagesOf(stories[DEFAULT_LOCALE].story);
  const languages = [...new Set(pages.map(({ lang }) => lang))];
  const folders = [
    ...languages.filter((lang) => pageOf(lang).path !== ''),
    'thread',
    'step',
    'lesson',
    'embed',
  ];
  const files = new Map([
    ['_headers', headersFile({ folders, policy })],
    ['robots.txt', robotsOf(site)],
  ]);
  for (const lang of languages)
    files.set(manifestOf({ lang }), JSON.stringify(manifestFor(lang, stories), null, 2));
  if (site === null) return files;
  files.set('sitemap.xml', sitemapOf([...pages, ...languages.map(lessonPage)], site));
  for (const page of pages) files.set(oembedOf(page), JSON.stringify(oembedFor(page, stories, site)));
  return files;
}

/** The policies that pages carry in their <meta>, as one; null if none does. */
export function policyOf(pages: readonly string[]): string | null {
  const policies = pages.flatMap((html) => {
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    return policy === undefined ? [] : [policy.replaceAll('&#39;', "'")];
  });
  return policies.length === 0 ? null : joinPolicies(policies);
}

export function metaPlugin(): Plugin {
  const site = siteUrl();
  return {
    name: 'meta-files',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      if (site === null)
        this.warn('SITE_URL is not set: no canonical addresses, card pictures, oEmbed answers or sitemap.');
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const pages = Object.values(bundle).flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith('.html') ? [String(file.source)] : [],
        );
        for (const [fileName, source] of metaFiles(await readStories(), site, policyOf(pages)))
          this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}
