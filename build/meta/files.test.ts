/**
 * Proves that what the build writes beside the pages names all of them, and only what there is. Does not prove that a
 * site that asks for an oEmbed answer shows it: tests/embed has hosts for that.
 */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { snippetOf } from '@/ui/share/snippet';
import { manifestFor } from './manifest';
import { oembedFor } from './oembed';
import { lessonPage, oembedOf, oneFileOf, pagesOf, type PageSpec } from './pages';
import { metaFiles } from './plugin';
import { siteUrl } from './site';
import { readStories } from './stories';
import { wordsOf, type Stories } from './words';

const SITE = 'https://timeline.example/g7/';
const PUBLIC = new URL('../../public/', import.meta.url);
let stories: Stories;
let pages: PageSpec[];
let files: Map<string, string>;

beforeAll(async () => {
  stories = await readStories();
  pages = pagesOf(stories.en.story);
  files = metaFiles(stories, SITE, new Map([['/', "default-src 'none'"]]));
});

describe('oEmbed', () => {
  it('answers for every page with one frame, no script, and a picture', () => {
    for (const page of pages) {
      const answer = JSON.parse(files.get(oembedOf(page)) ?? '');
      expect(answer).toEqual(oembedFor(page, stories, SITE));
      expect(answer).toMatchObject({
        version: '1.0',
        type: 'rich',
        provider_url: SITE,
        width: 800,
        height: 640,
      });
      expect(answer.thumbnail_url).toMatch(/^https:.*-1200x630\.png$/);
      // What WordPress looks for: a frame that is empty, and its address after a space.
      const [, src = ''] = /^<iframe src="([^"]+)"[^<]*><\/iframe>$/.exec(answer.html) ?? [];
      const { pathname, searchParams: query } = new URL(src.replaceAll('&amp;', '&'));
      expect(pathname).toBe(page.lang === 'en' ? '/g7/embed.html' : '/g7/embed.fr.html');
      expect([query.get('lang'), query.get('thread'), query.get('step')]).toEqual([
        page.lang,
        page.thread,
        page.step,
      ]);
      expect(answer.html).toMatch(/ title="[^"]+" .*height="640" loading="lazy"/);
    }
  });
});

/** The attributes of the first frame in a piece of HTML. */
const frameIn = (html: string): string[] =>
  [...(/<iframe\s([^>]*)>/.exec(html)?.[1] ?? '').matchAll(/([\w-]+)="([^"]*)"/g)]
    .map(([each]) => each)
    .sort();

describe('the frame of an oEmbed answer', () => {
  it('is the one that the share dialog hands out', () => {
    for (const page of pages) {
      const { html, height } = oembedFor(page, stories, SITE);
      const { frame, title } = wordsOf(page, stories);
      const src = SITE + oneFileOf(page);
      const handed = snippetOf({
        src,
        title: frame,
        height,
        caption: title,
        page: SITE,
        lang: page.lang,
        loader: null,
      });
      expect(frameIn(html)).toEqual(frameIn(handed));
      expect(frameIn(html)).toHaveLength(8);
    }
  });
});

describe('sitemap and robots', () => {
  it('list every page once, each with all its translations', () => {
    const sitemap = files.get('sitemap.xml') ?? '';
    const places = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place);
    const listed = [...pages, lessonPage('en'), lessonPage('fr')];
    expect(places).toEqual(listed.map(({ path }) => SITE + path));
    expect(sitemap.match(/<xhtml:link /g)).toHaveLength(listed.length * 3);
    const entry = sitemap.split('<url>').find((each) => each.startsWith(`<loc>${SITE}lesson/`)) ?? '';
    expect(entry).toContain(`hreflang="fr" href="${SITE}fr/lesson/"`);
    expect(files.get('robots.txt')).toContain(`Sitemap: ${SITE}sitemap.xml`);
  });
});

describe('manifests', () => {
  it('name icons that are there, in their sizes', () => {
    for (const lang of ['en', 'fr'] as const) {
      const { icons, start_url } = manifestFor(lang, stories) as {
        start_url: string;
        icons: { src: string; sizes: string }[];
      };
      const at = new URL(lang === 'en' ? './' : './fr/', PUBLIC);
      expect(new URL(start_url, at).href).toBe(at.href);
      expect(icons).toHaveLength(3);
      for (const { src, sizes } of icons) {
        const png = readFileSync(new URL(src, at));
        expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
      }
    }
    expect(existsSync(new URL('icons/apple-touch-icon.png', PUBLIC))).toBe(true);
  });
});

describe('without the address of the site', () => {
  it('writes only what needs none', () => {
    const names = [...metaFiles(stories, null, new Map()).keys()];
    expect(names.sort()).toEqual([
      '_headers',
      'fr/manifest.webmanifest',
      'manifest.webmanifest',
      'policies.caddy',
      'policies.nginx',
      'robots.txt',
    ]);
  });

  it('takes a web address with or without its last slash, and nothing else', () => {
    expect(siteUrl('')).toBeNull();
    expect(siteUrl('https://a.example')).toBe('https://a.example/');
    expect(siteUrl('https://a.example/g7//')).toBe('https://a.example/g7/');
    for (const wrong of ['a.example', 'javascript:alert(1)', 'file:///srv'])
      expect(() => siteUrl(wrong)).toThrow(/SITE_URL/);
  });
});
