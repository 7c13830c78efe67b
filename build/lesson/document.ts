/**
 * The lesson as a document: headings, texts, lists and activities, in one language and in the order in which teachers
 * look for them. The page, the Markdown and the Word file are written from it, so that they hold the same.
 */
import type { Locale } from '../../src/i18n/locales';

/** Where a link leads. */
export type Target = { picture: string } | { web: string } | { classFile: true };
export interface Link {
  words: string;
  to: Target;
  /** Of its words, where it is another than the document’s. */
  lang?: string;
}
export type Inline = string | Link;

/** What stands under a label. */
export interface Row {
  term: string;
  said: Inline[];
}
export interface PhaseBlock {
  id: string;
  title: string;
  minutes: number;
  /** Minutes since the activity began. */
  from: number;
  to: number;
  rows: Row[];
  pictures: Link[];
}
export type Block =
  /** `short`: for a list of contents. */
  | { kind: 'heading'; level: 2 | 3; id: string; text: string; short?: string; minutes?: number }
  | { kind: 'text'; said: Inline[]; role?: 'question' | 'quote' }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'rows'; rows: Row[]; role: 'facts' | 'terms' }
  | { kind: 'phases'; phases: PhaseBlock[] }
  /** What pupils do by themselves. The first link is the way in: its code is drawn, and services hand it on. */
  | { kind: 'pupils'; title: string; links: Link[] };

export interface LessonDocument {
  lang: Locale;
  title: string;
  audience: string;
  description: string;
  blocks: Block[];
}

/** All links of a document in their order. */
export function linksOf({ blocks }: Pick<LessonDocument, 'blocks'>): Link[] {
  const inline = (said: readonly Inline[]) => said.filter((each): each is Link => typeof each !== 'string');
  const inRows = (rows: readonly Row[]) => rows.flatMap(({ said }) => inline(said));
  return blocks.flatMap((block): Link[] => {
    switch (block.kind) {
      case 'heading':
        return [];
      case 'text':
        return inline(block.said);
      case 'list':
        return block.items.flatMap(inline);
      case 'rows':
        return inRows(block.rows);
      case 'phases':
        return block.phases.flatMap(({ rows, pictures }) => [...inRows(rows), ...pictures]);
      case 'pupils':
        return block.links;
    }
  });
}
