/** How the links of a lesson are written: relative on the page, whole in what is taken away from it. Pure. */
import type { Locale } from '../../src/i18n/locales';
import { classFileNameOf, lessonPage, pageOf, upFrom } from '../meta/pages.ts';
import type { Target } from './document';

/** How the page of the lesson leads on, from where it stands. */
export interface Ways {
  /** Null: there it leads to nothing new, and the link is left out. */
  to: (target: Target, lang: Locale) => string | null;
  lesson: (other: Locale, lang: Locale) => string;
  /** What is taken away of it. */
  file: (kind: 'md' | 'docx', lang: Locale) => string;
}

/** From the page of the lesson: the story in the same language stands one folder up. */
export const ON_SITE: Ways = {
  to: (target, lang) => {
    if ('web' in target) return target.web;
    if ('picture' in target) return `../${target.picture}`;
    return upFrom(lessonPage(lang)) + classFileNameOf(lang);
  },
  lesson: (other, lang) => upFrom(lessonPage(lang)) + lessonPage(other).path,
  file: (kind) => `lesson.${kind}`,
};

/** Within the file that holds the whole class, where it has been given another name or not. */
export const inFile = (file: Ways['file']): Ways => ({
  to: (target, lang) => {
    if ('web' in target) return target.web;
    if ('classFile' in target) return null;
    return `?lang=${lang}${target.picture.replace('?', '&')}`;
  },
  lesson: (other) => `?mode=lesson&lang=${other}`,
  file,
});

/** From anywhere; what needs the address of a site that is not known is told by how it ends: null is a name only. */
export function wholeAddressOf(to: Target, lang: Locale, site: string | null): string | null {
  if ('web' in to) return to.web;
  if (site === null) return null;
  return site + ('picture' in to ? pageOf(lang).path + to.picture : classFileNameOf(lang));
}

/** What a link that cannot be followed says beside its words: how the address ends. */
export const endOf = (to: Target, lang: Locale): string =>
  'picture' in to ? to.picture || '/' : 'classFile' in to ? classFileNameOf(lang) : to.web;

/** Plain links to services that hand an address on; they take it in their query. */
export const SERVICES = {
  classroom: (url: string, title: string) =>
    `https://classroom.google.com/share?${String(new URLSearchParams({ url, title }))}`,
  teams: (href: string, msgText: string) =>
    `https://teams.microsoft.com/share?${String(new URLSearchParams({ href, msgText }))}`,
} as const;
