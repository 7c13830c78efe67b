/** The stories as the build has just written them, for whatever is written about them. */
import { readFile } from 'node:fs/promises';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { unpackStory, type PackedStory } from '../../src/story/packed-story.ts';
import type { Stories, Told } from './words.ts';

/** Of an event or a summit in the data: checked when the stories were built. */
interface Entry {
  id: string;
  summary?: Partial<Record<Locale, string>>;
  country?: string;
}

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../${file}`, import.meta.url), 'utf8'));

/** They are there as soon as the plugin `storyFiles` has run. */
export async function readStories(): Promise<Stories> {
  const { events, summits } = await read<Record<'events' | 'summits', Entry[]>>('data/g7.json');
  const toldIn = (lang: Locale): [string, Told][] =>
    [...events, ...summits].map(({ id, summary, country }) => [
      id,
      { summary: summary?.[lang] ?? '', country },
    ]);
  const languages = Object.keys(LOCALES) as Locale[];
  const entries = languages.map(async (lang) => [
    lang,
    {
      story: unpackStory(await read<PackedStory>(`.generated/story.${lang}.json`)),
      told: Object.fromEntries(toldIn(lang)),
    },
  ]);
  return Object.fromEntries(await Promise.all(entries));
}
