/** Text in which some words stand for a thing: “[words](id)”, as in the steps of the story. Pure. */

/** Plain words, or words that show the thing of this id. */
export type ProsePart = string | { words: string; id: string };

const MARKED = /\[([^[\]]+)\]\(([^()\s]+)\)/g;

/** The parts of a text, in order; what is no whole mark stays plain. */
export function readProse(text: string): ProsePart[] {
  const parts: ProsePart[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, words = '', id = ''] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ words, id });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The same without its marks, to be read out or printed. */
export const plainProse = (parts: readonly ProsePart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.words)).join('');
