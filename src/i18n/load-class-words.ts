/** The words of the classroom (presenting, questions, paper): files of their own, for few readers of the page ever need them. */
import { getFile } from '@/get-file';
import type { Locale } from './locales';
import { makeWords, type Messages, type WithoutForm, type Words } from './words';
import type en from './class-messages/en.json';

export type ClassKey = WithoutForm<keyof typeof en>;
export type ClassT = Words<ClassKey>['t'];

const files = import.meta.glob<string>('./class-messages/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Rejects where the file cannot be had; the next call tries again. */
export async function loadClassWords(locale: Locale): Promise<ClassT> {
  const answer = await getFile(files[`./class-messages/${locale}.json`] ?? '');
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return makeWords<ClassKey>(locale, (await answer.json()) as Messages).t;
}
