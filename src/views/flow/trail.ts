/** The nodes the reader walked, one after the other: what the breadcrumb says and what leads back. */
import type { Thing } from '@/story/story';

/**
 * The way walked when `chosen` is chosen after `walked`. A node at the other end of a link goes on the way, one that
 * lies on it leads back to there, any other begins a new one. To free the choice, or to look at a link of the last
 * node, leaves the way as it is: the reader still stands there. Anything else ends it.
 */
export function followTrail(
  walked: readonly string[],
  chosen: Thing | null,
  linked: (a: string, b: string) => boolean,
): readonly string[] {
  if (!chosen) return walked;
  const last = walked.at(-1);
  if (chosen.kind === 'link') return last === chosen.link.source || last === chosen.link.target ? walked : [];
  if (chosen.kind !== 'node') return [];
  const before = walked.indexOf(chosen.id);
  if (before >= 0) return before === walked.length - 1 ? walked : walked.slice(0, before + 1);
  return last !== undefined && linked(last, chosen.id) ? [...walked, chosen.id] : [chosen.id];
}
