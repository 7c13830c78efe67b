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

/** How many were answered, and how many of them rightly at once. */
export function sumOf(questions: readonly { id: string }[], given: Answered, t: ClassT): string {
  const own = questions.flatMap(({ id }) => given[id] ?? []);
  const answered = own.filter(({ state }) => state !== 'open').length;
  const right = own.filter(({ state, wrong }) => state === 'right' && wrong.length === 0).length;
  return t('check.sum', { answered, right, count: questions.length });
}

/** The whole of it as lines of text, to copy: no name, no date, and nothing that was answered. */
export function outcomeText(
  title: string,
  questions: readonly Pick<Question, 'id' | 'ask'>[],
  given: Answered,
  t: ClassT,
): string {
  const lines = questions.map(({ id, ask }, i) => `${i + 1}. ${ask}\n   ${outcomeOf(given[id], t)}`);
  return [title, sumOf(questions, given, t), '', ...lines].join('\n');
}
