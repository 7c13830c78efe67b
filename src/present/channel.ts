/**
 * What the windows of a lesson tell each other, and who is right: the newest change, and of two at the same moment
 * always the same one. So it does not matter in which order, how often or how late a message comes. Pure: it knows no
 * window and no channel, and believes nothing that it is told before it has looked at it.
 */
import type { Clock } from './desk/clock';
import type { Asked, ShowSnapshot, Spot } from './show.svelte';

/** The channel that all windows of the page share; each lesson has its own `session` in it. */
export const CHANNEL = 'fifty-years-to-ottawa.lesson.2';

/** A value with the number of its change and the window that changed it; 0: nobody has. */
export interface Part<T> {
  n: number;
  by: string;
  value: T;
}
export interface Shared {
  show: Part<ShowSnapshot>;
  clock: Part<Clock>;
}
export type Role = 'audience' | 'presenter';

interface Sender {
  /** The window it comes from. */
  from: string;
  role: Role;
  /** Its lesson; null: it looks for one. */
  session: string | null;
}
/** `ask`: who is there, and what is newest? `state`: this, as far as I know. `bye`: I close. */
export type Message =
  (Sender & { type: 'ask' | 'bye' }) | (Sender & { type: 'state'; title: string; shared: Shared });

export const newSession = (random: (most: number) => number): string =>
  Array.from({ length: 6 }, () => 'abcdefghjkmnpqrstuvwxyz23456789'[random(31)]).join('');

const isNewer = (a: Part<unknown>, b: Part<unknown>): boolean => (a.n === b.n ? a.by > b.by : a.n > b.n);
const newest = <T>(a: Part<T>, b: Part<T>): Part<T> => (isNewer(b, a) ? b : a);

/** What two windows know together. */
export const merge = (a: Shared, b: Shared): Shared => ({
  show: newest(a.show, b.show),
  clock: newest(a.clock, b.clock),
});
/** Whether `a` knows of a change that `b` does not. */
export const knowsMore = (a: Shared, b: Shared): boolean =>
  isNewer(a.show, b.show) || isNewer(a.clock, b.clock);

/** A change made in this window. */
export const change = <K extends keyof Shared>(
  shared: Shared,
  key: K,
  value: Shared[K]['value'],
  by: string,
): Shared => ({ ...shared, [key]: { n: shared[key].n + 1, by, value } });

/** A message as it came, or null if it is none of ours: every field is looked at, and nothing else is taken along. */
export function readMessage(said: unknown): Message | null {
  if (!isRecord(said)) return null;
  const { type, from, role, session } = said;
  if (!isName(from) || (role !== 'audience' && role !== 'presenter')) return null;
  if (session !== null && !isName(session)) return null;
  const sender: Sender = { from, role, session };
  if (type === 'ask' || type === 'bye') return { type, ...sender };
  if (type !== 'state' || !isRecord(said.shared)) return null;
  const show = readPart(said.shared.show, readShow);
  const clock = readPart(said.shared.clock, readClock);
  if (!show || !clock || !isText(said.title)) return null;
  return { type, ...sender, title: said.title, shared: { show, clock } };
}

const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);
const isName = (x: unknown): x is string => typeof x === 'string' && /^[\w-]{1,40}$/.test(x);
const isText = (x: unknown): x is string => typeof x === 'string' && x.length <= 500;
const isCount = (x: unknown): x is number => Number.isInteger(x) && (x as number) >= 0 && (x as number) < 1e9;
/** A time or a duration, ms. */
const isTime = (x: unknown): x is number => typeof x === 'number' && x >= 0 && x < 1e14;
const isShare = (x: unknown): x is number => typeof x === 'number' && x >= 0 && x <= 1;

/** The clock of a lesson as a window of it has kept it. */
export const readClockPart = (kept: unknown): Part<Clock> | null => readPart(kept, readClock);

function readPart<T>(said: unknown, read: (value: Record<string, unknown>) => T | null): Part<T> | null {
  if (!isRecord(said) || !isCount(said.n) || !isRecord(said.value)) return null;
  if (said.by !== '' && !isName(said.by)) return null;
  const value = read(said.value);
  return value && { n: said.n, by: said.by, value };
}

function readShow(said: Record<string, unknown>): ShowSnapshot | null {
  const { step, revealed, black, overview, spot } = said;
  if (step !== null && !isText(step)) return null;
  if (!isCount(revealed) || typeof black !== 'boolean' || typeof overview !== 'boolean') return null;
  const light = spot === null ? null : readSpot(spot);
  const asked = said.asked === null ? null : readAsked(said.asked);
  if (light === undefined || asked === undefined) return null;
  return { step, revealed, black, overview, spot: light, asked };
}

function readAsked(said: unknown): Asked | undefined {
  if (!isRecord(said)) return undefined;
  const { question, told } = said;
  return isText(question) && typeof told === 'boolean' ? { question, told } : undefined;
}

function readSpot(said: unknown): Spot | undefined {
  if (!isRecord(said)) return undefined;
  const { x, y, kind } = said;
  return isShare(x) && isShare(y) && (kind === 'spotlight' || kind === 'pointer')
    ? { x, y, kind }
    : undefined;
}

function readClock({ length, spent, since }: Record<string, unknown>): Clock | null {
  return isTime(length) && isTime(spent) && (since === null || isTime(since))
    ? { length, spent, since }
    : null;
}
