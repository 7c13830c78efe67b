/** Message files come one a language, when asked for, and are kept. */
import { getFile } from '@/get-file';
import type { Locale } from './locales';
import { makeWords, type Messages, type Words } from './words';

const files = import.meta.glob<string>('./messages/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});
const loaded = new Map<Locale, Promise<Words>>();

/** Loads the words of a language; a failed load is not kept, so that a second try can succeed. */
export function loadWords(locale: Locale): Promise<Words> {
  let words = loaded.get(locale);
  if (!words) {
    words = getFile(files[`./messages/${locale}.json`] ?? '')
      .then((answer) =>
        answer.ok ? (answer.json() as Promise<Messages>) : Promise.reject(new Error(`HTTP ${answer.status}`)),
      )
      .then((messages) => makeWords(locale, messages));
    words.catch(() => loaded.delete(locale));
    loaded.set(locale, words);
  }
  return words;
}
