/** The stories as the build has just written them, for whatever is written about them. */
import { readFile } from 'node:fs/promises';
import { plainProse, readProse } from '../../src/dataset/prose.ts';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { unpackDetail, type PackedDetail } from '../../src/story/packed-detail.ts';
import { unpackStory, type PackedStory } from '../../src/story/packed-story.ts';
import type { Stories, Told } from './words.ts';

/** Of an event, a summit or a step in the data: checked when the stories were built. */
interface Entry {
  id: string;
  /** Of a step: its marked text. */
  text?: Partial<Record<Locale, string>>;
  summary?: Partial<Record<Locale, string>>;
  country?: string;
}

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../${file}`, import.meta.url), 'utf8'));

/** They are there as soon as the plugin `storyFiles` has run. */
export async function readStories(): Promise<Stories> {
  const { events, summits, steps } =
    await read<Record<'events' | 'summits' | 'steps', Entry[]>>('data/g7.json');
  const toldIn = (lang: Locale): [string, Told][] =>
    [...events, ...summits, ...steps].map(({ id, summary, country, text }) => [
      id,
      { summary: summary?.[lang] ?? plainProse(readProse(text?.[lang] ?? '')), country },
    ]);
  const languages = Object.keys(LOCALES) as Locale[];
  const entries = languages.map(async (lang) => {
    const story = unpackStory(await read<PackedStory>(`.generated/story.${lang}.json`));
    const detail = unpackDetail(await read<PackedDetail>(`.generated/detail.${lang}.json`), story);
    return [lang, { story, detail, told: Object.fromEntries(toldIn(lang)) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
