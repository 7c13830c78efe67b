/** Boxes by where they are, so that what overlaps one of them is found without a look at all the others. */
import { overlap, type Box } from './text-box';

/** px of a cell: about a name. */
const WIDE = 64;
const HIGH = 16;

export class BoxGrid<T> {
  #cells = new Map<number, { box: Box; item: T }[]>();

  add(box: Box, item: T): void {
    const entry = { box, item };
    this.#visit(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(entry);
      else this.#cells.set(key, [entry]);
      return false;
    });
  }

  /** Whether `test` holds for any item whose box overlaps this one by more than an edge; it may be asked twice. */
  some(box: Box, test: (item: T) => boolean): boolean {
    return this.#visit(
      box,
      (key) => this.#cells.get(key)?.some((entry) => overlap(box, entry.box) && test(entry.item)) ?? false,
    );
  }

  /** Goes through the cells of a box until `done`. */
  #visit({ x0, y0, x1, y1 }: Box, done: (key: number) => boolean): boolean {
    for (let row = Math.floor(y0 / HIGH); row <= Math.floor(y1 / HIGH); row++)
      for (let column = Math.floor(x0 / WIDE); column <= Math.floor(x1 / WIDE); column++)
        if (done(row * 2 ** 24 + column)) return true;
    return false;
  }
}
