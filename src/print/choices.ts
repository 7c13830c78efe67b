/** Which parts a handout has and on which paper, read from what the address says. Pure. */
import type { Paper } from '@/state/handout.svelte';

export type PartId = 'timeline' | 'flow' | 'chosen' | 'steps' | 'questions' | 'glossary' | 'key';

/** Every part, in the order of the sheets: the answers come last, so that they can stay with the teacher. */
const ORDER: Record<PartId, null> = {
  timeline: null,
  flow: null,
  chosen: null,
  steps: null,
  questions: null,
  glossary: null,
  key: null,
};
export const PART_IDS = Object.keys(ORDER) as PartId[];
/** What a lesson needs. The steps are for whoever teaches without a screen. */
const USUAL: readonly PartId[] = ['timeline', 'flow', 'chosen', 'questions', 'glossary', 'key'];
/** How the address says that there is no part: it writes no empty values. */
const NONE = 'none';

/** The parts that `said` names (“timeline,flow”), in the order of the sheets; the usual ones if it says nothing. */
export function readParts(said: string | null): readonly PartId[] {
  if (said === null) return USUAL;
  const named = said.split(',');
  return PART_IDS.filter((id) => named.includes(id));
}

/** The same for the address; null where that is the usual. */
export function writeParts(parts: readonly PartId[]): string | null {
  const ids = PART_IDS.filter((id) => parts.includes(id));
  return ids.join() === USUAL.join() ? null : ids.join() || NONE;
}

/** Countries (ISO 3166) whose printers hold Letter. */
const LETTER = /-(US|CA|MX|PH|CL|CO|VE)\b/;

/** The paper of a reader whose browser speaks `language` (“fr-CA”). */
export const usualPaper = (language: string): Paper => (LETTER.test(language) ? 'letter' : 'a4');
