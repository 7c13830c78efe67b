/**
 * The checks for understanding: which one the reader is at, and what they have answered. It lives as long as the page is
 * open: nothing of it is stored, sent, or written to the address, which names the question and who sets the pace only.
 */
export type Pace = 'own' | 'class';

/** What was done with a question. */
export interface Given {
  /** Answers that were wrong, in their order: ids, or (of an order) how many stood in their place. */
  wrong: readonly string[];
  /** Still open, answered, or told. */
  state: 'open' | 'right' | 'told';
}

export class CheckState {
  readonly #ids: () => readonly string[];
  /** The question the reader is at; null where none is asked. */
  id = $state<string | null>(null);
  pace = $state<Pace>('own');
  /** Whether all of them are summed up, in place of the question. */
  summed = $state(false);
  /** What the picture points at for the question. */
  points = $state<string | null>(null);
  given = $state.raw<Readonly<Record<string, Given>>>({});
  /** Ids of the questions whose answer the class has been shown. */
  revealed = $state.raw<readonly string[]>([]);
  /** Whether the focus goes to the card once it is there: what was pressed may be gone, or far away. */
  called = false;

  constructor(ids: () => readonly string[]) {
    this.#ids = ids;
  }

  /** Stands where an address says. */
  restore = (id: string | null, pace: Pace, points: string | null): void => {
    Object.assign(this, { id, pace, points, summed: false });
  };

  /** Asks a question: the first one that is still open where none is named. */
  ask = (id?: string): void => {
    const ids = this.#ids();
    this.id = id ?? ids.find((each) => !this.given[each]) ?? ids[0] ?? null;
    this.summed = false;
    this.points = null;
    this.called = true;
  };
}
