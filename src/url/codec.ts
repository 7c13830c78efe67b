/**
 * The state in the address and back. Pure: it is given the legal ids, and knows neither the page nor its history.
 * Rules: only what differs from the default is written; what is not understood is ignored and left as it stands
 * until the reader changes that very thing (a later version may know it); unknown keys keep their text and order.
 * The keys are public. `v=1` names this form of them; it is the default, so it is not written.
 */
import type { Paper } from '@/state/handout.svelte';
import type { Mode, Scheme, ViewId } from '@/state/app-state.svelte';
import type { Pace } from '@/state/checks.svelte';
import type { ScaleId } from '@/viewport/viewport.svelte';
import { readPeriod, writePeriod, type Period } from './period';

/** What the address says, complete. */
export interface AddressState {
  lang: string;
  /** The visible period, ms UTC. */
  window: Period;
  thread: string | null;
  select: string | null;
  /** The step of the guided story; with nothing else of the picture, its own picture. */
  step: string | null;
  /** The question that is asked; never what was answered. */
  check: string | null;
  /** Who says when it goes on: each reader, or the teacher of a class. */
  pace: Pace;
  /** Null = the usual view of the width. */
  view: ViewId | null;
  scale: ScaleId;
  scheme: Scheme;
  /** Whether events and steps are told in plain words. */
  reading: 'full' | 'plain';
  others: boolean;
  /** How much the list of threads tells. */
  level: number;
  /** Whether the table lists only what the picture shows. */
  only: boolean;
  /** The address of another story, or null for our own. */
  data: string | null;
  /** What the story is shown as. */
  mode: Mode;
  /** Of a printed handout; null = that of the reader’s country. */
  paper: Paper | null;
  /** What the handout holds (“timeline,flow”); null = the usual. Which parts there are the handout knows. */
  parts: string | null;
  /** An embed without its title and its controls. */
  plain: boolean;
  /** An embed that only shows its picture. */
  static: boolean;
  /** The lesson whose windows keep in step: two lessons on one machine do not mix. */
  session: string | null;
}

interface Ids {
  has: (id: string) => boolean;
}

/** What an address may name, and how the stage measures time. */
export interface Legal {
  langs: Ids;
  threads: Ids;
  /** Events, summits, nodes and links. */
  things: Ids;
  steps: Ids;
  questions: Ids;
  extent: Period;
  /** The least and the most that the list of threads tells. */
  levels: readonly [least: number, most: number];
  /** The place of a time on the whole line, 0 to 1: it tells how exact a date must be. */
  place: (t: number) => number;
}

/** Longer values are no addresses of ours. */
const LONGEST = 2000;

type Key = Exclude<keyof AddressState, 'window'>;
interface Field<T> {
  read: (text: string, legal: Legal) => T | undefined;
  write: (value: T) => string;
}

const oneOf = <T extends string>(...values: T[]): Field<T> => ({
  read: (text) => values.find((value) => value === text),
  write: (value) => value,
});
const idOf = (from: 'langs' | 'threads' | 'things' | 'steps' | 'questions') => ({
  read: (text: string, legal: Legal) => (legal[from].has(text) ? text : undefined),
  write: (id: string | null) => id ?? '',
});
/** What can be none: “thread=” says so where the default is another. */
const orNone = <T extends string>({ read, write }: Field<T>): Field<T | null> => ({
  read: (text, legal) => (text === '' ? null : read(text, legal)),
  write: (value) => (value === null ? '' : write(value)),
});

const YES_NO: Field<boolean> = {
  read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  write: (on) => (on ? '1' : '0'),
};

/** The views an address may name: a new one that is missing here is a type error. */
const VIEW_NAMES: Record<ViewId, null> = { stage: null, threads: null, flow: null, table: null };

