/** One page as a text: the page that Vite built, with what the server drew in it, for a folder of its own. */
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { contentPolicy } from '../csp.ts';
import { pageOf, upFrom, type PageSpec } from '../meta/pages.ts';

/** What all pages of a build share. Names of files are relative to the root of the site. */
export interface Site {
  /** The page that Vite built for the root. */
  template: string;
  early: string;
  /** Style sheets of the first views; and the one for pages without scripts. */
  styles: readonly string[];
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
  /** The style sheet of the body. */
  styles: string;
  /** Lines for the <head>. */
  head: string;
  /** Files that the first view fetches. */
  data: readonly string[];
  says: { loading: string; heard: string; stuck: string; again: string };
}

export function writePage(site: Site, { spec, body, mode, styles, head, data, says }: PageParts): string {
  const root = upFrom(spec);
  const link = (rel: string, file: string, more = '') => `<link rel="${rel}" href="${root}${file}"${more}>`;
  const links = [
    ...[...site.styles, styles].map((file) => link('stylesheet', file, ' crossorigin')),
    ...data.map((file) => link('preload', file, ' as="fetch" crossorigin')),
    ...site.views.map(({ file, media }) => link('modulepreload', file, ` crossorigin media="${media}"`)),
    `<noscript>${link('stylesheet', site.unscripted)}</noscript>`,
  ];
  const first = [
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy([site.early])}">`,
    `<script>${site.early}</script>`,
  ];
  const others = (Object.keys(LOCALES) as Locale[])
    .filter((lang) => lang !== spec.lang)
    .map((lang) => {
      const href = root + pageOf(lang, spec.thread).path;
      return `<p class="unscripted"><a href="${href}" lang="${lang}" hreflang="${lang}">${LOCALES[lang].name}</a></p>`;
    });
  const own = [
    `lang="${spec.lang}" data-root="${root}"`,
    mode === 'embed' ? ' data-mode="embed" data-scheme="light"' : '',
    spec.thread === null ? '' : ` data-thread="${spec.thread}"`,
  ];
  const page = site.template
    .replaceAll(/(href|src)="\.\//g, (_, name: string) => `${name}="${root}`)
    .replace(/<html lang="\w+"/, () => `<html ${own.join('')}`)
    .replace(/<meta charset="utf-8" ?\/?>/, (charset) => `${charset}${first.join('')}`)
    .replace(/<link rel="icon"[^>]*>\s*/, '')
    .replace(/<title>[^]*?<\/title>/, () => head)
    .replace('</head>', () => `${links.join('')}</head>`);
  if (body === null) return page;
  return page.replace(
    /<div id="app">[^]*?<\/div>/,
    () =>
      `<div id="app" data-prerendered><noscript>${others.join('')}</noscript>${body}</div>` +
      `<p data-loading>${says.loading}</p><p data-hearing role="status" hidden>${says.heard}</p>` +
      `<p data-stuck role="alert" hidden>${says.stuck} <button type="button">${says.again}</button></p>`,
  );
}
