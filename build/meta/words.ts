/**
 * What a page says of itself before anybody opens it: its title, description and the words for its picture. All of
 * it comes from the story’s own texts and counts; the sentences around them stand here, once for each language.
 */
import type { Locale } from '../../src/i18n/locales.ts';
import type { Story, StoryStep, Thread } from '../../src/story/story.ts';
import type { StoryDetail } from '../../src/story/story-detail.ts';
import type { PageSpec } from './pages.ts';

/** What the data say of an event, a summit or a step at greater length. */
export interface Told {
  summary: string;
  /** Of a summit: two letters (ISO 3166). */
  country?: string;
}
/** The story in each language, and what is told of its events, summits and steps, by their ids. */
export type Stories = Record<
  Locale,
  { story: Story; detail: StoryDetail; told: Readonly<Record<string, Told>> }
>;

/** Lengths, in characters, that search pages and cards show whole. */
export const LONGEST_TITLE = 60;
export const LONGEST_DESCRIPTION = 160;
/** Less says too little, characters. */
export const SHORTEST_DESCRIPTION = 110;

interface Counts {
  events: number;
  from: number;
  to: number;
}
/** A step among the others. */
interface Place {
  number: number;
  count: number;
  title: string;
}
interface Sentences {
  /** What follows the note of a thread, the longest first: the first one that fits is taken. */
  tails: ((counts: Counts) => string)[];
  picture: (counts: Counts) => string;
  tracedPicture: (counts: Counts & { thread: string }) => string;
  stepPicture: (step: Place) => string;
  /** What follows the first sentences of a step, where they leave room. */
  place: (step: Place) => string;
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
    stepPicture: ({ number, count, title }) =>
      `Step ${number} of ${count}, “${title}”: what it tells of, on lanes above a time axis and in the flow below it.`,
    place: ({ number, count }) => `Step ${number} of ${count} of a G7 timeline.`,
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
    stepPicture: ({ number, count, title }) =>
      `Étape ${number} sur ${count}, «\u00a0${title}\u00a0»\u00a0: ce dont elle parle, sur des lignes au-dessus d’un axe du temps et dans le flux au-dessous.`,
    place: ({ number, count }) => `Étape ${number} sur ${count} d’une chronologie du G7.`,
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

const placeOf = ({ steps }: Story, step: StoryStep): Place & { id: string } => ({
  id: step.id,
  number: steps.indexOf(step) + 1,
  count: steps.length,
  title: step.title,
});

/** With the title of the story, where search pages show both whole. */
function titleOf(story: Story, own: string | undefined): string {
  if (own === undefined) return story.title;
  const both = `${own} · ${story.title}`;
  return both.length <= LONGEST_TITLE ? both : own;
}

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

/** The first sentences of a step that fit, and its place where there is room for it; of one that is too long, its start. */
function stepDescription(text: string, place: string): string {
  let said = '';
  for (const sentence of [...(text.match(/[^.!?]+[.!?]+/g) ?? []), place]) {
    const more = `${said}${said && ' '}${sentence.trim()}`;
    if (more.length > LONGEST_DESCRIPTION) break;
    said = more;
  }
  if (said.length >= SHORTEST_DESCRIPTION) return said;
  return `${text.slice(0, LONGEST_DESCRIPTION - 1).replace(/[\s,;:]+\S*$/, '')}…`;
}

/** What a page says of itself, in its language. */
export function wordsOf(page: PageSpec, stories: Stories): PageWords {
  const { story, told } = stories[page.lang];
  const sentences = SENTENCES[page.lang];
  const thread = threadOf(page, story);
  const counts = countsOf(story, thread);
  const step = story.steps.find(({ id }) => id === page.step);
  const place = step && placeOf(story, step);
  const title = titleOf(story, step?.title ?? thread?.label);
  return {
    title,
    description: place
      ? stepDescription(told[place.id]?.summary ?? '', sentences.place(place))
      : descriptionOf(story, page.lang, thread),
    site: story.title,
    alt: place
      ? sentences.stepPicture(place)
      : thread
        ? sentences.tracedPicture({ ...counts, thread: thread.label })
        : sentences.picture(counts),
    frame: sentences.frame(title),
    open: sentences.open(title),
  };
}

/** The name of a summit outside of its picture. */
export const summitName = (lang: Locale, number: number, place: string): string =>
  SENTENCES[lang].summit(number, place);
