/** A person, term or source whose card is open; it stands on no axis and has no address. */
export interface Reading {
  kind: 'person' | 'term' | 'source';
  id: string;
}

/** What the reader has chosen and what the pointer is over; ids only, so that it survives a change of language. */
export class Selection {
  /** Traced thread, or null. */
  thread = $state<string | null>(null);
  /** Id of the chosen event, summit, node or link, or null. */
  selected = $state<string | null>(null);
  /** Id under the pointer or keyboard focus: previews the trace. */
  hovered = $state<string | null>(null);
  /** Ids of a cluster whose list is open; it has no address. */
  gathered = $state.raw<readonly string[]>([]);
  /** The card that lies over the choice, or null. */
  reading = $state.raw<Reading | null>(null);

  /** Chooses a thing, or frees it when it is chosen already. */
  toggle = (id: string): void => this.select(this.selected === id ? null : id);
  select = (id: string | null): void => {
    this.selected = id;
    this.gathered = [];
    this.reading = null;
  };
  toggleThread = (id: string): void => {
    this.thread = this.thread === id ? null : id;
  };
  gather = (ids: readonly string[]): void => {
    this.selected = null;
    this.gathered = ids;
    this.reading = null;
  };
  read = (reading: Reading): void => {
    this.reading = reading;
  };
  /** Frees one step: the card, the list, then the choice, then the thread. Returns false when all was free. */
  free = (): boolean => {
    if (this.reading) this.reading = null;
    else if (this.gathered.length > 0) this.gathered = [];
    else if (this.selected) this.selected = null;
    else if (this.thread) this.thread = null;
    else return false;
    return true;
  };
}
