/**
 * The head of a page, as static HTML: what search pages, cards, feeds and other sites read without running anything.
 * Whatever needs an absolute address is left out where the address of the site is not known.
 */
import { DEFAULT_LOCALE, LOCALES } from '../../src/i18n/locales.ts';
import { escapeText, jsonForScript, tag } from './html.ts';
import { jsonLdOf } from './json-ld.ts';
import { manifestOf } from './manifest.ts';
import { oembedOf, pagesOf, PICTURE_SIZES, pictureOf, showSame, upFrom, type PageSpec } from './pages.ts';
import { wordsOf, type PageWords, type Stories } from './words.ts';

/** The paper of app.css in both schemes: browsers colour their bars with it. A test keeps them equal. */
export const THEME_COLOURS = { light: '#fbfaf7', dark: '#15171c' } as const;

/** The tag of a language for Open Graph: en_CA. */
const openGraphLocale = (lang: PageSpec['lang']): string => LOCALES[lang].intl.replace('-', '_');

/** What the head of a page says of it. */
export interface HeadParts extends Pick<PageWords, 'title' | 'description' | 'site' | 'alt'> {
  /** The page in every language it can be had in, itself among them. */
  translations: readonly PageSpec[];
  /** The page of the story whose picture stands for it. */
  pictured: PageSpec;
  /** Where its oEmbed answer stands, if it has one. */
  oembed: string | null;
  /** Linked data. */
  data: unknown;
}

/** The head of a page of the story. */
export const headOf = (page: PageSpec, stories: Stories, site: string | null): string =>
  headWith(
    page,
    {
      ...wordsOf(page, stories),
      translations: pagesOf(stories[page.lang].story).filter((other) => showSame(other, page)),
      pictured: page,
      oembed: oembedOf(page),
      data: jsonLdOf(page, stories, site),
    },
    site,
  );

/**
 * The lines of a page’s head from its title to its data, escaped, without <meta charset>, viewport, CSP, styles and
 * scripts, which are the builder’s. `site` is the address of the published folder, ending with a slash, or null.
 */
export function headWith(page: PageSpec, parts: HeadParts, site: string | null): string {
  const { title, description, data } = parts;
  const up = upFrom(page);
  return [
    `<title>${escapeText(title)}</title>`,
    tag('meta', { name: 'description', content: description }),
    ...(site === null ? [] : addressesOf(page, parts, site)),
    ...openGraphOf(page, parts, site),
    tag('meta', {
      name: 'theme-color',
      media: '(prefers-color-scheme: light)',
      content: THEME_COLOURS.light,
    }),
    tag('meta', { name: 'theme-color', media: '(prefers-color-scheme: dark)', content: THEME_COLOURS.dark }),
    tag('link', { rel: 'icon', href: `${up}icon.svg`, type: 'image/svg+xml' }),
    tag('link', { rel: 'icon', href: `${up}icons/icon-192.png`, type: 'image/png', sizes: '192x192' }),
    tag('link', { rel: 'apple-touch-icon', href: `${up}icons/apple-touch-icon.png` }),
    tag('link', { rel: 'manifest', href: up + manifestOf(page) }),
    `<script type="application/ld+json">${jsonForScript(data)}</script>`,
  ].join('\n');
}

/** Where it stands, where its translations stand, and where its oEmbed answer is. */
function addressesOf(page: PageSpec, { title, translations, oembed }: HeadParts, site: string): string[] {
  const alternate = (hreflang: string, { path }: PageSpec) =>
    tag('link', { rel: 'alternate', hreflang, href: site + path });
  return [
    tag('link', { rel: 'canonical', href: site + page.path }),
    ...translations.map((other) => alternate(other.lang, other)),
    ...translations
      .filter(({ lang }) => lang === DEFAULT_LOCALE)
      .map((usual) => alternate('x-default', usual)),
    ...(oembed === null
      ? []
      : [tag('link', { rel: 'alternate', type: 'application/json+oembed', href: site + oembed, title })]),
  ];
}

function openGraphOf(page: PageSpec, words: HeadParts, site: string | null): string[] {
  const property = (name: string, content: string) => tag('meta', { property: `og:${name}`, content });
  const [width, height] = PICTURE_SIZES.card;
  const others = words.translations.filter(({ lang }) => lang !== page.lang);
  return [
    property('type', 'website'),
    property('site_name', words.site),
    property('title', words.title),
    property('description', words.description),
    property('locale', openGraphLocale(page.lang)),
    ...others.map(({ lang }) => property('locale:alternate', openGraphLocale(lang))),
    ...(site === null
      ? []
      : [
          property('url', site + page.path),
          property('image', site + pictureOf(words.pictured)),
          property('image:type', 'image/png'),
          property('image:width', String(width)),
          property('image:height', String(height)),
          property('image:alt', words.alt),
          // The one thing that cards do not take from the Open Graph.
          tag('meta', { name: 'twitter:card', content: 'summary_large_image' }),
        ]),
  ];
}
