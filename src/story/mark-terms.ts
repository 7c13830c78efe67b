/**
 * Finds the terms of the glossary in a text, by their own words: no marks are made by hand. Whole words only, in either
 * number and in any case; the longest term wins; each term is marked where it first stands, and never inside a mark that
 * is there already. Pure.
 */
import type { ProsePart } from '@/dataset/prose';
import { fold } from './fold-text';

/** Words that a term of the glossary explains. */
export interface TermPart {
  words: string;
  term: string;
}
export type MarkedPart = ProsePart | TermPart;

interface Term {
  id: string;
  term: string;
  /** May hold other forms in quotation marks. */
  variants: string;
}
interface Form {
  id: string;
  stems: string[];
  /** Only as it is written: “G7”, and no word that reads alike. */
  exact: string | null;
}
/** Forms by their first stem, the longest first. */
export type TermForms = ReadonlyMap<string, readonly Form[]>;

const WORD = /[\p{L}\p{N}]+/gu;
/** Between two words of one term. */
const JOINT = /^[\s\u00A0\u202F’'-]+$/;
const QUOTED = /[«“]\s*([^«»“”]+?)\s*[»”]/g;
/**
 * A short name, as in “Group of Seven (G7)”; the same with some of its words, as in “human trafficking (trafficking in
 * persons)”; or else where it means this, as in “strand (reading this picture)”: not in any text.
 */
const BRACKETED = /\(([^()]*)\)/;
const SHORT = /^\S{1,6}$/;
const INITIALS = /^(?=.*\p{Lu})[\p{Lu}\p{N}]+$/u;

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];
/** Singular and plural are one; so are “proxy” and “proxies”. */
const stem = (word: string): string =>
  fold(word)
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=..)[sx]$/, '');

function formsOf({ term, variants }: Term): string[] {
  const bracketed = BRACKETED.exec(term)?.[1] ?? '';
  const bare = term.replace(BRACKETED, '');
  const own = new Set(wordsOf(bare).map(stem));
  const isSame = SHORT.test(bracketed) || wordsOf(bracketed).some((word) => own.has(stem(word)));
  if (bracketed !== '' && !isSame) return [];
  const others = [...variants.matchAll(QUOTED)].map(([, quoted = '']) => quoted);
  return [bare, bracketed, ...others];
}

/** Made once for a glossary. Where two terms share a form, the first has it. */
export function termForms(glossary: readonly Term[]): TermForms {
  const forms = new Map<string, Form[]>();
  for (const entry of glossary)
    for (const text of formsOf(entry)) {
      const words = wordsOf(text);
      const stems = words.map(stem);
      const first = stems[0];
      if (first === undefined) continue;
      const exact = words.length === 1 && INITIALS.test(words[0] ?? '') ? (words[0] ?? null) : null;
      forms.set(first, [...(forms.get(first) ?? []), { id: entry.id, stems, exact }]);
    }
  for (const list of forms.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return forms;
}

/** The same parts with terms marked. */
export function markTerms(parts: readonly ProsePart[], forms: TermForms): MarkedPart[] {
  const seen = new Set<string>();
  return parts.flatMap((part): MarkedPart[] => (typeof part === 'string' ? mark(part, forms, seen) : [part]));
}

function mark(text: string, forms: TermForms, seen: Set<string>): MarkedPart[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    stem: stem(word),
    start: index,
    end: index + word.length,
  }));
  const joined = (i: number) => JOINT.test(text.slice(words[i - 1]?.end, words[i]?.start));
  const fits = ({ stems, exact }: Form, at: number) =>
    (exact === null || words[at]?.word === exact) &&
    stems.every((own, k) => words[at + k]?.stem === own && (k === 0 || joined(at + k)));

  const parts: MarkedPart[] = [];
  let done = 0;
  for (let at = 0; at < words.length;) {
    const form = forms.get(words[at]?.stem ?? '')?.find((each) => fits(each, at));
    const last = words[at + (form?.stems.length ?? 1) - 1];
    if (form && last && !seen.has(form.id)) {
      seen.add(form.id);
      const start = words[at]?.start ?? 0;
      if (start > done) parts.push(text.slice(done, start));
      parts.push({ words: text.slice(start, last.end), term: form.id });
      done = last.end;
    }
    at += form?.stems.length ?? 1;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}
