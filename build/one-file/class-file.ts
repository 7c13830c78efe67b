/**
 * class.html and class.fr.html: the whole lesson on a memory stick. Nothing is left out, and both hold every language;
 * they differ in the one that they begin in. The lesson waits in templates; src/class-file.ts shows it.
 */
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import type { Messages } from '../../src/i18n/words.ts';
import { lessonsInFile } from '../lesson/in-file.ts';
import { readSheet } from '../lesson/load.ts';
import { classFileNameOf, pageOf } from '../meta/pages.ts';
import { siteUrl } from '../meta/site.ts';
import { readStories } from '../meta/stories.ts';
import { wordsOf } from '../meta/words.ts';
import type { FileKind } from './kind';
import { NO_SCRIPT, onePage } from './page.ts';

/**
 * As src/state/site-root.ts: what is handed on is the page on the web where the build was told where that is, else the
 * file itself; and the lesson is in the file.
 */
const SITE_ROOT = `
export const siteRoot = () =>
  new URL(document.documentElement.dataset.root, document.baseURI).href.replace(/[?#].*/, '');
export const lessonAddress = (root, locale) => '?mode=lesson&lang=' + locale;
`;

export const CLASS_FILE: FileKind = {
  input: 'src/class-file.ts',
  leftOut: [],
  simpler: { 'state/site-root.ts': SITE_ROOT },
  async write({ script, style, ids, read }) {
    const [stories, site, sheet] = [await readStories(), siteUrl(), await readSheet()];
    const lessons = await lessonsInFile(site);
    const files = new Map(
      await Promise.all(ids.map(async (id): Promise<[string, unknown]> => [id, await read(id)])),
    );
    const written = (Object.keys(LOCALES) as Locale[]).map((lang): [string, string] => {
      const { title, description, open } = wordsOf(pageOf(lang), stories);
      const words = files.get(`words.${lang}`) as Messages;
      const source = onePage({
        ...{ lang, title, description, script, files, mode: 'page' },
        home: site && site + pageOf(lang).path,
        root: site ?? '',
        noScript: { sentence: NO_SCRIPT[lang], link: open, picture: null },
        loading: words['app.loading'] ?? '…',
        styles: [{ text: style }, { text: sheet, media: 'not all' }],
        templates: lessons,
      });
      return [classFileNameOf(lang), source];
    });
    return new Map(written);
  },
};
