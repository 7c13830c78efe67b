/** The lesson as the build finds it: what writes it, taken from the sources of the page, and its documents. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import type { LessonDocument } from './document';
import type * as make from './make';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const readSource = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');
const json = async (file: string): Promise<unknown> => JSON.parse(await readSource(file));

export async function loadMake(): Promise<typeof make> {
  const { module } = await runnerImport<typeof make>(join(ROOT, 'build/lesson/make.ts'), {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': join(ROOT, 'src') } },
  });
  return module;
}

/** The lesson in each language. Throws where it does not fit the story. */
export async function readDocuments({
  checkDataset,
  checkLesson,
  writeDocument,
}: typeof make): Promise<LessonDocument[]> {
  const { dataset } = checkDataset(await json('data/g7.json'));
  if (!dataset) throw new Error('data/g7.json has problems: npm run check:data');
  const { lesson, problems } = checkLesson(await json('data/lesson.json'), dataset);
  if (!lesson)
    throw new Error(
      `data/lesson.json cannot be used:\n${problems.map(({ path, sentence }) => `  ${path}: ${sentence}`).join('\n')}`,
    );
  return (Object.keys(LOCALES) as Locale[]).map((lang) => writeDocument(lesson, dataset, lang));
}

/** The styles of its page, to stand after those of the story (src/app.css). */
export const readSheet = async (): Promise<string> =>
  (await readSource('build/lesson/page.css')).replace(COMMENTS, '');
export const COMMENTS = /\/\*[^]*?\*\/\s*/g;
