/** How the links of a lesson are written: relative on the page, whole in what is taken away from it. Pure. */
import type { Locale } from '../../src/i18n/locales';
import { lessonPage, oneFileNameOf, pageOf, upFrom } from '../meta/pages.ts';
import type { Target } from './document';

/** From the page of the lesson. */
export function hrefOf(to: Target, lang: Locale): string {
  if ('web' in to) return to.web;
  // The story in the same language stands one folder up.
  if ('picture' in to) return `../${to.picture}`;
  return upFrom(lessonPage(lang)) + oneFileNameOf(lang);
}

/** From anywhere; what needs the address of a site that is not known is told by how it ends: null is a name only. */
export function wholeAddressOf(to: Target, lang: Locale, site: string | null): string | null {
  if ('web' in to) return to.web;
  if (site === null) return null;
  return site + ('picture' in to ? pageOf(lang).path + to.picture : oneFileNameOf(lang));
}

/** What a link that cannot be followed says beside its words: how the address ends. */
export const endOf = (to: Target, lang: Locale): string =>
  'picture' in to ? to.picture || '/' : 'oneFile' in to ? oneFileNameOf(lang) : to.web;

/** Plain links to services that hand an address on; they take it in their query. */
export const SERVICES = {
  classroom: (url: string, title: string) =>
    `https://classroom.google.com/share?${String(new URLSearchParams({ url, title }))}`,
  teams: (href: string, msgText: string) =>
    `https://teams.microsoft.com/share?${String(new URLSearchParams({ href, msgText }))}`,
} as const;
