/** The stories as the build has just written them, for whatever is written about them. */
import { readFile } from 'node:fs/promises';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import type { Story, StoryDetail } from '../../src/story/story.ts';
import type { Stories } from './words.ts';

const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../.generated/${name}.json`, import.meta.url), 'utf8'));

/** Both files of each language; they are there as soon as the plugin `storyFiles` has run. */
export async function readStories(): Promise<Stories> {
  const languages = Object.keys(LOCALES) as Locale[];
  const entries = languages.map(async (lang) => [
    lang,
    { story: await read<Story>(`story.${lang}`), detail: await read<StoryDetail>(`detail.${lang}`) },
  ]);
  return Object.fromEntries(await Promise.all(entries));
}
