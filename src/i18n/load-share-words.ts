/** The words of the share dialog: files of their own, for few readers of the page ever open it. */
import { getFile } from '@/get-file';
import type { Locale } from './locales';
import { makeWords, type Messages, type Words } from './words';
import type en from './share-messages/en.json';

export type ShareKey = keyof typeof en;
export type ShareT = Words<ShareKey>['t'];

const files = import.meta.glob<string>('./share-messages/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Rejects where the file cannot be had; the next call tries again. */
export async function loadShareWords(locale: Locale): Promise<ShareT> {
  const answer = await getFile(files[`./share-messages/${locale}.json`] ?? '');
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return makeWords<ShareKey>(locale, (await answer.json()) as Messages).t;
}
