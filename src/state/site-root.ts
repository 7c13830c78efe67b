/**
 * Where the site stands: its pages lie at several depths below, and their addresses change while they are read. The
 * file for the class has other answers (build/one-file/class-file.ts).
 */
import { DEFAULT_LOCALE, type Locale } from '@/i18n/locales';

/**
 * The absolute address of the site’s root, with its last slash. Scripts tell it, not the page: built ones stand in
 * a folder of the root, and only a server of sources has them elsewhere.
 */
export const siteRoot = (): string => new URL(import.meta.env.DEV ? '/' : '../', import.meta.url).href;

/** The lesson’s page in a language, as seen from the site’s `root`. */
export const lessonAddress = (root: string, locale: Locale): string =>
  `${root}${locale === DEFAULT_LOCALE ? '' : `${locale}/`}lesson/`;
