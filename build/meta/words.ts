/**
 * What a page says of itself before anybody opens it: its title, description and the words for its picture. All of
 * it comes from the story’s own texts and counts; the sentences around them stand here, once for each language.
 */
import type { Locale } from '../../src/i18n/locales.ts';
import type { Story, Thread } from '../../src/story/story.ts';
import type { PageSpec } from './pages.ts';

/** What the data say of an event or a summit at greater length. */
export interface Told {
  summary: string;
  /** Of a summit: two letters (ISO 3166). */
  country?: string;
}
/** The story in each language, and what is told of its events and summits, by their ids. */
export type Stories = Record<Locale, { story: Story; told: Readonly<Record<string, Told>> }>;

/** Lengths, in characters, that search pages and cards show whole. */
export const LONGEST_TITLE = 60;
export const LONGEST_DESCRIPTION = 160;

interface Counts {
  events: number;
  from: number;
  to: number;
}
interface Sentences {
  /** What follows the note of a thread, the longest first: the first one that fits is taken. */
  tails: ((counts: Counts) => string)[];
  picture: (counts: Counts) => string;
  tracedPicture: (counts: Counts & { thread: string }) => string;
  frame: (title: string) => string;
  open: (title: string) => string;
  summit: (number: number, place: string) => string;
}

const SENTENCES: Record<Locale, Sentences> = {
  en: {
    tails: [
      ({ events, from, to }) =>
        `A G7 timeline: ${events} events from ${from} to ${to}, and the flow to Ottawa, with sources.`,
      ({ events, from, to }) => `A G7 timeline: ${events} events, ${from}–${to}, with sources.`,
      ({ from, to }) => `A G7 timeline, ${from}–${to}.`,
      ({ from, to }) => `G7, ${from}–${to}.`,
    ],
    picture: ({ from, to }) =>
      `Events from ${from} to ${to} on lanes above a time axis; below it, ribbons flow from the first meeting to the outcomes.`,
    tracedPicture: ({ thread, from, to }) =>
      `The thread “${thread}” traced from ${from} to ${to}: its events above a time axis, its path through the flow below it.`,
    frame: (title) => `${title} (interactive timeline)`,
    open: (title) => `Open “${title}”`,
    summit: (number, place) => `G7 leaders’ summit no. ${number}, ${place}`,
  },
  fr: {
    tails: [
      ({ events, from, to }) =>
        `Chronologie du G7\u00a0: ${events} événements de ${from} à ${to}, et le flux jusqu’à Ottawa, avec leurs sources.`,
      ({ events, from, to }) =>
        `Chronologie du G7\u00a0: ${events} événements, ${from}–${to}, avec leurs sources.`,
      ({ from, to }) => `Chronologie du G7, ${from}–${to}.`,
      ({ from, to }) => `G7, ${from}–${to}.`,
    ],
    picture: ({ from, to }) =>
      `Des événements de ${from} à ${to}, sur des lignes au-dessus d’un axe du temps; au-dessous, des rubans vont de la première réunion aux résultats.`,
    tracedPicture: ({ thread, from, to }) =>
      `Le fil «\u00a0${thread}\u00a0» suivi de ${from} à ${to}\u00a0: ses événements au-dessus d’un axe du temps, son parcours dans le flux au-dessous.`,
    frame: (title) => `${title} (chronologie interactive)`,
    open: (title) => `Ouvrir «\u00a0${title}\u00a0»`,
    summit: (number, place) => `Sommet des dirigeants du G7 no\u00a0${number}, ${place}`,
  },
};

/** All that is said of one page. */
export interface PageWords {
  title: string;
  description: string;
  /** The name of the site: the story’s title. */
  site: string;
  /** What its picture shows. */
  alt: string;
  /** The title of a frame, for those who hear it. */
  frame: string;
  /** The words of a link to the page. */
  open: string;
}

const year = (t: number): number => new Date(t).getUTCFullYear();
const threadOf = (page: PageSpec, story: Story): Thread | null =>
  story.threads.find(({ id }) => id === page.thread) ?? null;

const titleOf = (story: Story, thread: Thread | null): string =>
  thread ? `${thread.label} · ${story.title}` : story.title;

/** Counts what is told up to the story’s end, not what came after it. */
function countsOf(story: Story, thread: Thread | null): Counts {
  const told = story.events.filter(
    ({ next, threads }) => !next && (thread === null || threads.includes(thread.id)),
  );
  const last = told.at(-1)?.t ?? story.t0;
  return { events: told.length, from: year(thread?.since ?? told[0]?.t ?? story.t0), to: year(last) };
}

/** The note of the thread with the longest tail that fits; of a note that is too long, its first clause. */
function descriptionOf(story: Story, lang: Locale, thread: Thread | null): string {
  if (!thread) return story.subtitle;
  const counts = countsOf(story, thread);
  const clause = `${thread.about.split(/;\s/)[0]?.replace(/[.\s]+$/, '')}.`;
  const fitting = [thread.about, clause].flatMap((about) =>
    SENTENCES[lang].tails
      .map((tail) => `${about} ${tail(counts)}`)
      .filter((text) => text.length <= LONGEST_DESCRIPTION),
  );
  return fitting[0] ?? thread.about;
}

/** What a page says of itself, in its language. */
export function wordsOf(page: PageSpec, stories: Stories): PageWords {
  const { story } = stories[page.lang];
  const sentences = SENTENCES[page.lang];
  const thread = threadOf(page, story);
  const counts = countsOf(story, thread);
  const title = titleOf(story, thread);
  return {
    title,
    description: descriptionOf(story, page.lang, thread),
    site: story.title,
    alt: thread ? sentences.tracedPicture({ ...counts, thread: thread.label }) : sentences.picture(counts),
    frame: sentences.frame(title),
    open: sentences.open(title),
  };
}

/** The name of a summit outside of its picture. */
export const summitName = (lang: Locale, number: number, place: string): string =>
  SENTENCES[lang].summit(number, place);
