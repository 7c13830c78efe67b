/**
 * What a host of static files should send along, written down for the hosts that can be told: Netlify and Cloudflare
 * Pages (`_headers`, made by the build with the policies of the pages it has just written); servers.ts has the others.
 *
 * Anybody may frame the pages, so there is neither X-Frame-Options nor frame-ancestors. Pages that are one file carry their
 * own policy in their <meta>: it names the hash of their one script, which is another in every build.
 */

import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { classFileNameOf, oneFileNameOf } from './pages.ts';

/** For every file. All of it is public, and frames in a sandbox have no origin that could be named. */
export const EVERYWHERE: Record<string, string> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // What the page never asks for. Fullscreen, clipboard, sharing and staying awake are left as the host page has them.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Asked for again each time, answered with “not modified”: the names do not change with their content. */
export const FRESH = 'no-cache';
/** Their names change with their content. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** They change seldom, and nothing breaks where an old one is shown. */
export const A_DAY = 'public, max-age=86400';

/** Paths of what has a name of its own, by how long it may be kept. A path ends with “*” or is the whole of it. */
const ONE_FILES = (Object.keys(LOCALES) as Locale[]).flatMap((lang) => [
  `/${oneFileNameOf(lang)}`,
  `/${classFileNameOf(lang)}`,
]);
const FRESH_FILES = [...ONE_FILES, '/embed.v1.js', '/embed.zip', '/oembed/*'];
export const DAY_FILES = ['/pictures/*', '/icons/*', '/icon.svg'];

/** The Content-Security-Policy of each page, by its path ('/', '/fr/step/founding/', '/accessibility.html'); null: none. */
export type Policies = ReadonlyMap<string, string | null>;

/** What a page is asked for by. */
export const namesOf = (page: string): string[] =>
  page.endsWith('/') ? [page, `${page}index.html`] : [page];

/** The same as rules: one that ends with “*”, but where other pages stand in the folder. */
const rulesFor = (page: string, pages: readonly string[]): string[] =>
  page.endsWith('/') && !pages.some((other) => other !== page && other.startsWith(page))
    ? [`${page}*`]
    : namesOf(page);

/**
 * For Netlify and Cloudflare Pages. Both join what several rules say of one header: no path has two of them. Cloudflare
 * drops lines of more than 2 000 letters and what comes after 100 rules: so each page has its own policy, not all
 * hashes of all of them, and its names share a rule.
 */
export function headersFile(policies: Policies): string {
  const rule = (path: string, headers: Record<string, string | null>) =>
    [
      path,
      ...Object.entries(headers).flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : [])),
      '',
    ].join('\n');
  const pages = [...policies].flatMap(([page, policy]) =>
    rulesFor(page, [...policies.keys()]).map((path) =>
      rule(path, { 'Cache-Control': FRESH, 'Content-Security-Policy': policy }),
    ),
  );
  return [
    rule('/*', EVERYWHERE),
    ...pages,
    ...FRESH_FILES.map((path) => rule(path, { 'Cache-Control': FRESH })),
    ...DAY_FILES.map((path) => rule(path, { 'Cache-Control': A_DAY })),
    rule('/assets/*', { 'Cache-Control': FOREVER }),
  ].join('\n');
}
