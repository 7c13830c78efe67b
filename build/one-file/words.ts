/** Which words a page that is one file can say: those whose keys its script names, whole or by how they begin. Pure. */
import type { Messages } from '../../src/i18n/words.ts';

/** A text in quotes, or the part of a template before its first value. */
const TEXT = /(["'`])([a-z][\w.-]*)(\1|\$\{)/g;

/** The messages that `script` may ask for; of a plural all forms. */
export function wordsIn(script: string, messages: Messages): Messages {
  const texts = [...script.matchAll(TEXT)].map(([, , text = '', end]) => ({ text, whole: end !== '${' }));
  const named = new Set(texts.flatMap(({ text, whole }) => (whole ? text : [])));
  const stems = texts.flatMap(({ text, whole }) => (!whole && /[.-]/.test(text) ? text : []));
  const isNamed = (key: string) =>
    named.has(key.replace(/\.(?:one|other)$/, '')) || stems.some((stem) => key.startsWith(stem));
  return Object.fromEntries(Object.entries(messages).filter(([key]) => isNamed(key)));
}
