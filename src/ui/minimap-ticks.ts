/** The ticks of the minimap: one for all events that would stand on the same hair’s breadth of it. Pure. */
import type { StoryEvent } from '@/story/story';
import { placeOf, type Warp } from '@/time/warp';

export interface MinimapTick {
  /** Place on the line of length 1: that of its first event. */
  u: number;
  events: readonly StoryEvent[];
}

/** So many ticks at most: finer than a px on all but the widest screens. */
const MOST = 1600;

/** Ticks of events (by `t`) on a scale; however many events there are, there are at most so many ticks. */
export function minimapTicks(events: readonly StoryEvent[], warp: Warp): MinimapTick[] {
  const ticks: (MinimapTick & { events: StoryEvent[] })[] = [];
  let cell = -1;
  for (const event of events) {
    const u = placeOf(warp, event.t);
    const own = Math.floor(u * MOST);
    const last = ticks.at(-1);
    if (last && own === cell) last.events.push(event);
    else ticks.push({ u, events: [event] });
    cell = own;
  }
  return ticks;
}
