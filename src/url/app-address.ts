/**
 * What of the state stands in an address, what is left unsaid there, and how a state is made of what is said. At a step
 * of the guided story, what is unsaid is the picture of that step: so an address names a step and only what the reader
 * has changed of it since. It knows nothing of the browser’s history.
 */
import type { AppState } from '@/state/app-state.svelte';
import { LEAST, MOST, USUAL } from '@/state/fold.svelte';
import { viewOfStep } from '@/state/steps.svelte';
import { placeOf } from '@/time/warp';
import { parseAddress, type AddressState, type Legal } from './codec';
import type { Page } from './page-address';
import type { Period } from './period';

/** What makes an entry of its own when it changes. */
const DELIBERATE = [
  'lang',
  'thread',
  'select',
  'step',
  'check',
  'pace',
  'view',
  'scale',
  'others',
] as const satisfies (keyof AddressState)[];
export type Deliberate = Pick<AddressState, (typeof DELIBERATE)[number]>;

export const pick = (said: Deliberate): Deliberate =>
  Object.fromEntries(DELIBERATE.map((key) => [key, said[key]])) as unknown as Deliberate;
export const same = (a: Deliberate, b: Deliberate): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Two edges are one where they lie no further apart, ms: less than any date can say. */
const CLOSE = 1000;

/** `search`: the query string at first; which story is shown never changes. */
export function appAddress(
  app: AppState,
  { page, isLocale, search }: { page: Page; isLocale: (code: string) => boolean; search: string },
) {
  const stepOf = (id: string | null) => app.story.steps.find((step) => step.id === id);

  const legal = (): Legal => ({
    langs: { has: isLocale },
    threads: { has: (id) => app.things.get(id)?.kind === 'thread' },
    steps: { has: (id) => stepOf(id) !== undefined },
    questions: { has: (id) => app.mode !== 'embed' && app.story.questions.includes(id) },
    things: { has: (id) => app.things.has(id) && app.things.get(id)?.kind !== 'thread' },
    extent: app.viewport.extent,
    levels: [LEAST, MOST],
    place: (t) => placeOf(app.viewport.warp, t),
  });

  const data = parseAddress(search, legal()).data ?? null;

  /** What goes without saying at a step, or (null) outside of the guided story. */
  const defaults = (stepId: string | null): AddressState => {
    const step = stepOf(stepId);
    const view = step && viewOfStep(step, app.usual);
    return {
      lang: page.lang,
      window: step ? app.windowOf(step) : app.viewport.extent,
      thread: step?.thread ?? null,
      select: step?.select ?? null,
      step: null,
      check: null,
      pace: 'own',
      view: view === undefined || view === app.usual ? null : view,
      scale: 'story',
      scheme: app.mode === 'embed' ? 'light' : 'auto',
      reading: 'full',
      others: false,
      level: USUAL,
      only: false,
      data: null,
      mode: document.documentElement.dataset.mode === 'embed' ? 'embed' : 'page',
      paper: null,
      parts: null,
      plain: false,
      static: false,
      session: null,
    };
  };

  /** All that a query string says, and what goes without saying there. */
  const read = (search: string): AddressState => {
    const said = parseAddress(search, legal());
    return { ...defaults(said.step ?? null), ...said };
  };

  const deliberate = (): Deliberate => ({
    lang: app.words.locale,
    thread: app.selection.thread,
    select: app.selection.selected,
    step: app.steps.current?.id ?? null,
    check: app.checks.id,
    pace: app.checks.pace,
    view: app.asked,
    scale: app.viewport.scale,
    others: app.others,
  });

  /** On its way to the picture of the step, the camera is there as far as an address is concerned. */
  const window = (): Period => {
    const { current } = app.steps;
    const there = app.viewport.heading ?? app.viewport.window;
    const own = current && app.windowOf(current);
    return own?.every((t, i) => Math.abs(t - (there[i] ?? 0)) < CLOSE) ? own : app.viewport.window;
  };

  const now = (): AddressState => ({
    ...deliberate(),
    window: window(),
    level: app.fold.level,
    only: app.onlyShown,
    scheme: app.scheme,
    reading: app.reading.plain ? 'plain' : 'full',
    data,
    mode: app.mode,
    paper: app.handout.paper,
    parts: app.handout.parts,
    plain: app.plain,
    static: app.still,
    session: app.session,
  });

  /** Into the state, all but the language. What outlives every entry changes only where an address says so. */
  const apply = (search: string): AddressState => {
    const { scheme, reading, session } = now();
    const kept = { scheme, reading, session };
    const said = { ...read(search), ...kept, ...parseAddress(search, legal()) };
    app.viewport.scale = said.scale;
    app.viewport.evenness = said.scale === 'even' ? 1 : 0;
    app.viewport.show(said.window);
    app.selection.thread = said.thread;
    app.selection.select(said.select);
    app.asked = said.view;
    app.steps.id = said.step;
    app.checks.restore(said.check, said.pace, said.select);
    app.scheme = said.scheme;
    app.session = said.session;
    app.reading.plain = said.reading === 'plain';
    app.others = said.others;
    app.fold.show(said.level);
    app.onlyShown = said.only;
    app.handout.paper = said.paper;
    app.handout.parts = said.parts;
    return said;
  };

  return { data, legal, defaults, read, deliberate, now, apply };
}
