/**
 * A Vite plugin: writes what others read about the pages (oEmbed answers, sitemap, manifests) and what hosts are to
 * send along. It comes after the plugin that writes the pages: their policy is read from them.
 */
import type { Plugin } from 'vite';
import { DEFAULT_LOCALE } from '../../src/i18n/locales.ts';
import { WORDS_POLICY } from '../csp.ts';
import { headersFile, type Policies } from './hosting.ts';
import { manifestFor, manifestOf } from './manifest.ts';
import { oembedFor } from './oembed.ts';
import { lessonPage, oembedOf, pagesOf } from './pages.ts';
import { caddyPolicies, nginxPolicies } from './servers.ts';
import { siteUrl } from './site.ts';
import { robotsOf, sitemapOf } from './sitemap.ts';
import { readStories } from './stories.ts';
import type { Stories } from './words.ts';

/** All files but the pages, by their names; `policies` are those of the pages. */
export function metaFiles(stories: Stories, site: string | null, policies: Policies): Map<string, string> {
  const pages = pagesOf(stories[DEFAULT_LOCALE].story);
  const languages = [...new Set(pages.map(({ lang }) => lang))];
  const files = new Map([
    ['_headers', headersFile(policies)],
    ['policies.nginx', nginxPolicies(policies)],
    ['policies.caddy', caddyPolicies(policies)],
    ['robots.txt', robotsOf(site)],
  ]);
  for (const lang of languages)
    files.set(manifestOf({ lang }), JSON.stringify(manifestFor(lang, stories), null, 2));
  if (site === null) return files;
  files.set('sitemap.xml', sitemapOf([...pages, ...languages.map(lessonPage)], site));
  for (const page of pages) files.set(oembedOf(page), JSON.stringify(oembedFor(page, stories, site)));
  return files;
}

/** Of no build: a page that stands in public/. */
const SINGLE_PAGES: Policies = new Map([['/accessibility.html', WORDS_POLICY]]);

/** The policies that pages carry in their <meta>, by the paths of the pages. */
export function policiesOf(pages: ReadonlyMap<string, string>): Policies {
  const carried = [...pages].map(([fileName, html]): [string, string | null] => {
    const [, policy = null] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    return [`/${fileName.replace(/(^|\/)index\.html$/, '$1')}`, policy?.replaceAll('&#39;', "'") ?? null];
  });
  return new Map([...carried, ...SINGLE_PAGES]);
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
        const pages = new Map(
          Object.values(bundle).flatMap((file) =>
            file.type === 'asset' && file.fileName.endsWith('.html')
              ? [[file.fileName, String(file.source)]]
              : [],
          ),
        );
        for (const [fileName, source] of metaFiles(await readStories(), site, policiesOf(pages)))
          this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}
