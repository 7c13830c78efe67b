/**
 * Messages, numbers, lists and dates in one language. A plain value: switching the language makes another one.
 * Plural forms are keys that end in `.one` and `.other`, chosen by Intl.PluralRules on the parameter `n`.
 */
import type en from './messages/en.json';
import { dateWords, type DateWords } from './date-words';
import { LOCALES, type Locale } from './locales';

type Key = keyof typeof en;
/** The keys of a message file without the ends of plural forms. */
export type WithoutForm<K> = K extends `${infer Base}.one` ? Base : K extends `${string}.other` ? never : K;
/** Every message there is, typed from the English file; plurals by their base name. */
export type MessageKey = WithoutForm<Key>;
export type Params = Record<string, string | number>;
export type Messages = Record<string, string>;

export interface Words<K extends string = MessageKey> extends DateWords {
  locale: Locale;
  t: (key: K, params?: Params) => string;
  number: (n: number) => string;
  /** "a, b and c" */
  list: (items: readonly string[]) => string;
  /** "French" for `fr`; the code itself where it has no name. */
  language: (code: string) => string;
  /** "Canada" for `CA`; the code itself where it has no name. */
  country: (code: string) => string;
  /** Compares for sorting as readers of the language expect. */
  compare: (a: string, b: string) => number;
}

/** Makes the words of a language from its messages (a flat table of key → text with {placeholders}). */
export function makeWords<K extends string = MessageKey>(locale: Locale, messages: Messages): Words<K> {
  const tag = LOCALES[locale].intl;
  const plural = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });
  const names = (type: 'language' | 'region') => {
    const known = new Intl.DisplayNames(tag, { type });
    return (code: string) => (/^[A-Za-z]{2}$/.test(code) ? (known.of(code) ?? code) : code);
  };
  const number = (n: number) => numbers.format(n);
  const find = (key: string, params: Params): string | undefined =>
    messages[key] ??
    (typeof params.n === 'number' ? messages[`${key}.${plural.select(params.n)}`] : undefined) ??
    messages[`${key}.other`];
  const t: Words<K>['t'] = (key, params = {}) => {
    const text = find(key, params) ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
    });
  };
  return {
    locale,
    t,
    number,
    list: (items) => lists.format(items),
    language: names('language'),
    country: names('region'),
    compare: (a, b) => collator.compare(a, b),
    ...dateWords(tag),
  };
}
