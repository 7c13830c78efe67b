/**
 * Search over everything a story names: by words or their beginnings, in any order, without regard to accents or
 * case, in the story's own language and in the other ones. Pure; the index is built at the first question.
 */
import { fold } from './fold-text';
import { everySearchable, type Searchable } from './searchable';
import type { Interval, Precision, Story } from './story';
import type { StoryDetail } from './story-detail';

export type HitKind = 'thread' | 'event' | 'summit' | 'node' | 'link' | 'person' | 'term' | 'source';

export interface Hit {
  kind: HitKind;
  id: string;
  title: string;
  /** What tells it from others of the same title: publisher, role, column, number of a summit; may be empty. */
  context: string;
  /** Where it stands on the axis, if it does. */
  t?: number;
  /** Its date, to be put in words by the interface. */
  when?: Interval & { precision: Precision };
}

/** A story and its long texts, as far as they are here. */
export interface StoryTexts {
  story: Story;
  detail: StoryDetail | null;
}

export interface Search {
  /** What the query finds, best first; nothing for a blank query. */
  find: (query: string, limit?: number) => Hit[];
}

/** The order of kinds among equally good hits. */
export const HIT_KINDS = ['thread', 'event', 'summit', 'node', 'link', 'person', 'term', 'source'] as const;

interface Entry {
  hit: Hit;
  /** Its titles in every language, folded. */
  titles: string[];
  /** Words of its titles and of its texts. */
  titleWords: string[];
  textWords: string[];
  /** For a link: the words of either end alone, which already find the node. */
  endWords: string[][];
}

/** `others`: the same story in other languages, so that their words find things too. */
export function storySearch(
  story: Story,
  detail: StoryDetail | null,
  others: readonly StoryTexts[] = [],
): Search {
  let entries: Entry[] | undefined;
  return {
    find(query, limit = Infinity) {
      const asked = fold(query).trim();
      if (!asked) return [];
      const words = wordsOf(asked);
      entries ??= index([{ story, detail }, ...others]);
      const ranked = entries.flatMap((entry) => {
        const rank = rankOf(entry, asked, words.length > 0 ? words : [asked]);
        return rank === null ? [] : [{ rank, hit: entry.hit }];
      });
      // Entries stand in the order of kinds, and sorting is stable.
      return ranked
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ hit }) => hit);
    },
  };
}

const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** 0 = a title starts with it, 1 = it begins words of the titles, 2 = it is inside them, 3 = it begins words of the texts. */
function rankOf(entry: Entry, asked: string, words: readonly string[]): number | null {
  if (entry.titles.includes(asked)) return 0;
  if (entry.endWords.some((end) => words.every((word) => end.some((own) => own.includes(word))))) return null;
  if (entry.titles.some((title) => title.startsWith(asked))) return 0;
  const begins = (own: readonly string[]) => words.every((word) => own.some((one) => one.startsWith(word)));
  if (begins(entry.titleWords)) return 1;
  const inside = (word: string) => word.length > 1 && entry.titles.some((title) => title.includes(word));
  if (words.every(inside)) return 2;
  return begins(entry.textWords) ? 3 : null;
}

function index(languages: readonly StoryTexts[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { story, detail } of languages) {
    for (const one of everySearchable(story, detail)) {
      const key = `${one.hit.kind} ${one.hit.id}`;
      const known = entries.get(key);
      if (known) add(known, one);
      else if (story === languages[0]?.story) entries.set(key, add(emptyEntry(one.hit), one));
    }
  }
  return [...entries.values()].sort((a, b) => HIT_KINDS.indexOf(a.hit.kind) - HIT_KINDS.indexOf(b.hit.kind));
}

const emptyEntry = (hit: Hit): Entry => ({ hit, titles: [], titleWords: [], textWords: [], endWords: [] });

function add(entry: Entry, { hit, text, ends }: Searchable): Entry {
  const title = fold(hit.title).trim();
  const words = wordsOf(title);
  entry.titles.push(title);
  entry.titleWords.push(...words);
  entry.textWords.push(...new Set([...words, ...wordsOf(fold(text.join(' ')))]));
  for (const end of ends ?? []) entry.endWords.push(wordsOf(fold(end)));
  return entry;
}
