/**
 * The pages the build writes, one for each language and thread, and where everything that belongs to one stands.
 * Paths are relative to the folder that is published and begin without a slash: a site may stand in a sub-folder.
 */
import { DEFAULT_LOCALE, isLocale, type Locale } from '../../src/i18n/locales.ts';
import type { Story } from '../../src/story/story.ts';

export interface PageSpec {
  /** Its folder: '' or ending with a slash, such as 'fr/thread/cybercrime/'. */
  path: string;
  lang: Locale;
  /** The thread it traces; null for the whole story. */
  thread: string | null;
  /** What stands there in place of the story. */
  room?: 'lesson';
}

/** The sizes of the pictures made of each page, CSS px: the first for cards, the other for feeds and print. */
export const PICTURE_SIZES = { card: [1200, 630], tall: [1080, 1350] } as const;

/** The folder of the same page in a language: the usual language has none of its own. */
const pathOf = (lang: Locale, thread: string | null): string =>
  `${lang === DEFAULT_LOCALE ? '' : `${lang}/`}${thread === null ? '' : `thread/${thread}/`}`;

export const pageOf = (lang: Locale, thread: string | null): PageSpec => ({
  path: pathOf(lang, thread),
  lang,
  thread,
});

/** The page of the lesson in a language. */
export const lessonPage = (lang: Locale): PageSpec => ({
  path: `${pathOf(lang, null)}lesson/`,
  lang,
  thread: null,
  room: 'lesson',
});

/** Every page of the story: the whole story first, then its threads, language by language. */
export function pagesOf({ languages, threads }: Pick<Story, 'languages' | 'threads'>): PageSpec[] {
  const shown = [null, ...threads.map(({ id }) => id)];
  return languages.filter(isLocale).flatMap((lang) => shown.map((thread) => pageOf(lang, thread)));
}

/** From a page back to the folder that is published: './', '../', '../../' … */
export const upFrom = ({ path }: Pick<PageSpec, 'path'>): string =>
  '../'.repeat(path.split('/').length - 1) || './';

/** What the files of a page are called: 'fr-cybercrime', 'en-all'. */
export const fileNameOf = ({ lang, thread }: PageSpec): string => `${lang}-${thread ?? 'all'}`;

/** Where its fallback picture stands. */
export function pictureOf(page: PageSpec, size: keyof typeof PICTURE_SIZES = 'card'): string {
  const [width, height] = PICTURE_SIZES[size];
  return `pictures/${fileNameOf(page)}-${width}x${height}.png`;
}

/** Where its oEmbed answer stands. */
export const oembedOf = (page: PageSpec): string => `oembed/${fileNameOf(page)}.json`;

/** What a frame of it loads takes the language and the thread from its query. */
function queryOf({ lang, thread }: PageSpec): string {
  return String(new URLSearchParams({ lang, ...(thread !== null && { thread }) }));
}
/** The embed that is one file, in a language. */
export const oneFileNameOf = (lang: Locale): string =>
  lang === DEFAULT_LOCALE ? 'embed.html' : `embed.${lang}.html`;

/** The same, showing what a page shows: for frames in a sandbox, and for hosts that allow nothing. */
export const oneFileOf = (page: PageSpec): string => `${oneFileNameOf(page.lang)}?${queryOf(page)}`;
