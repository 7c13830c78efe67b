/** Which of many things that stand outside of a period last into it. Asks blocks of them first, then their members. */
import type { Interval } from './story';

const BLOCK = 128;

export class Reach {
  #things: readonly Interval[];
  /** Of each block: when the first of it starts and the last of it ends. */
  #starts: number[] = [];
  #ends: number[] = [];

  constructor(things: readonly Interval[]) {
    this.#things = things;
    things.forEach(({ t0, t1 }, i) => {
      const block = Math.floor(i / BLOCK);
      this.#starts[block] = Math.min(this.#starts[block] ?? Infinity, t0);
      this.#ends[block] = Math.max(this.#ends[block] ?? -Infinity, t1);
    });
  }

  /** Numbers of those from `a` up to `b` that touch [t0, t1), ms UTC. */
  into(a: number, b: number, t0: number, t1: number): number[] {
    const found: number[] = [];
    for (let i = a; i < b;) {
      const block = Math.floor(i / BLOCK);
      const end = Math.min((block + 1) * BLOCK, b);
      if ((this.#starts[block] ?? 0) < t1 && (this.#ends[block] ?? 0) > t0)
        for (let n = i; n < end; n++) {
          const thing = this.#things[n];
          if (thing && thing.t0 < t1 && thing.t1 > t0) found.push(n);
        }
      i = end;
    }
    return found;
  }
}
