/**
 * The check of a dataset: first its shapes, then, if they hold, what shapes cannot say. Loaded only when a story
 * comes from outside; the bundled one is checked when it is built.
 */
import * as v from 'valibot';
import { eachText } from './check-walk';
import { flowProblems } from './check-flow';
import { meaningProblems } from './check-meaning';
import { questionProblems } from './check-questions';
import { Dataset, FORMAT_VERSION, type Problem } from './format';
import { problem } from './problem-texts';
import { pathOf, shapeProblem, shown } from './shape-problems';

export type Checked = { dataset: Dataset; problems: [] } | { dataset: null; problems: Problem[] };

/** The most that is drawn with care; larger files are refused rather than drawn badly. */
const LIMITS = { nodes: 2_000, links: 10_000, events: 20_000 } as const;
const MOST_PROBLEMS = 200;

/**
 * Checks any value. Never throws. Gives all problems of the shapes, or, when those hold, all others
 * (at most 200, and then how many more).
 */
export function checkDataset(value: unknown): Checked {
  try {
    const { dataset, problems } = find(value);
    if (dataset && problems.length === 0) return { dataset, problems: [] };
    const more = problems.length - MOST_PROBLEMS;
    return {
      dataset: null,
      problems:
        more > 0 ? [...problems.slice(0, MOST_PROBLEMS), problem('', 'and-more', { count: more })] : problems,
    };
  } catch (error) {
    return {
      dataset: null,
      problems: [
        problem('', 'unreadable', { detail: error instanceof Error ? error.message : String(error) }),
      ],
    };
  }
}

function find(value: unknown): { dataset?: Dataset; problems: Problem[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [problem('', 'not-a-story', { found: shown(value) })] };
  const { version } = value as { version?: unknown };
  if (version === undefined)
    return { problems: [problem('version', 'no-version', { expected: FORMAT_VERSION })] };
  if (version !== FORMAT_VERSION)
    return {
      problems: [problem('version', 'wrong-version', { found: shown(version), expected: FORMAT_VERSION })],
    };
  const tooMany = Object.entries(LIMITS).flatMap(([list, limit]) => {
    const found: unknown = (value as Record<string, unknown>)[list];
    return Array.isArray(found) && found.length > limit
      ? [problem(list, 'too-many', { count: found.length, list, limit })]
      : [];
  });
  if (tooMany.length > 0) return { problems: tooMany };
  const parsed = v.safeParse(Dataset, value);
  if (!parsed.success) return { problems: parsed.issues.map(shapeProblem) };
  const dataset = parsed.output;
  return {
    dataset,
    problems: [
      ...meaningProblems(dataset),
      ...flowProblems(dataset),
      ...questionProblems(dataset),
      ...missingTexts(dataset),
    ],
  };
}

/** Every text stands in every language of the file; a quotation stands in the language it was said in. */
function missingTexts(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  eachText(Dataset, dataset, (keys, text) => {
    const field = String(keys.at(-1));
    const said = dataset.languages.filter((language) => Object.hasOwn(text, language));
    if (field === 'quote' && said.length > 0) return;
    for (const language of dataset.languages)
      if (!said.includes(language))
        problems.push(
          problem(pathOf(keys), 'missing-language', {
            field,
            place: pathOf(keys.slice(0, -1)),
            language,
          }),
        );
  });
  return problems;
}
