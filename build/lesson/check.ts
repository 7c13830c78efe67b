/**
 * The check of data/lesson.json against the story it belongs to. A link that no longer shows what it says, because an
 * id has gone or a period lies outside of the story, is a problem like any other: the lesson is not built with it.
 */
import * as v from 'valibot';
import type { Dataset } from '@/dataset/format';
import { readProse } from '@/dataset/prose';
import { buildStory } from '@/story/build-story';
import { indexStory } from '@/story/story';
import { parsePartialDate } from '@/time/partial-date';
import { placeOf, storyWarp } from '@/time/warp';
import { parseAddress, type AddressState, type Legal } from '@/url/codec';
import { Lesson, queryOf, type Open, type Picture } from './format';

export interface LessonProblem {
  /** As “activities.0.phases.1.pictures.2”. */
  path: string;
  sentence: string;
}
export type CheckedLesson = { lesson: Lesson; problems: [] } | { lesson: null; problems: LessonProblem[] };

/** An overview that is read at a glance, in words. */
const OVERVIEW = [100, 150] as const;

/** Checks any value. `dataset` has passed its own check. */
export function checkLesson(value: unknown, dataset: Dataset): CheckedLesson {
  const { success, output, issues } = v.safeParse(Lesson, value);
  if (!success)
    return {
      lesson: null,
      problems: issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', sentence: issue.message })),
    };
  const problems = [
    ...wordProblems(output, dataset),
    ...minuteProblems(output),
    ...linkProblems(output, legalOf(dataset)),
    ...idProblems(output, dataset),
  ];
  return problems.length === 0 ? { lesson: output, problems: [] } : { lesson: null, problems };
}

/** What an address of the story may name. */
export function legalOf(dataset: Dataset): Legal {
  const story = buildStory(dataset, dataset.languages[0] ?? 'en');
  const things = indexStory(story);
  const warp = storyWarp(story.chapters);
  const isThread = (id: string) => things.get(id)?.kind === 'thread';
  return {
    langs: new Set(dataset.languages),
    questions: new Set((dataset.questions ?? []).map(({ id }) => id)),
    threads: { has: isThread },
    things: { has: (id) => things.has(id) && !isThread(id) },
    steps: new Set(story.steps.map(({ id }) => id)),
    extent: [story.t0, story.t1],
    levels: [1, 4],
    place: (t) => placeOf(warp, t),
  };
}

/** What the link says that it opens, as the page itself would say it. */
export function meant({ from, to, ...rest }: Open): Partial<AddressState> | null {
  if (from === undefined && to === undefined) return rest;
  const [start, end] = [from, to].map((text) => parsePartialDate(text ?? ''));
  return start && end ? { ...rest, window: [start.t0, end.t1] } : null;
}

function linkProblems(lesson: Lesson, legal: Legal): LessonProblem[] {
  return eachPicture(lesson).flatMap(({ path, picture: { open, words } }) => {
    const query = queryOf(open);
    const said = meant(open);
    if (!said || !sameState(parseAddress(query, legal), said))
      return [{ path, sentence: `“${query}” does not open what it names: look at its ids and dates.` }];
    return words || open.step
      ? []
      : [{ path, sentence: 'It has neither words nor a step that would name it.' }];
  });
}

const sameState = (a: Partial<AddressState>, b: Partial<AddressState>): boolean => {
  const sorted = (state: Partial<AddressState>) => JSON.stringify(Object.entries(state).sort());
  return sorted(a) === sorted(b);
};

/** Every link that sets the picture, but for the words in texts, with its place in the file. */
export function eachPicture({ handout, activities }: Lesson): { path: string; picture: Picture }[] {
  const shown = activities.flatMap(({ pupils, phases }, a) => [
    ...pupils.map((picture, i) => ({ path: `activities.${a}.pupils.${i}`, picture })),
    ...phases.flatMap(({ pictures }, p) =>
      pictures.map((picture, i) => ({ path: `activities.${a}.phases.${p}.pictures.${i}`, picture })),
    ),
  ]);
  return [{ path: 'handout', picture: handout }, ...shown];
}

function minuteProblems({ activities }: Lesson): LessonProblem[] {
  return activities.flatMap(({ minutes, phases }, index) => {
    const sum = phases.reduce((total, phase) => total + phase.minutes, 0);
    return sum === minutes
      ? []
      : [
          {
            path: `activities.${index}.minutes`,
            sentence: `Its phases take ${sum} minutes, not ${minutes}.`,
          },
        ];
  });
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** Texts that name the same things in every language, all of which exist; and an overview of the right length. */
function wordProblems(lesson: Lesson, dataset: Dataset): LessonProblem[] {
  const { things, threads, steps } = legalOf(dataset);
  const problems: LessonProblem[] = [];
  for (const [lang, text] of Object.entries(lesson.overview)) {
    const count = wordsIn(text);
    if (count < OVERVIEW[0] || count > OVERVIEW[1])
      problems.push({
        path: `overview.${lang}`,
        sentence: `It has ${count} words; it should have ${OVERVIEW.join(' to ')}.`,
      });
  }
  for (const { path, text } of eachText(lesson)) {
    const [en, fr] = [text.en, text.fr].map((said) =>
      readProse(said).flatMap((part) => (typeof part === 'string' ? [] : [part.id])),
    );
    if (String(en) !== String(fr))
      problems.push({ path, sentence: 'Its languages do not name the same things.' });
    for (const id of en ?? [])
      if (![things, threads, steps].some((known) => known.has(id)))
        problems.push({ path, sentence: `There is no “${id}” in the story.` });
  }
  return problems;
}

/** Every text of the lesson, with its place. */
export function eachText(value: unknown, path = ''): { path: string; text: { en: string; fr: string } }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, fr } = value as Record<string, unknown>;
  if (typeof en === 'string' && typeof fr === 'string') return [{ path, text: { en, fr } }];
  return Object.entries(value).flatMap(([key, each]) => eachText(each, path ? `${path}.${key}` : key));
}

function idProblems({ terms, sources, activities }: Lesson, dataset: Dataset): LessonProblem[] {
  const missing = (list: string, ids: readonly string[], known: readonly { id: string }[] = []) =>
    ids.flatMap((id, index) =>
      known.some((each) => each.id === id)
        ? []
        : [{ path: `${list}.${index}`, sentence: `There is no “${id}” in the story.` }],
    );
  const twice = activities.flatMap(({ id }, index) =>
    activities.findIndex((other) => other.id === id) === index
      ? []
      : [{ path: `activities.${index}.id`, sentence: `“${id}” is there twice.` }],
  );
  return [
    ...missing('terms', terms, dataset.glossary),
    ...missing(
      'sources',
      sources.map(({ source }) => source),
      dataset.sources,
    ),
    ...twice,
  ];
}
