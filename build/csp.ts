/** What the page may load and do, in one place: for its <meta> and for the headers of a host. */
import { createHash } from 'node:crypto';
import { siteUrl } from './meta/site.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The policy of a page as one line, with its inline script and the style sheet that stands in it (null: none does).
 * `site` is where it will stand: in a sandbox without an origin WebKit takes 'self' for nobody, so it is named too.
 */
export function contentPolicy(script: string, sheet: string | null, site = siteUrl()): string {
  const own = site === null ? "'self'" : `'self' ${new URL(site).origin}`;
  return [
    "default-src 'none'",
    `script-src ${own} ${hashOf(script)}`,
    ['style-src', own, ...(sheet === null ? [] : [hashOf(sheet)])].join(' '),
    `img-src ${own} data:`,
    // A story of one’s own may lie on any host (`data=`).
    "connect-src 'self' https: http:",
    "font-src 'self'",
    // The share dialog shows the embed as it will stand.
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html',
  ].join('; ');
}

/** The policy of a page that is a document only: it fetches nothing, and its one script draws nothing. */
export const documentPolicy = (script: string, sheet: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(sheet)}`,
    "img-src 'self' data:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The policy of a page that is words and one style sheet of the site, without any script. */
export const WORDS_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
