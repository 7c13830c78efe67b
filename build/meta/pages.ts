/**
 * The pages the build writes, one for each language, thread and step, and where everything that belongs to one stands.
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
  /** The step of the guided story that it tells. */
  step: string | null;
  /** What stands there in place of the story. */
  room?: 'lesson';
}

/** The sizes of the pictures made of each page, CSS px: the first for cards, the other for feeds and print. */
export const PICTURE_SIZES = { card: [1200, 630], tall: [1080, 1350] } as const;

/** What a page shows: the whole story, or one thread or step of it. */
export type Shown = Pick<PageSpec, 'thread' | 'step' | 'room'>;
export const WHOLE: Shown = { thread: null, step: null };

/** As pagePath in src/url/page-address.ts; a test keeps them equal. */
const pathOf = (lang: Locale, { thread, step }: Shown): string =>
  (lang === DEFAULT_LOCALE ? '' : `${lang}/`) +
  (step === null ? (thread === null ? '' : `thread/${thread}/`) : `step/${step}/`);

export const pageOf = (lang: Locale, { thread, step }: Shown = WHOLE): PageSpec => ({
  path: pathOf(lang, { thread, step }),
  ...{ lang, thread, step },
});

/** The page of the lesson in a language. */
export const lessonPage = (lang: Locale): PageSpec => ({
  ...pageOf(lang),
  path: `${pathOf(lang, WHOLE)}lesson/`,
  room: 'lesson',
});

/** Whether two pages show the same, in whatever language. */
export const showSame = (a: Shown, b: Shown): boolean =>
  a.thread === b.thread && a.step === b.step && a.room === b.room;

/** Every page of the story: the whole story first, then its threads, then its steps, language by language. */
export function pagesOf({
  languages,
  threads,
  steps,
}: Pick<Story, 'languages' | 'threads' | 'steps'>): PageSpec[] {
  const shown = [
    WHOLE,
    ...threads.map(({ id }) => ({ ...WHOLE, thread: id })),
    ...steps.map(({ id }) => ({ ...WHOLE, step: id })),
  ];
  return languages.filter(isLocale).flatMap((lang) => shown.map((what) => pageOf(lang, what)));
}

/** From a page back to the folder that is published: './', '../', '../../' … */
export const upFrom = ({ path }: Pick<PageSpec, 'path'>): string =>
  '../'.repeat(path.split('/').length - 1) || './';

/** What the files of a page are called: 'fr-cybercrime', 'en-step-founding', 'en-all'. */
export const fileNameOf = ({ lang, thread, step }: PageSpec): string =>
  `${lang}-${step === null ? (thread ?? 'all') : `step-${step}`}`;

/** Where its fallback picture stands. */
export function pictureOf(page: PageSpec, size: keyof typeof PICTURE_SIZES = 'card'): string {
  const [width, height] = PICTURE_SIZES[size];
  return `pictures/${fileNameOf(page)}-${width}x${height}.png`;
}

/** Where its oEmbed answer stands. */
export const oembedOf = (page: PageSpec): string => `oembed/${fileNameOf(page)}.json`;

/** What a frame of it loads takes from its query what it is to show. */
export function queryOf({ lang, thread, step }: PageSpec): string {
  return String(
    new URLSearchParams({ lang, ...(thread !== null && { thread }), ...(step !== null && { step }) }),
  );
}
/** The embed that is one file, in a language. */
export const oneFileNameOf = (lang: Locale): string =>
  lang === DEFAULT_LOCALE ? 'embed.html' : `embed.${lang}.html`;

/** The file that holds a whole class, in every language; it begins in this one. */
export const classFileNameOf = (lang: Locale): string =>
  lang === DEFAULT_LOCALE ? 'class.html' : `class.${lang}.html`;

/** The same, showing what a page shows: for frames in a sandbox, and for hosts that allow nothing. */
export const oneFileOf = (page: PageSpec): string => `${oneFileNameOf(page.lang)}?${queryOf(page)}`;
