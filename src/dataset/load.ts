/**
 * Where a story comes from: the bundled one as small files a language, ready to draw; another one from any
 * address, for which the check and the builders are loaded as well.
 */
import { getFile } from '@/get-file';
import type { PackedDetail } from '@/story/packed-detail';
import { unpackStory, type PackedStory } from '@/story/packed-story';
import type { Question, Story } from '@/story/story';
import type { StoryDetail } from '@/story/story-detail';
import { bundled } from './bundled';
import { fetchText, type Failure, type Fetch } from './fetch-text';
import type { Problem } from './format';
import { onceGood } from './once-good';

export interface Loaded {
  story: Story;
  /** The long texts, facts and sources; fetched when first asked for. A failed load may be tried again. */
  detail: () => Promise<StoryDetail>;
  /** The checks for understanding; fetched when asked for. A failed load may be tried again. */
  questions: () => Promise<readonly Question[]>;
  /** The same story in its other languages, for search; fetched when asked for. */
  others: () => Promise<{ story: Story; detail: StoryDetail }[]>;
}

export interface LoadOptions {
  fetch: Fetch;
  /** Milliseconds. */
  timeout: number;
  /** Bytes. */
  limit: number;
  /** Against which an address such as `./story.json` is read. */
  base: string | undefined;
}

/**
 * Loads the story in one language: the bundled one, or the one at `address`. Rejects never: what is wrong comes as
 * problems, their sentences in the reader's language.
 */
export async function loadStory(
  locale: string,
  address: string | null,
  options: Partial<LoadOptions> = {},
): Promise<Loaded | { problems: Problem[] }> {
  const settings: LoadOptions = {
    fetch: options.fetch ?? getFile,
    timeout: options.timeout ?? 15_000,
    limit: options.limit ?? 5e6,
    base: options.base ?? globalThis.document?.baseURI,
  };
  try {
    return address === null ? await loadBundled(locale, settings) : await loadFrom(address, locale, settings);
  } catch (error) {
    return failed({ code: 'unreadable', params: { detail: oneLine(error) } }, locale);
  }
}

async function loadBundled(locale: string, settings: LoadOptions): Promise<Loaded | { problems: Problem[] }> {
  const [first] = bundled;
  const mine = bundled.has(locale) ? locale : first?.[0];
  const files = mine === undefined ? undefined : bundled.get(mine);
  if (!files) throw new Error('no bundled story');
  const got = await fetchText(files.story, settings);
  if ('code' in got) return failed(got, locale);
  const fetchJson = async <T>(address: string): Promise<T> => {
    const answer = await fetchText(address, settings);
    if ('code' in answer) throw new Error(`${answer.code}: ${address}`);
    return JSON.parse(answer.text) as T;
  };
  const fetchDetail = async (address: string, story: Story): Promise<StoryDetail> => {
    const [packed, { unpackDetail }] = await Promise.all([
      fetchJson<PackedDetail>(address),
      import('@/story/packed-detail'),
    ]);
    return unpackDetail(packed, story);
  };
  const others = [...bundled].filter(([code]) => code !== mine);
  const story = unpackStory(JSON.parse(got.text) as PackedStory);
  return {
    story,
    detail: onceGood(() => fetchDetail(files.detail, story)),
    questions: onceGood(() => fetchJson<Question[]>(files.questions)),
    others: onceGood(() =>
      Promise.all(
        others.map(async ([, own]) => {
          const told = unpackStory(await fetchJson<PackedStory>(own.story));
          return { story: told, detail: await fetchDetail(own.detail, told) };
        }),
      ),
    ),
  };
}

async function loadFrom(
  address: string,
  locale: string,
  settings: LoadOptions,
): Promise<Loaded | { problems: Problem[] }> {
  const url = readAddress(address, settings.base);
  if (url === null) return failed({ code: 'not-an-address', params: { address } }, locale);
  const got = await fetchText(url, settings);
  if ('code' in got) return failed(got, locale);
  const { readStory } = await import('./read-story');
  return readStory(got.text, locale);
}

/** A whole address of the web, or a path that says so (`./`, `../`, `/`); anything else is none. */
function readAddress(address: string, base: string | undefined): string | null {
  const path = /^\.{0,2}\//.test(address);
  try {
    const url = path ? new URL(address, base) : new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
}

async function failed(failure: Failure, locale: string): Promise<{ problems: Problem[] }> {
  const { sayFailure } = await import('./say-failure');
  return sayFailure(failure, locale);
}
