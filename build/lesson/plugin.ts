/**
 * A Vite plugin: writes the lesson beside the story, in every language, as a page, as Markdown and as a Word file. A
 * lesson that does not fit the story, or names what is not there, stops the build.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { lessonPage } from '../meta/pages.ts';
import { siteUrl } from '../meta/site.ts';
import { readStories } from '../meta/stories.ts';
import type { Stories } from '../meta/words.ts';
import { earlyScript } from '../prerender/early-script.ts';
import type * as make from './make';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');
const json = async (file: string): Promise<unknown> => JSON.parse(await read(file));

/** The plugin; it comes before the one that reads the pages for their policy. */
export function lessonPages(): Plugin {
  return {
    name: 'lesson-pages',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        // Not for the build of the one file.
        if (!('index.html' in bundle)) return;
        const { module } = await runnerImport<typeof make>(join(ROOT, 'build/lesson/make.ts'), {
          root: ROOT,
          configFile: false,
          logLevel: 'error',
          resolve: { alias: { '@': join(ROOT, 'src') } },
        });
        for (const [fileName, source] of await lessonFiles(module, await readStories(), siteUrl()))
          this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/** All files of the lesson, by their names. Throws where it does not fit the story. */
export async function lessonFiles(
  { checkDataset, checkLesson, writeDocument, lessonHead, ...write }: typeof make,
  stories: Stories,
  site: string | null,
): Promise<Map<string, string | Uint8Array>> {
  const { dataset } = checkDataset(await json('data/g7.json'));
  if (!dataset) throw new Error('data/g7.json has problems: npm run check:data');
  const { lesson, problems } = checkLesson(await json('data/lesson.json'), dataset);
  if (!lesson)
    throw new Error(
      `data/lesson.json cannot be used:\n${problems.map(({ path, sentence }) => `  ${path}: ${sentence}`).join('\n')}`,
    );
  const sheet = [await read('src/app.css'), await read('build/lesson/page.css')]
    .join('')
    .replace(COMMENTS, '');
  const script = await earlyScript(join(ROOT, 'build/lesson/page-script.ts'));
  const languages = Object.keys(LOCALES) as Locale[];
  const files = new Map<string, string | Uint8Array>();
  for (const lang of languages) {
    const document = writeDocument(lesson, dataset, lang);
    const { path } = lessonPage(lang);
    const head = lessonHead(document, languages, stories, site);
    files.set(`${path}index.html`, write.writeHtml(document, { head, sheet, script, site }));
    files.set(`${path}lesson.md`, write.writeMarkdown(document, site));
    files.set(`${path}lesson.docx`, await write.writeWord(document, site));
  }
  return files;
}

const COMMENTS = /\/\*[^]*?\*\/\s*/g;
