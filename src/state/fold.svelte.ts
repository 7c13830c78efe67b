/** How much of the list of threads is folded, and where its reader was: kept here so that it survives another view. */

/** Rows up to this rank are told at first. */
export const USUAL = 2;
export const LEAST = 1;
export const MOST = 4;

/** The row that stood topmost when the reader last scrolled, while the camera still shows what was seen then. */
export interface Place {
  window: readonly [number, number];
  id: string;
  /** px from the top of the screen to the row’s. */
  top: number;
}

export class Fold {
  /** How much is told, LEAST to MOST. */
  level = $state(USUAL);
  /** Ids of the folds that are open. */
  opened = $state.raw<ReadonlySet<string>>(new Set());
  place: Place | null = null;

  least = $derived(this.level <= LEAST);
  most = $derived(this.level >= MOST);

  /** Tells more (`levels` > 0) or less; folds that were opened by hand close. Returns false at the ends. */
  by = (levels: number): boolean => this.#set(Math.min(MOST, Math.max(LEAST, this.level + levels)));
  /** As it was at first. */
  reset = (): boolean => this.#set(USUAL);
  /** As an address names it; what was opened by hand stays open where that is the same. */
  show = (level: number): void => {
    if (level !== this.level) this.#set(level);
  };
  toggle = (id: string): void => {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  };

  #set(level: number): boolean {
    if (level === this.level && this.opened.size === 0) return false;
    this.level = level;
    this.opened = new Set();
    return true;
  }
}
