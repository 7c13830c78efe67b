/** The flow down the page, derived step by step: part → order → layout → rows → scene. Holds which mark has the focus. */
import { layoutFlow, orderFlow, type FlowRoom } from '@/flow/layout';
import { placeFlow } from '@/flow/scene';
import type { AppState } from '@/state/app-state.svelte';
import type { FlowNode } from '@/story/story';
import type { ViewSize } from '@/viewport/view-size.svelte';
import { partOf } from './part';
import { flowRows, rowAxis } from './rows';
import type { Step, Stops } from './walk';

/** px across that a bar gets at least, and at most, for its name and for a finger. */
const LEAST_SLOT = 26;
const MOST_SLOT = 150;

export class FlowPicture {
  #app: AppState;
  #size: ViewSize;
  /** The mark that has, or would have, the keyboard’s focus, and how it got there. */
  focused = $state<string | null>(null);
  steps = $state.raw<readonly Step[]>([]);

  constructor(app: AppState, size: ViewSize) {
    this.#app = app;
    this.#size = size;
  }

  width = $derived.by(() => this.#size.width);
  #chosenLink = $derived.by(() => (this.#app.chosen?.kind === 'link' ? this.#app.chosen.link.id : null));
  /** What of the story is drawn. */
  part = $derived.by(() =>
    partOf(this.#app.story, this.#app.things, this.#app.selection.thread, this.#chosenLink),
  );
  #order = $derived.by(() => orderFlow(this.part, this.#app.othersShown));

  layout = $derived.by(() => {
    const { width } = this;
    const counts = new Map<string, number>();
    for (const vertex of this.#order.graph.vertices.values())
      counts.set(vertex.node?.column ?? '', (counts.get(vertex.node?.column ?? '') ?? 0) + 1);
    const room: FlowRoom = {
      height: width,
      labelSize: ({ column }: FlowNode) =>
        Math.min(MOST_SLOT, Math.max(LEAST_SLOT, (width * 0.8) / (counts.get(column) ?? 1))),
    };
    return layoutFlow(this.part, this.#app.othersShown, room, this.#order);
  });

  rows = $derived.by(() => {
    const { words } = this.#app;
    const dateOf = (nodes: readonly FlowNode[]) => {
      const dates = nodes.flatMap(({ dated }) => dated ?? []);
      const said = new Set(dates.map(words.date));
      if (said.size < 2) return [...said][0] ?? '';
      return words.period(Math.min(...dates.map(({ t0 }) => t0)), Math.max(...dates.map(({ t1 }) => t1)));
    };
    return flowRows(this.part, this.layout, this.width, this.#size.measure, dateOf);
  });
  axis = $derived(rowAxis(this.part, this.rows));
  scene = $derived(placeFlow(this.part, this.layout, this.axis, 'down'));
  unnamed = $derived(this.rows.reduce((sum, { names }) => sum + names.unnamed.length, 0));

  /** What the keys walk over. */
  stops: Stops = $derived.by(() => ({
    nodes: this.layout.nodes.map(({ id, layer, across, size }) => ({ id, layer, across: across + size / 2 })),
    links: this.layout.links.flatMap(({ id, way }) => {
      const link = this.part.links.find((each) => each.id === id);
      return link ? [{ id, source: link.source, target: link.target, across: way.at(-1)?.across ?? 0 }] : [];
    }),
  }));

  has(id: string): boolean {
    return this.stops.nodes.some((stop) => stop.id === id) || this.stops.links.some((stop) => stop.id === id);
  }

  /** Which mark takes the one tab stop: the focused one, else the chosen one, else the first. */
  current = $derived.by(() => {
    const wished = [this.focused, this.#app.selection.selected].find((id) => id !== null && this.has(id));
    return wished ?? this.stops.nodes[0]?.id ?? null;
  });
}
