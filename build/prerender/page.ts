/** One page as a text: the page that Vite built, with what the server drew in it, for a folder of its own. */
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { contentPolicy } from '../csp.ts';
import { escapeText, tag } from '../meta/html.ts';
import { lessonPage, pageOf, PICTURE_SIZES, pictureOf, upFrom, type PageSpec } from '../meta/pages.ts';
import type { PageWords } from '../meta/words.ts';

/** What all pages of a build share. Names of files are relative to the root of the site. */
export interface Site {
  /** The page that Vite built for the root. */
  template: string;
  early: string;
  /** Style sheets of the first views, and the texts of all that the first view needs; and the one for pages without scripts. */
  styles: readonly string[];
  sheet: string;
  unscripted: string;
  /** Scripts of the usual views, by the media that show them. */
  views: readonly { file: string; media: string }[];
}

export interface PageParts {
  spec: PageSpec;
  /** Of the part in #app; null for a page that is empty until its scripts have come. */
  body: string | null;
  /** As it stands on the root element. */
  mode: 'page' | 'embed';
  /** More style sheet, for the body. */
  sheet: string;
  /** Lines for the <head>. */
  head: string;
  /** Files that the first view fetches. */
  data: readonly string[];
  says: { loading: string; heard: string; stuck: string; again: string; lesson: string };
  /** What the story says of itself in each language, for a page that is empty without its scripts. */
  told: Readonly<Record<Locale, PageWords>>;
}

const MODULES = /<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g;
const SHEETS = /<link rel="stylesheet"[^>]*>/g;

export function writePage(
  site: Site,
  { spec, body, mode, sheet, head, data, says, told }: PageParts,
): string {
  const root = upFrom(spec);
  const link = (rel: string, file: string, more = '') => `<link rel="${rel}" href="${root}${file}"${more}>`;
  const template = site.template.replaceAll(/(href|src)="\.\//g, (_, name: string) => `${name}="${root}`);
  const scripts = [
    ...(template.match(MODULES) ?? []),
    ...data.map((file) => link('preload', file, ' as="fetch" crossorigin')),
    ...site.views.map(({ file, media }) => link('modulepreload', file, ` crossorigin media="${media}"`)),
  ];
  // What shows the story before any script wears its styles, and brings its scripts when it chooses (src/early/early.ts).
  // Their loader takes a sheet that is named, though not asked for, as one that is there.
  const held = body !== null;
  const worn = held ? `${site.sheet}${sheet}` : null;
  const named = held
    ? site.styles.map((file) => link('stylesheet', file, ' crossorigin disabled'))
    : site.styles
        .filter((file) => !template.includes(file))
        .map((file) => link('stylesheet', file, ' crossorigin'));
  const first = [
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(site.early, worn)}">`,
    held ? `<template data-live>${[...named, ...scripts].join('')}</template>` : '',
    `<script>${site.early}</script>`,
  ];
  const links = [
    held ? `<style>${worn}</style>` : [...named, ...scripts].join(''),
    `<noscript>${link('stylesheet', site.unscripted)}</noscript>`,
  ];
  const others = (Object.keys(LOCALES) as Locale[])
    .filter((lang) => lang !== spec.lang)
    .map((lang) => {
      const href = root + pageOf(lang, spec).path;
      return `<p class="unscripted"><a href="${href}" lang="${lang}" hreflang="${lang}">${LOCALES[lang].name}</a></p>`;
    });
  others.push(
    `<p class="unscripted"><a href="${root}${lessonPage(spec.lang).path}">${escapeText(says.lesson)}</a></p>`,
  );
  if (spec.step !== null)
    others.push(
      `<p class="unscripted"><a href="${root}${pageOf(spec.lang).path || './'}">${escapeText(told[spec.lang].site)}</a></p>`,
    );
  const own = [
    `lang="${spec.lang}" data-root="${root}"`,
    mode === 'embed' ? ' data-mode="embed" data-scheme="light"' : '',
    spec.thread === null ? '' : ` data-thread="${spec.thread}"`,
    spec.step === null ? '' : ` data-step="${spec.step}"`,
  ];
  const page = (held ? template.replace(MODULES, '').replace(SHEETS, '') : template)
    .replace(/<html lang="\w+"/, () => `<html ${own.join('')}`)
    .replace(/<meta charset="utf-8" ?\/?>/, (charset) => `${charset}${first.join('')}`)
    .replace(/<link rel="icon"[^>]*>\s*/, '')
    .replace(/<title>[^]*?<\/title>/, () => head)
    .replace('</head>', () => `${links.join('')}</head>`);
  if (!held)
    return page.replace(
      /<noscript>\s*<p[^]*?<\/noscript>/,
      () => `<noscript>${unscripted(spec, told)}</noscript>`,
    );
  return page.replace(
    /<div id="app">[^]*?<\/div>/,
    () =>
      `<div id="app" data-prerendered><noscript>${others.join('')}</noscript>${body.replaceAll('href="./', `href="${root}`)}</div>` +
      `<p data-loading>${says.loading}</p><p data-hearing role="status" hidden>${says.heard}</p>` +
      `<p data-stuck role="alert" hidden>${says.stuck} <button type="button">${says.again}</button></p>`,
  );
}

/** What stands in an empty page where no script runs: the picture of the story, its title, and the way to all of it. */
function unscripted(spec: PageSpec, told: PageParts['told']): string {
  const root = upFrom(spec);
  const [width, height] = PICTURE_SIZES.card;
  const src = root + pictureOf(pageOf(spec.lang, spec));
  const picture = tag('img', { src, alt: told[spec.lang].alt, width: String(width), height: String(height) });
  const ways = (Object.entries(told) as [Locale, PageWords][]).map(([lang, { title, open }]) => {
    const href = escapeText(root + pageOf(lang, spec).path);
    return `<div lang="${lang}"><h1>${escapeText(title)}</h1><p><a href="${href}" target="_blank" rel="noopener">${escapeText(open)}</a></p></div>`;
  });
  return `<div class="fallback">${ways.join('')}${picture}</div>`;
}
