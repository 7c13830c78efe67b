/** Which of many things that stand outside of a period last into it. Asks blocks of them first, then their members. */
const BLOCK = 128;

export class Reach {
  #t0: ArrayLike<number>;
  #t1: ArrayLike<number>;
  /** Of each block: when the first of it starts and the last of it ends. */
  #starts: number[] = [];
  #ends: number[] = [];

  /** When each of them starts and ends, ms UTC. */
  constructor(t0: ArrayLike<number>, t1: ArrayLike<number>) {
    this.#t0 = t0;
    this.#t1 = t1;
    for (let i = 0; i < t0.length; i += BLOCK) {
      let [first, last] = [Infinity, -Infinity];
      for (let n = i; n < Math.min(i + BLOCK, t0.length); n++) {
        first = Math.min(first, t0[n] ?? Infinity);
        last = Math.max(last, t1[n] ?? -Infinity);
      }
      this.#starts.push(first);
      this.#ends.push(last);
    }
  }

  /** Numbers of those from `a` up to `b` that touch [t0, t1), ms UTC. */
  into(a: number, b: number, t0: number, t1: number): number[] {
    const found: number[] = [];
    for (let i = a; i < b;) {
      const block = Math.floor(i / BLOCK);
      const end = Math.min((block + 1) * BLOCK, b);
      if ((this.#starts[block] ?? 0) < t1 && (this.#ends[block] ?? 0) > t0)
        for (let n = i; n < end; n++) if ((this.#t0[n] ?? 0) < t1 && (this.#t1[n] ?? 0) > t0) found.push(n);
      i = end;
    }
    return found;
  }
}
