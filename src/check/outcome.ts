/** How it went with the questions, in words. Pure. */
import type { ClassKey, ClassT } from '@/i18n/load-class-words';
import type { Given } from '@/state/checks.svelte';
import type { Question } from '@/story/story';

type Answered = Readonly<Record<string, Given>>;

/** What is said of one question in the sum. */
export function outcomeOf(given: Given | undefined, t: ClassT): string {
  if (!given || given.state === 'open') return t('check.outcome-open');
  if (given.state === 'told') return t('check.outcome-told');
  const key: ClassKey = given.wrong.length === 0 ? 'check.outcome-first' : 'check.outcome-later';
  return t(key, { attempt: given.wrong.length + 1 });
}

/** How many were right at once. */
export const rightAtOnce = (questions: readonly { id: string }[], given: Answered): number =>
  questions.filter(({ id }) => given[id]?.state === 'right' && given[id].wrong.length === 0).length;

/** The whole of it as lines of text, to copy: no name, no date, and nothing that was answered. */
export function outcomeText(
  title: string,
  questions: readonly Pick<Question, 'id' | 'ask'>[],
  given: Answered,
  t: ClassT,
): string {
  const sum = t('check.sum', { right: rightAtOnce(questions, given), count: questions.length });
  const lines = questions.map(({ id, ask }, i) => `${i + 1}. ${ask}\n   ${outcomeOf(given[id], t)}`);
  return [title, sum, '', ...lines].join('\n');
}
