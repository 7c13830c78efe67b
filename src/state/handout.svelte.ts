/** What was asked of a printed handout, as it stands in the address; what is usual the print room knows (src/print/). */
export type Paper = 'a4' | 'letter';

export class Handout {
  /** Null = what the reader’s country prints on. */
  paper = $state<Paper | null>(null);
  /** Parts, as the address writes them (“timeline,flow”); null = the usual ones. */
  parts = $state<string | null>(null);
}
