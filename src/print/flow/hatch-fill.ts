/** How a ribbon of these threads is filled and outlined. Pure. */
import { threadColour } from '@/story/colours';
import type { Story } from '@/story/story';

/** `uid`: of the drawing whose hatchings (Hatches.svelte) are used. */
export function hatchFill(story: Story, uid: string, threads: readonly string[]): string {
  const place = threads.length === 1 ? story.threads.findIndex(({ id }) => id === threads[0]) : -1;
  return `url(#${uid}-${place < 0 ? 'none' : place})`;
}

export const lineColour = (story: Story, threads: readonly string[]): string =>
  threads.length === 1 ? `var(${threadColour(story, threads[0])}-text)` : '#555';
