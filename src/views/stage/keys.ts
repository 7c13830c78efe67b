/** What keys mean on the stage, and what choosing does: thin glue between keys, walk and state. */
import type { AppState } from '@/state/app-state.svelte';
import { placeOf, timeAt } from '@/time/warp';
import { bringIntoView } from '@/viewport/bring-into-view';
import { flyTo, flyZoom, stopFlight } from '@/viewport/fly-to';
import type { StagePicture } from './stage-picture.svelte';
import type { Cluster } from './timeline/layout';
import { goBack, goOn, takenBack } from './trail';
import { walk, type Move, type Times } from './walk';

export type Order = { move: Move } | 'back' | 'open' | 'zoom-in' | 'zoom-out' | 'fit' | 'free';

const MOVES: Record<string, Move> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'page-back',
  PageDown: 'page-on',
  f: 'cross',
};

const ORDERS: Record<string, Order> = {
  Enter: 'open',
  ' ': 'open',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '−': 'zoom-out',
  '0': 'fit',
  Escape: 'free',
  Backspace: 'back',
};

/** The order a key gives; null for keys that are not ours (with Ctrl, ⌘ or Alt they belong to the browser). */
export function stageKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Order | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (Object.hasOwn(MOVES, event.key)) return { move: MOVES[event.key] as Move };
  return Object.hasOwn(ORDERS, event.key) ? (ORDERS[event.key] as Order) : null;
}

const EDGE = 0.06;

export const act = {
  /** Carries an order out. Returns 'moved' if another mark has the focus now, null if there was nothing to do. */
  key(
    app: AppState,
    picture: StagePicture,
    order: Order,
    choose: (id: string) => void,
  ): 'moved' | 'done' | null {
    if (order === 'open') {
      if (picture.current === null) return null;
      choose(picture.current);
      return 'done';
    }
    if (order === 'zoom-in' || order === 'zoom-out') {
      flyZoom(app.viewport, order === 'zoom-in' ? 2 : 0.5);
      return 'done';
    }
    if (order === 'fit') {
      flyTo(app.viewport, app.viewport.extent);
      return 'done';
    }
    if (order === 'free') return app.selection.free() ? 'done' : null;
    const next = order === 'back' ? retrace(picture) : advance(app, picture, order.move);
    if (next === null) return 'done';
    picture.frame.focused = next;
    act.reveal(app, timeOf(app, picture, next));
    return 'moved';
  },

  /** Slides at once, and only as far as needed, until an instant stands well inside the stage. */
  reveal(app: AppState, t: number): void {
    const { viewport } = app;
    const share = viewport.axis.along(t) / viewport.length;
    stopFlight(viewport);
    if (share < EDGE) viewport.panBy(share - 0.25);
    else if (share > 1 - EDGE) viewport.panBy(share - 0.75);
  },

  openChapter(app: AppState, id: string): void {
    const chapter = app.story.chapters.find((each) => each.id === id);
    if (chapter) flyTo(app.viewport, [chapter.t0, chapter.t1]);
  },

  /** Slides just far enough that a column stands on the stage. */
  fetchColumn(app: AppState, id: string): void {
    const column = app.story.columns.find((each) => each.id === id);
    if (column) bringIntoView(app.viewport, { t0: column.t, t1: column.t });
  },

  /** Zooms until what a cluster holds can be told apart, or lists it where no zoom could. */
  openCluster(app: AppState, cluster: Cluster): void {
    const { viewport } = app;
    const times = cluster.events.map((event) => event.t);
    const [a, b] = [Math.min(cluster.t, ...times), Math.max(cluster.t, ...times)];
    const apart = Math.abs(viewport.axis.along(b) - viewport.axis.along(a));
    if (b - a < 2 * 864e5 || apart < 0.01) {
      app.selection.gather(cluster.events.map((event) => event.id));
      return;
    }
    const [u0, u1] = [placeOf(viewport.warp, a), placeOf(viewport.warp, b)];
    const margin = (u1 - u0) * 0.6;
    flyTo(viewport, [timeAt(viewport.warp, u0 - margin), timeAt(viewport.warp, u1 + margin)]);
  },
};

/** The mark that a move leads to: where it takes the last one back, the mark that one came from. */
function advance(app: AppState, picture: StagePicture, move: Move): string | null {
  const { current, stops, frame } = picture;
  const before = takenBack(frame.trail, current, move);
  const next =
    before !== null && picture.has(before) ? before : walk(stops, current, move, timesOf(app, picture));
  if (next === null || next === current) return null;
  if (current !== null) frame.trail = goOn(frame.trail, { from: current, to: next, move });
  return next;
}

function retrace(picture: StagePicture): string | null {
  const back = goBack(picture.frame.trail, picture.current, (id) => picture.has(id));
  if (!back) return null;
  picture.frame.trail = back.trail;
  return back.to;
}

function timesOf(app: AppState, picture: StagePicture): Times {
  const { axis, warp, window } = app.viewport;
  return {
    middle: (window[0] + window[1]) / 2,
    of: (id) => timeOf(app, picture, id),
    // A chapter is a page; where the stage shows less than one, a stage is. Both rise with time, so their sum does.
    period: (t) =>
      app.story.chapters.filter((chapter) => chapter.t0 <= t).length +
      Math.floor(placeOf(warp, t) * axis.k + 1e-9),
  };
}

/** Where a mark stands on the axis, ms UTC; a ribbon stands where it starts. */
function timeOf(app: AppState, picture: StagePicture, id: string): number {
  const thing = app.things.get(id);
  if (thing?.kind === 'event') return thing.event.t;
  if (thing?.kind === 'summit') return thing.summit.t;
  if (thing?.kind === 'node') return thing.node.t;
  if (thing?.kind === 'link') return timeOf(app, picture, thing.link.source);
  return picture.upper.level.counts.find(id)?.t ?? 0;
}
