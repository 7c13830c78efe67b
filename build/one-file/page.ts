/**
 * The page that is one file: script, styles, words, story and long texts in one HTML document that asks for nothing.
 * So it runs from any folder, in any sandbox that lets scripts run, and without a server. Pure.
 */
import { createHash } from 'node:crypto';
import type { Locale } from '../../src/i18n/locales.ts';
import { escapeText, jsonForScript, tag } from '../meta/html.ts';

export interface OneFile {
  lang: string;
  title: string;
  description: string;
  /** The whole story in its own page; null where the address of the site is not known. */
  home: string | null;
  /** The site’s root, or '' where the file is all there is; without one it is told by `home`. */
  root?: string;
  /** How it shows the story unless its address says otherwise. */
  mode: 'page' | 'embed';
  /** What a reader without scripts is told, and the picture beside the file that is shown to them. */
  noScript: { sentence: string; link: string; picture: { path: string; alt: string } | null };
  loading: string;
  script: string;
  styles: readonly { text: string; media?: string }[];
  /** What waits in it until the script shows it. */
  templates?: readonly { lang: Locale; title: string; html: string }[];
  /** What the script will ask for, by its id. */
  files: ReadonlyMap<string, unknown>;
}

export const NO_SCRIPT: Record<Locale, string> = {
  en: 'This story is drawn by a script, and scripts are switched off here.',
  fr: 'Cette histoire est dessinée par un script, et les scripts sont désactivés ici.',
};

/** A script that cannot end its element, nor open a comment in it. */
export const scriptText = (code: string): string =>
  code.replaceAll(/<(?=\/script|script|!--)/gi, String.raw`\x3c`);
/** Styles that cannot end theirs. */
const styleText = (css: string): string => css.replaceAll(/<(?=\/style)/gi, String.raw`\3c `);

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may do: run its own script, wear its own styles, and show the pictures that lie beside it. */
export function policyOf(script: string, ...styles: string[]): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${styles.map(hashOf).join(' ')}`,
    "img-src 'self' data: file:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html',
  ].join('; ');
}

/** The document. */
export function onePage({
  lang,
  title,
  description,
  home,
  mode,
  noScript,
  loading,
  ...parts
}: OneFile): string {
  const script = scriptText(parts.script.trim());
  const styles = parts.styles.map(({ text, media }) => ({ text: styleText(text.trim()), media }));
  const sheets = styles.map(
    ({ text, media }) =>
      `<style${media === undefined ? '' : ` media="${escapeText(media)}"`}>${text}</style>`,
  );
  const templates = (parts.templates ?? []).map(
    ({ lang, title, html }) =>
      `<template lang="${escapeText(lang)}" title="${escapeText(title)}">${html}</template>`,
  );
  const files = [...parts.files].map(
    ([id, value]) =>
      `<script type="application/json" id="${escapeText(id)}">${jsonForScript(value)}</script>`,
  );
  const link =
    home === null
      ? ''
      : `<p><a href="${escapeText(home)}" target="_blank" rel="noopener">${escapeText(noScript.link)}</a></p>`;
  const picture = noScript.picture
    ? `\n<img src="${escapeText(noScript.picture.path)}" alt="${escapeText(noScript.picture.alt)}" width="1200" height="630" />`
    : '';
  const own = { 'data-mode': mode, 'data-home': home, 'data-root': parts.root };
  const attributes = Object.entries(own).flatMap(([name, value]) =>
    value == null ? [] : [` ${name}="${escapeText(value)}"`],
  );
  return `<!doctype html>
<html lang="${escapeText(lang)}"${attributes.join('')}>
<head>
<meta charset="utf-8" />
${tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policyOf(script, ...styles.map(({ text }) => text)) })}
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
<meta name="color-scheme" content="light dark" />
<title>${escapeText(title)}</title>
${tag('meta', { name: 'description', content: description })}
${home === null ? '<meta name="robots" content="noindex" />' : tag('link', { rel: 'canonical', href: home })}
${sheets.join('\n')}
</head>
<body>
<div id="app"><p data-loading>${escapeText(loading)}</p>
<noscript><div class="last-resort"><h1>${escapeText(title)}</h1><p>${escapeText(noScript.sentence)}</p>${link}${picture}</div></noscript>
</div>
${[...files, ...templates].join('\n')}
<script>${script}</script>
</body>
</html>
`;
}