/** Every key with one value, in the order in which new ones are written; `from` and `to` stand before them. */
const FIELDS: { [K in Key]: Field<AddressState[K]> } = {
  lang: idOf('langs') as Field<string>,
  thread: orNone(idOf('threads')),
  select: orNone(idOf('things')),
  step: idOf('steps'),
  view: orNone(oneOf(...(Object.keys(VIEW_NAMES) as ViewId[]))),
  check: idOf('questions'),
  pace: oneOf('own', 'class'),
  scale: oneOf('story', 'even'),
  scheme: oneOf('light', 'dark', 'auto'),
  reading: oneOf('full', 'plain'),
  others: YES_NO,
  level: {
    read: (text, { levels: [least, most] }) =>
      /^\d$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined,
    write: String,
  },
  only: YES_NO,
  data: { read: (text) => (isWebAddress(text) ? text : undefined), write: (url) => url ?? '' },
  mode: oneOf('page', 'embed', 'present', 'presenter', 'print'),
  paper: oneOf('a4', 'letter') as Field<Paper | null>,
  parts: {
    read: (text) => (/^[a-z]+(,[a-z]+)*$/.test(text) ? text : undefined),
    write: (parts) => parts ?? '',
  },
  plain: YES_NO,
  static: YES_NO,
  session: { read: (text) => (/^[a-z0-9]{4,16}$/.test(text) ? text : undefined), write: (id) => id ?? '' },
};
const KEYS = Object.keys(FIELDS) as Key[];

/** What an address says of the state; what it does not say, or says wrongly, is missing. Never throws. */
export function parseAddress(search: string, legal: Legal): Partial<AddressState> {
  const said = readPairs(search);
  const state: Partial<AddressState> = {};
  const window = readPeriod(valueOf(said, 'from'), valueOf(said, 'to'), legal.extent);
  if (window) state.window = window;
  const take = <K extends Key>(key: K) => {
    const text = valueOf(said, key);
    const value = text === undefined ? undefined : FIELDS[key].read(text, legal);
    if (value !== undefined) state[key] = value;
  };
  for (const key of KEYS) take(key);
  return state;
}

/**
 * The query string of a state ("?…" or ""), made by changing the previous one as little as can be. Where the default is
 * not the emptiest there is, as at a step of the story, what is empty is said too.
 */
export function writeAddress(
  state: AddressState,
  defaults: AddressState,
  previous: string,
  legal: Legal,
): string {
  const before = parseAddress(previous, legal);
  const wanted = new Map<string, string | null>();
  if (!before.window || !sameWindow(before.window, state.window)) {
    const unsaid = sameWindow(state.window, defaults.window);
    const dates = unsaid
      ? null
      : writePeriod(state.window, legal, !sameWindow(defaults.window, legal.extent));
    if (dates || before.window) {
      wanted.set('from', dates?.from ?? null);
      wanted.set('to', dates?.to ?? null);
    }
  }
  const decide = <K extends Key>(key: K) => {
    if (state[key] !== defaults[key]) wanted.set(key, FIELDS[key].write(state[key]));
    else if (before[key] !== undefined) wanted.set(key, null);
  };
  for (const key of KEYS) decide(key);

  const kept: string[] = [];
  for (const { key, raw } of readPairs(previous)) {
    const value = wanted.get(key);
    if (value === undefined) kept.push(raw);
    else if (value !== null) kept.push(pair(key, value));
    if (value !== undefined) wanted.set(key, null);
  }
  for (const [key, value] of wanted) if (value !== null) kept.push(pair(key, value));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

interface Pair {
  key: string;
  value: string;
  raw: string;
}

function readPairs(search: string): Pair[] {
  const parts = search.replace(/^\?/, '').split('&');
  return parts.filter(Boolean).map((raw) => {
    const [key = '', ...rest] = raw.split('=');
    return { key: decode(key), value: decode(rest.join('=')), raw };
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The first value of a key counts. */
const valueOf = (said: readonly Pair[], key: string): string | undefined => {
  const value = said.find((pair) => pair.key === key)?.value;
  return value === undefined || value.length > LONGEST ? undefined : value;
};

/** Colons, slashes and commas may stand in a query, and are easier to read there. */
const pair = (key: string, value: string): string =>
  `${key}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%2C', ',')}`;

const sameWindow = (a: Period, b: Period) => a[0] === b[0] && a[1] === b[1];

function isWebAddress(text: string): boolean {
  try {
    return text !== '' && /^https?:$/.test(new URL(text, 'https://story.invalid/').protocol);
  } catch {
    return false;
  }
}
