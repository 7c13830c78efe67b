/** embed.html and embed.fr.html: the embed, each complete in its language, with what an embed leads to and no more. */
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import type { Messages } from '../../src/i18n/words.ts';
import type { PackedDetail } from '../../src/story/packed-detail.ts';
import { oneFileNameOf, pageOf, pictureOf } from '../meta/pages.ts';
import { siteUrl } from '../meta/site.ts';
import { readStories } from '../meta/stories.ts';
import { wordsOf } from '../meta/words.ts';
import type { FileKind } from './kind';
import { LEFT_OUT, SIMPLER } from './left-out.ts';
import { NO_SCRIPT, onePage } from './page.ts';
import { wordsIn } from './words.ts';

/**
 * Only search leads to these tables, and there is none here; nor can texts be switched to plain ones, and only a class is
 * asked before a step. What holds for the data as a whole stands with them.
 */
const UNREACHED = /^(?:people|participants|glossary)\.|\.plain$|^steps\.ask$/;
const withoutUnreached = (detail: PackedDetail): PackedDetail => ({
  ...detail,
  caveats: [],
  columns: Object.fromEntries(Object.entries(detail.columns).filter(([name]) => !UNREACHED.test(name))),
});

export const EMBED_FILE: FileKind = {
  input: 'src/one-file.ts',
  leftOut: LEFT_OUT,
  simpler: SIMPLER,
  async write({ script, style, read }) {
    const stories = await readStories();
    const site = siteUrl();
    const files = (Object.keys(LOCALES) as Locale[]).map(async (lang): Promise<[string, string]> => {
      const page = pageOf(lang);
      const { title, description, alt, open } = wordsOf(page, stories);
      const words = (await read(`words.${lang}`)) as Messages;
      const source = onePage({
        ...{ lang, title, description, script, mode: 'embed' },
        home: site && site + page.path,
        noScript: { sentence: NO_SCRIPT[lang], link: open, picture: { path: pictureOf(page), alt } },
        loading: words['app.loading'] ?? '…',
        styles: [{ text: style }],
        files: new Map<string, unknown>([
          [`words.${lang}`, wordsIn(script, words)],
          [`story.${lang}`, await read(`story.${lang}`)],
          [`detail.${lang}`, withoutUnreached((await read(`detail.${lang}`)) as PackedDetail)],
        ]),
      });
      return [oneFileNameOf(lang), source];
    });
    return new Map(await Promise.all(files));
  },
};
