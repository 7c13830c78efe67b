/**
 * The clock of a lesson, kept in the tab, so that it goes on where all windows are loaded again at once and none is left
 * to ask. It is kept with the number of its change: what another window knows to be newer still holds.
 */
import { readClockPart, type Part } from '@/present/channel';
import type { Clock } from './clock';

const STORED = 'fifty-years.clock';

export function keepClock(session: string | null, clock: Part<Clock>): void {
  // Nobody has touched it yet.
  if (clock.n === 0) return;
  try {
    sessionStorage.setItem(STORED, JSON.stringify({ session, clock }));
  } catch {
    // A browser without memory asks the other window.
  }
}

/** Null where nothing of this lesson is kept, or nothing that we wrote. */
export function keptClock(session: string | null): Part<Clock> | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as Record<string, unknown> | null;
    return kept && kept.session === session ? readClockPart(kept.clock) : null;
  } catch {
    return null;
  }
}
