/**
 * Terms of the glossary on paper. Each has one number, its place in the glossary, wherever it stands: beside the word
 * that it explains, at the foot of that sheet, and in the glossary itself. Pure.
 */
import { markTerms, type MarkedPart, type TermForms } from '@/story/mark-terms';
import type { TermDetail } from '@/story/story-detail';
import type { Block } from './blocks';

export interface Note {
  /** From 1. */
  n: number;
  term: TermDetail;
}

/** All terms, as the glossary has them on paper. */
export const numberTerms = (
  glossary: readonly TermDetail[],
  compare: (a: string, b: string) => number,
): Note[] => [...glossary].sort((a, b) => compare(a.term, b.term)).map((term, i) => ({ n: i + 1, term }));

/** The words of a block in which terms are marked; what is offered, cited or answered has none. */
export function markedText(block: Block): string {
  if (block.kind === 'note' || block.kind === 'step' || block.kind === 'ask') return block.text;
  if (block.kind === 'thing') return block.summary;
  return block.kind === 'question' ? block.question.ask : '';
}

/** The terms that stand in a block, by their ids, in its order. */
export const termsOf = (block: Block, forms: TermForms): string[] =>
  markTerms([markedText(block)], forms).flatMap((part) => (isTerm(part) ? [part.term] : []));

export const isTerm = (part: MarkedPart): part is { words: string; term: string } =>
  typeof part !== 'string' && 'term' in part;

export interface NotedSheet {
  /** Which terms are marked in each block, by its id: each once on a sheet. */
  marks: ReadonlyMap<string, ReadonlySet<string>>;
  /** What stands at its foot, in the columns it stands in. */
  notes: readonly (readonly Note[])[];
  /** Whether a mark leads to the glossary only. */
  looksUp: boolean;
}

export interface NoteOptions {
  notes: ReadonlyMap<string, Note>;
  /** The terms of a block, by their ids. */
  termsIn: (block: Block) => readonly string[];
  /** px of a note. */
  heightOf: (note: Note) => number;
  /** px that the foot may have at most; 0 for a sheet that explains nothing itself. */
  most: number;
  /** Whether the glossary is printed too. */
  glossary: boolean;
}

/** What is marked and explained on a sheet of these blocks. */
export function noteSheet(blocks: readonly Block[], options: NoteOptions): NotedSheet {
  const marks = new Map<string, ReadonlySet<string>>();
  const seen = new Set<string>();
  const foot: Note[] = [];
  let looksUp = false;
  for (const block of blocks) {
    const own = new Set<string>();
    for (const id of options.termsIn(block)) {
      const note = options.notes.get(id);
      if (!note || seen.has(id)) continue;
      if (fits([...foot, note], options)) foot.push(note);
      else if (options.glossary) looksUp = true;
      else continue;
      seen.add(id);
      own.add(id);
    }
    marks.set(block.id, own);
  }
  return { marks, notes: columnsOf(byNumber(foot), options.heightOf), looksUp };
}

/** px of the line above the notes with the air around it. */
const FOOT_HEAD = 18;
/** px of the words that lead to the glossary; they also take the air that each column ends with. */
const LOOK_UP = 12;

/** px of what stands below the columns of a sheet. */
export function footHeight(
  { notes, looksUp }: Pick<NotedSheet, 'notes' | 'looksUp'>,
  heightOf: (note: Note) => number,
): number {
  const columns = notes.map((column) => sum(column, heightOf));
  return (columns.length > 0 ? FOOT_HEAD + Math.max(...columns) : 0) + (looksUp ? LOOK_UP : 0);
}

const fits = (notes: readonly Note[], { heightOf, most }: NoteOptions): boolean =>
  footHeight({ notes: columnsOf(byNumber(notes), heightOf), looksUp: true }, heightOf) <= most;
const byNumber = (notes: readonly Note[]): Note[] => [...notes].sort((a, b) => a.n - b.n);
const sum = (notes: readonly Note[], heightOf: (note: Note) => number): number =>
  notes.reduce((total, note) => total + heightOf(note), 0);

/** Two columns, in their order, as low as can be. */
function columnsOf(notes: readonly Note[], heightOf: (note: Note) => number): Note[][] {
  let best: Note[][] = [];
  let least = Infinity;
  for (let cut = 0; cut <= notes.length; cut++) {
    const columns = [notes.slice(0, cut), notes.slice(cut)];
    const height = Math.max(...columns.map((column) => sum(column, heightOf)));
    // Where both are as low, more stands in the first.
    if (height <= least) [best, least] = [columns, height];
  }
  return best.filter((column) => column.length > 0);
}
