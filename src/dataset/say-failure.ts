/** Puts what went wrong into a reader’s language. Loaded only when something did. */
import type { Failure } from './fetch-text';
import type { Problem } from './format';
import { problem, sayProblem } from './problem-texts';

/** A story that could not be had, as the one problem there is. */
export const sayFailure = ({ code, params }: Failure, locale: string): { problems: Problem[] } => ({
  problems: inLanguage([problem('', code, params)], locale),
});

/** The same problems, with their sentences in the language of the page. */
export const inLanguage = (problems: readonly Problem[], locale: string): Problem[] =>
  problems.map((said) => ({ ...said, sentence: sayProblem(said, locale === 'fr' ? 'fr' : 'en') }));
