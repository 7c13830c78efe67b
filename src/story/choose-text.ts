/** Text in the reader's language, else in the first language of the dataset. */
import type { Text } from '@/dataset/format/shapes';

export type Say = (text: Text | undefined) => string;

/** Makes a function that picks one language out of a text; '' where there is no text at all. */
export function sayIn(locale: string, languages: readonly string[]): Say {
  const order = [locale, ...languages];
  return (text) => {
    if (!text) return '';
    const language = order.find((code) => Object.hasOwn(text, code));
    return (language === undefined ? undefined : text[language]) ?? '';
  };
}
