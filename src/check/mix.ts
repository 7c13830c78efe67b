/** The order in which answers are offered: the same for everybody and in every language, and none that tells. Pure. */
import type { Offer, Question } from '@/story/story';

/** Years stand in their order; all else is mixed by the id of the question, and an order that is asked is never there. */
export function mix({ id, kind, offers }: Pick<Question, 'id' | 'kind' | 'offers'>): Offer[] {
  if (kind === 'joined') return [...offers].sort((a, b) => Number(a.text) - Number(b.text));
  const mixed = [...offers];
  let seed = hash(id);
  for (let i = mixed.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const k = Math.floor((seed / 2 ** 32) * (i + 1));
    const [a, b] = [mixed[i], mixed[k]];
    if (a && b) [mixed[i], mixed[k]] = [b, a];
  }
  const [first, ...rest] = mixed;
  return kind === 'order' && first && inPlace(mixed, offers).every(Boolean) ? [...rest, first] : mixed;
}

/** For each place of an order, whether what stands there belongs there. */
export const inPlace = (order: readonly Offer[], right: readonly Offer[]): boolean[] =>
  order.map(({ id }, i) => id === right[i]?.id);

/** The same list with one thing moved one place up (-1) or down (1), as far as there is one. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const [a, b] = [list[from], list[to]];
  if (a === undefined || b === undefined) return [...list];
  return list.map((each, i) => (i === from ? b : i === to ? a : each));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 2166136261;
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 16777619);
  return h >>> 0;
}
