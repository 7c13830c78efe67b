/** Makes a story out of a file that is not our own: it is doubted, checked and built. Loaded only when there is one. */
import { buildDetail } from '@/story/build-detail';
import { buildQuestions } from '@/story/build-questions';
import { buildStory } from '@/story/build-story';
import { checkDataset } from './check';
import type { Problem } from './format';
import type { Loaded } from './load';
import { onceGood } from './once-good';
import { inLanguage, sayFailure } from './say-failure';

/** The story in the text of a file, in one language; or all that is wrong with it. */
export function readStory(text: string, locale: string): Loaded | { problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return sayFailure({ code: 'not-json', params: { detail } }, locale);
  }
  const { dataset, problems } = checkDataset(value);
  if (!dataset) return { problems: inLanguage(problems, locale) };
  const tell = (language: string) => ({
    story: buildStory(dataset, language),
    detail: buildDetail(dataset, language),
  });
  return {
    story: buildStory(dataset, locale),
    detail: onceGood(() => Promise.resolve(buildDetail(dataset, locale))),
    questions: onceGood(() => Promise.resolve(buildQuestions(dataset, locale))),
    others: onceGood(() =>
      Promise.resolve(dataset.languages.filter((language) => language !== locale).map(tell)),
    ),
  };
}
