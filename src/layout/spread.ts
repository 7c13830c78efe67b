/**
 * Places things of known order along a line as near as can be to where they would like to be, without
 * overlaps and inside bounds. Exact: isotonic regression by pooling adjacent violators (Barlow et al., 1972)
 * on the positions less the room taken by those before.
 */
export interface Wish {
  /** Where its centre would like to be, px. */
  centre: number;
  /** Room it takes, px. */
  size: number;
  /** How much it minds being moved. */
  weight: number;
  /** Least gap to the one before, px. */
  gap: number;
}

/** Centres in the given order; if all of it does not fit between `from` and `to`, gaps and sizes shrink alike. */
export function spread(wishes: readonly Wish[], from: number, to: number): number[] {
  if (wishes.length === 0) return [];
  const needed = wishes.reduce((sum, wish, i) => sum + wish.size + (i > 0 ? wish.gap : 0), 0);
  const squeeze = Math.min(1, (to - from) / Math.max(needed, 1e-9));
  const offsets: number[] = [];
  let edge = 0;
  wishes.forEach((wish, i) => {
    edge += (i > 0 ? wish.gap * squeeze : 0) + (wish.size * squeeze) / 2;
    offsets.push(edge);
    edge += (wish.size * squeeze) / 2;
  });
  // Without the offsets, "no overlap" reads "never falling".
  const blocks: { sum: number; weight: number; count: number }[] = [];
  wishes.forEach((wish, i) => {
    let block = { sum: (wish.centre - (offsets[i] ?? 0)) * wish.weight, weight: wish.weight, count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.weight >= block.sum / block.weight;
      last = blocks.at(-1)
    ) {
      block = {
        sum: last.sum + block.sum,
        weight: last.weight + block.weight,
        count: last.count + block.count,
      };
      blocks.pop();
    }
    blocks.push(block);
  });
  const highest = to - edge;
  const places = blocks.flatMap(({ sum, weight, count }) =>
    Array.from({ length: count }, () => Math.min(Math.max(sum / weight, from), Math.max(from, highest))),
  );
  return places.map((place, i) => place + (offsets[i] ?? 0));
}
