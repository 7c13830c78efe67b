/**
 * A Vite plugin: turns a build into embed.html and embed.fr.html, each complete in its language. Files that the page
 * would fetch are written into it, and their addresses name the element they stand in (see src/get-file.ts).
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import type { PackedDetail } from '../../src/story/packed-detail.ts';
import { oneFileNameOf, pageOf, pictureOf } from '../meta/pages.ts';
import { siteUrl } from '../meta/site.ts';
import { readStories } from '../meta/stories.ts';
import { wordsOf } from '../meta/words.ts';
import { LEFT_OUT, NOTHING, SIMPLER } from './left-out.ts';
import { onePage } from './page.ts';
import { importAtOnce } from './static-imports.ts';
import { wordsIn } from './words.ts';

const LEFT_OUT_ID = '\0left-out';
/** `messages/en.json` is “words.en” there; `story.en.json` keeps its name. */
const idOf = (path: string): string => {
  const name = basename(path, '.json');
  return path.includes('/messages/') ? `words.${name}` : name;
};

const NO_SCRIPT: Record<Locale, string> = {
  en: 'This story is drawn by a script, and scripts are switched off here.',
  fr: 'Cette histoire est dessinée par un script, et les scripts sont désactivés ici.',
};

/** Only search leads to these tables, and there is none here; nor can texts be switched to plain ones. */
const UNREACHED = /^(?:people|participants|glossary)\.|\.plain$/;
const withoutUnreached = (detail: PackedDetail): PackedDetail => ({
  ...detail,
  columns: Object.fromEntries(Object.entries(detail.columns).filter(([name]) => !UNREACHED.test(name))),
});

/** Runs after the compilers, so that it reads what they wrote. */
const atOnce: Plugin = {
  name: 'one-file-imports',
  apply: 'build',
  enforce: 'post',
  transform: (code, id) => (id.includes('/node_modules/') ? null : importAtOnce(code)),
};

export const oneFile = (): Plugin[] => [atOnce, files()];

function files(): Plugin {
  const paths = new Map<string, string>();
  const site = siteUrl();
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!LEFT_OUT.some((file) => file.includes(basename(source).replace(/\.\w+$/, '')))) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && LEFT_OUT.some((file) => found.id.endsWith(`/src/${file}`)) ? LEFT_OUT_ID : null;
    },
    load(id) {
      if (id === LEFT_OUT_ID) return NOTHING;
      const simpler = Object.keys(SIMPLER).find((file) => id.endsWith(`/src/${file}`));
      if (simpler !== undefined) return SIMPLER[simpler];
      const path = /^(.*\.json)\?url$/.exec(id)?.[1];
      if (path === undefined) return null;
      paths.set(idOf(path), path);
      return `export default ${JSON.stringify(`#${idOf(path)}`)}`;
    },
    generateBundle: {
      order: 'post', // the sheet is written late
      async handler(_, bundle) {
        const outputs = Object.values(bundle);
        const scripts = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
        const styles = outputs.flatMap((file) =>
          file.fileName.endsWith('.css') && 'source' in file ? [String(file.source)] : [],
        );
        if (scripts.length !== 1 || styles.length !== 1 || outputs.length !== 2)
          this.error(`One script and one sheet were expected, not ${Object.keys(bundle).join(', ')}.`);
        for (const fileName of Object.keys(bundle)) delete bundle[fileName];
        const script = scripts[0] ?? '';
        const stories = await readStories();
        const read = async (id: string): Promise<unknown> =>
          JSON.parse(await readFile(paths.get(id) ?? '', 'utf8'));
        for (const lang of Object.keys(LOCALES) as Locale[]) {
          const page = pageOf(lang);
          const { title, description, alt, open } = wordsOf(page, stories);
          const words = (await read(`words.${lang}`)) as Record<string, string>;
          const source = onePage({
            lang,
            title,
            description,
            home: site && site + page.path,
            noScript: { sentence: NO_SCRIPT[lang], link: open, picture: pictureOf(page), alt },
            loading: words['app.loading'] ?? '…',
            script,
            style: styles[0] ?? '',
            files: new Map<string, unknown>([
              [`words.${lang}`, wordsIn(script, words)],
              [`story.${lang}`, await read(`story.${lang}`)],
              [`detail.${lang}`, withoutUnreached((await read(`detail.${lang}`)) as PackedDetail)],
            ]),
          });
          this.emitFile({ type: 'asset', fileName: oneFileNameOf(lang), source });
        }
      },
    },
  };
}
