/** Each question has one right answer, and the rest of the file gives it. */
import { answering } from '@/story/answers';
import type { Dataset, Problem } from './format';
import { problem } from './problem-texts';

/** Problems of questions that no answer, or more than one, is right for. */
export function questionProblems(dataset: Dataset): Problem[] {
  const answer = answering(dataset);
  return (dataset.questions ?? []).flatMap((question, i) => {
    const given = answer(question);
    return 'doubt' in given ? [problem(`questions[${i}]`, given.doubt.code, given.doubt.params)] : [];
  });
}
