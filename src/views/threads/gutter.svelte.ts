/** The gutter as it is drawn: how wide its lanes are, and which of its lines recede. */
import type { AppState } from '@/state/app-state.svelte';
import type { Lane } from './lanes';
import { laneStyles, linesBackground, linesName } from './lines';
import type { ThreadsList } from './threads-list.svelte';

/** Many lanes share the room of so many. */
const USUAL = 8;
/** px from lane to lane, in a list from so many px of width; and at the least. */
const GAPS = [
  [560, 16],
  [312, 12],
  [0, 9],
] as const;
const NARROWEST = 5;

export class Gutter {
  #app: AppState;
  #list: ThreadsList;
  #passing = new Map<string, readonly number[]>();
  /** Width of the list, px. */
  listWidth = $state(0);

  constructor(app: AppState, list: ThreadsList) {
    this.#app = app;
    this.#list = list;
    this.listWidth = app.sheet?.width ?? 0;
  }

  lanes: readonly Lane[] = $derived.by(() => this.#list.lanes);
  /** px from lane to lane. */
  gap: number = $derived.by(() => {
    const [, wanted] = GAPS.find(([width]) => this.listWidth >= width) ?? GAPS[2];
    return Math.max(NARROWEST, Math.min(wanted, (wanted * USUAL) / Math.max(1, this.lanes.length)));
  });
  width = $derived(this.lanes.length * this.gap);

  /** Whether a line has no part in what is traced. */
  isFaded = $derived.by(() => {
    const trace = this.#app.lockedTrace;
    return ({ thread }: Lane): boolean =>
      trace !== null && (thread === null ? trace.threads.size > 0 : !trace.threads.has(thread));
  });

  /**
   * Custom properties: those of the lanes, and the background of all that passes a row, by `linesName`. What a folding
   * no longer needs stays, since the styles of the whole list are made again when one of them changes.
   */
  lines = $derived.by(() => {
    for (const { strands } of this.#list.layout.items)
      this.#passing.set(linesName(strands.through), strands.through);
    const passing = [...this.#passing].map(([name, through]) => `${name}: ${linesBackground(through)}`);
    return [...laneStyles(this.lanes, this.gap, this.isFaded), ...passing].join('; ');
  });
}
