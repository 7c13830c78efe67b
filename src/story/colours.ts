/** Which colour tokens a thread wears. A story of other threads takes the same tokens in turn. */
import type { Story } from './story';

const TOKENS = [
  'organized-crime',
  'extremism',
  'synthetic-drugs',
  'cybercrime',
  'migrant-smuggling',
  'child-protection',
  'transnational-repression',
];

export const NEUTRAL = '--neutral';

/** The custom property of a thread’s marks; `--neutral` for what belongs to none. Append `-text` for words. */
export function threadColour(story: Story, thread: string | null | undefined): string {
  if (!thread) return NEUTRAL;
  if (TOKENS.includes(thread)) return `--thread-${thread}`;
  const place = story.threads.findIndex(({ id }) => id === thread);
  return place < 0 ? NEUTRAL : `--thread-${TOKENS[place % TOKENS.length]}`;
}

/** The colour of what may belong to several: its own if it has one thread, else the neutral one. */
export const commonColour = (story: Story, threads: readonly string[]): string =>
  threadColour(story, threads.length === 1 ? threads[0] : null);
