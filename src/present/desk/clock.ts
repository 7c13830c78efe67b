/** How long a lesson has taken, and how long it may. Pure: times are ms UTC and come from outside. */

export interface Clock {
  /** What the lesson may take, ms. */
  length: number;
  /** What it took before it was last started, ms. */
  spent: number;
  /** Since when it runs; null while it stands. */
  since: number | null;
}

const MINUTE = 60_000;
/** A lesson of a usual length; it can be set. */
export const STOPPED: Clock = { length: 45 * MINUTE, spent: 0, since: null };
/** Minutes that a countdown may be set to. */
export const MINUTES = { least: 1, most: 240 } as const;

/** What the lesson took until `now`, ms; a clock that was put back does not count backwards. */
export const elapsed = ({ spent, since }: Clock, now: number): number =>
  spent + (since === null ? 0 : Math.max(0, now - since));

/** What is left, ms; below zero the lesson is over. */
export const left = (clock: Clock, now: number): number => clock.length - elapsed(clock, now);

export const start = (clock: Clock, now: number): Clock =>
  clock.since === null ? { ...clock, since: now } : clock;
export const pause = (clock: Clock, now: number): Clock => ({
  ...clock,
  spent: elapsed(clock, now),
  since: null,
});
export const reset = ({ length }: Clock): Clock => ({ ...STOPPED, length });
export const setMinutes = (clock: Clock, minutes: number): Clock =>
  Number.isFinite(minutes)
    ? { ...clock, length: Math.round(Math.min(MINUTES.most, Math.max(MINUTES.least, minutes))) * MINUTE }
    : clock;

/** “9:05”, “1:02:03”; what is over stands with a minus. */
export function spell(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${ms <= -1000 ? '−' : ''}${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}`;
}
