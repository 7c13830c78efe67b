/**
 * The page that is one file: script, styles, words, story and long texts in one HTML document that asks for nothing.
 * So it runs from any folder, in any sandbox that lets scripts run, and without a server. Pure.
 */
import { createHash } from 'node:crypto';
import { escapeText, jsonForScript, tag } from '../meta/html.ts';

export interface OneFile {
  lang: string;
  title: string;
  description: string;
  /** The whole story in its own page; null where the address of the site is not known. */
  home: string | null;
  /** What a reader without scripts is told, and the picture shown to them. */
  noScript: { sentence: string; link: string; picture: string; alt: string };
  loading: string;
  script: string;
  style: string;
  /** What the script will ask for, by its id. */
  files: ReadonlyMap<string, unknown>;
}

/** A script that cannot end its element, nor open a comment in it. */
export const scriptText = (code: string): string =>
  code.replaceAll(/<(?=\/script|script|!--)/gi, String.raw`\x3c`);
/** Styles that cannot end theirs. */
const styleText = (css: string): string => css.replaceAll(/<(?=\/style)/gi, String.raw`\3c `);

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may do: run its own script, wear its own styles, and show the pictures that lie beside it. */
export function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "img-src 'self' data: file:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html',
  ].join('; ');
}

/** The document. */
export function onePage({ lang, title, description, home, noScript, loading, ...parts }: OneFile): string {
  const script = scriptText(parts.script.trim());
  const style = styleText(parts.style.trim());
  const files = [...parts.files].map(
    ([id, value]) =>
      `<script type="application/json" id="${escapeText(id)}">${jsonForScript(value)}</script>`,
  );
  const link =
    home === null
      ? ''
      : `<p><a href="${escapeText(home)}" target="_blank" rel="noopener">${escapeText(noScript.link)}</a></p>`;
  return `<!doctype html>
<html lang="${escapeText(lang)}" data-mode="embed"${home === null ? '' : ` data-home="${escapeText(home)}"`}>
<head>
<meta charset="utf-8" />
${tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policyOf(script, style) })}
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
<meta name="color-scheme" content="light dark" />
<title>${escapeText(title)}</title>
${tag('meta', { name: 'description', content: description })}
${home === null ? '<meta name="robots" content="noindex" />' : tag('link', { rel: 'canonical', href: home })}
<style>${style}</style>
</head>
<body>
<div id="app"><p data-loading>${escapeText(loading)}</p>
<noscript><p>${escapeText(noScript.sentence)}</p>${link}
<img src="${escapeText(noScript.picture)}" alt="${escapeText(noScript.alt)}" width="1200" height="630" /></noscript>
</div>
${files.join('\n')}
<script>${script}</script>
</body>
</html>
`;
}
