/**
 * The address and the state, kept together; the only file that touches the browser's history, but for
 * a mark that early/early.ts leaves in the present entry before it loads the page again.
 * A deliberate step (choosing, another view, scale or language) becomes an entry to go back to; a movement that
 * has settled only changes the present entry. In an embed nothing ever becomes an entry: history is the host's.
 * Closing what was chosen undoes the step that chose it, where it can: else the next Back would open it again.
 * (History does in all engines what CloseWatcher does in some.)
 */
import { untrack } from 'svelte';
import type { Locale } from '@/i18n/locales';
import type { AppState } from '@/state/app-state.svelte';
import { LEAST, MOST, USUAL } from '@/state/fold.svelte';
import { goToStep } from '@/state/go-to-step';
import { viewOfStep } from '@/state/steps.svelte';
import { placeOf } from '@/time/warp';
import { parseAddress, writeAddress, type AddressState, type Legal } from './codec';
import { pagePath, type Page } from './page-address';
import { shareAddress, shareSearch } from './share-address';

/** A movement has settled when nothing moved for so long, ms. Browsers also limit how often addresses change. */
const SETTLED = 300;
/** A step back that has led nowhere for so long, ms, never will: then the address is written as at any other step. */
const LOST = 2000;

export interface SyncOptions {
  /** Which languages there are. */
  isLocale: (code: string) => code is Locale;
  /** What the page is where its address says nothing else. */
  page: Page;
  /** The query string to begin with. */
  search: string;
  /** Loads the words and the story of a language, then speaks it. */
  setLanguage: (locale: Locale) => Promise<void>;
  /** Ends a movement of the camera that is under way. */
  stopMoving: () => void;
  /** Is told the query string to hand on whenever the address has changed. */
  onwrite?: (search: string) => void;
}

export interface Sync {
  stop: () => void;
  /** The whole address of what is shown at this moment, to hand on. */
  share: () => string;
  /** Shows what a host has in its address: a query string of ours, of which colours, story and frame are left out. */
  show: (search: string) => void;
}

/** Brings the address into the state, then the state into the address until it is stopped. */
export function startSync(
  app: AppState,
  { isLocale, page, search, setLanguage, stopMoving, onwrite }: SyncOptions,
): Sync {
  const legal = (): Legal => ({
    langs: { has: isLocale },
    threads: { has: (id) => app.things.get(id)?.kind === 'thread' },
    steps: { has: (id) => app.story.steps.some((step) => step.id === id) },
    things: { has: (id) => app.things.has(id) && app.things.get(id)?.kind !== 'thread' },
    extent: app.viewport.extent,
    levels: [LEAST, MOST],
    place: (t) => placeOf(app.viewport.warp, t),
  });
  const defaults = (): AddressState => ({
    lang: page.lang,
    window: app.viewport.extent,
    thread: null,
    select: null,
    step: null,
    view: null,
    scale: 'story',
    scheme: app.mode === 'embed' ? 'light' : 'auto',
    others: false,
    level: USUAL,
    only: false,
    data: null,
    mode: document.documentElement.dataset.mode === 'embed' ? 'embed' : 'page',
    paper: null,
    parts: null,
    plain: false,
    static: false,
  });
  const embedded = app.mode === 'embed';
  // A frame shares its history with its host: the entry before this one may be the host's.
  const framed = window.parent !== window;
  const data = parseAddress(search, legal()).data ?? null;
  /** A language on its way: the address names it already. */
  let coming: Locale | null = null;
  /** The query string as last read or written. */
  let known = search;
  /** Whether the browser is on its way back to the entry from which something was chosen. */
  let returning = false;

  /** Whether the step alone says all there is to say of the picture. */
  const onStep = (): boolean =>
    app.onStep && app.steps.current !== null && app.view === viewOfStep(app.steps.current, app.usual);
  const deliberate = (): Deliberate =>
    pick({
      lang: coming ?? app.words.locale,
      others: app.others,
      step: app.steps.current?.id ?? null,
      ...(onStep()
        ? { thread: null, select: null, view: null, scale: 'story' }
        : {
            thread: app.selection.thread,
            select: app.selection.selected,
            view: app.asked,
            scale: app.viewport.scale,
          }),
    });
  const now = (): AddressState => ({
    ...deliberate(),
    window: onStep() ? app.viewport.extent : app.viewport.window,
    level: app.fold.level,
    only: app.onlyShown,
    scheme: app.scheme,
    data,
    mode: app.mode,
    paper: app.handout.paper,
    parts: app.handout.parts,
    plain: app.plain,
    static: app.still,
  });

  /** The address into the state. */
  const restore = (): void => {
    const said = { ...defaults(), scheme: app.scheme, ...parseAddress(known, legal()) };
    stopMoving();
    app.viewport.scale = said.scale;
    app.viewport.evenness = said.scale === 'even' ? 1 : 0;
    app.viewport.show(said.window);
    app.selection.thread = said.thread;
    app.selection.select(said.select);
    app.asked = said.view;
    const step = app.story.steps.find(({ id }) => id === said.step);
    if (step && saysNoPicture(parseAddress(known, legal()))) goToStep(app, step, 'at-once');
    else app.steps.id = said.step;
    app.scheme = said.scheme;
    app.others = said.others;
    app.fold.show(said.level);
    app.onlyShown = said.only;
    app.handout.paper = said.paper;
    app.handout.parts = said.parts;
    if (isLocale(said.lang) && said.lang !== deliberate().lang) speak(said.lang);
  };
  const handed = () => shareSearch(now(), defaults(), known, legal());
  const show = (search: string): void => {
    const said = { ...defaults(), ...parseAddress(search, legal()) };
    const there: AddressState = { ...now(), ...pick(said), window: said.window };
    const before = known;
    known = writeAddress(there, defaults(), known, legal());
    writeSearch(known, before, 'replace');
    restore();
    last = deliberate();
  };
  const speak = (locale: Locale): void => {
    coming = locale;
    void setLanguage(locale).finally(() => {
      if (coming !== locale) return;
      coming = null;
      // If it could not be loaded, the address goes back to what is spoken.
      last = deliberate();
      settle();
    });
  };

  const write = (state: AddressState, as: 'push' | 'replace'): void => {
    const next = writeAddress(state, defaults(), known, legal());
    if (next === known) return;
    const before = known;
    known = next;
    writeSearch(next, before, embedded ? 'replace' : as);
    onwrite?.(handed());
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let lost: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => returning || write(now(), 'replace'), SETTLED);
  };

  /** Whether the entry before this one is ours and stands where closing leads to. */
  const leadsBack = (next: Deliberate): boolean => {
    if (embedded || framed || last.select === null || next.select !== null) return false;
    const from = cameFrom();
    if (from === null) return false;
    const before: Deliberate = { ...defaults(), ...parseAddress(from, legal()) };
    return same({ ...last, select: null }, next) && same(pick(before), next);
  };
  /** Makes an entry of what was decided since the last one. */
  const step = (): void => {
    const next = deliberate();
    if (returning || same(next, last)) return;
    clearTimeout(timer);
    if (leadsBack(next)) {
      returning = true;
      history.back();
      lost = setTimeout(() => enter(deliberate()), LOST);
      return;
    }
    enter(next);
  };
  const enter = (next: Deliberate): void => {
    returning = false;
    // What has moved since belongs to the entry that is left behind.
    write({ ...now(), ...last }, 'replace');
    write(now(), 'push');
    last = next;
  };

  if (page.thread !== null) leaveThread(page, search);
  restore();
  let last = deliberate();
  const stop = $effect.root(() => {
    $effect(() => {
      void Object.values(deliberate());
      untrack(step);
    });
    $effect(() => {
      void [app.viewport.window, app.scheme, app.fold.level, app.onlyShown, app.handout.paper, app.handout.parts];
      if (!app.viewport.moving) untrack(settle);
    });
  });
  const back = (): void => {
    // A jump inside the page also comes here; the state has not changed then. Nor need it on the way back from a card.
    if (readSearch() === known && !returning) return;
    clearTimeout(timer);
    known = readSearch();
    const said = parseAddress(known, legal());
    if ((said.data ?? null) !== data) return location.reload();
    clearTimeout(lost);
    if (returning) {
      // Closing moves no camera: where the reader has come to meanwhile is written into the entry instead.
      returning = false;
      last = pick({ ...defaults(), ...said });
      step();
      settle();
      return;
    }
    restore();
    last = deliberate();
    // What outlives every entry, as the colours, is not said in an old one.
    settle();
  };
  addEventListener('popstate', back);
  return {
    stop: () => {
      for (const each of [timer, lost]) clearTimeout(each);
      removeEventListener('popstate', back);
      stop();
    },
    share: () => shareAddress(page.root, now(), defaults(), known, legal()),
    show,
  };
}

/** What makes an entry of its own when it changes. */
type Deliberate = Omit<
  AddressState,
  'window' | 'level' | 'only' | 'scheme' | 'data' | 'mode' | 'paper' | 'parts' | 'plain' | 'static'
>;

const pick = ({ lang, thread, select, step, view, scale, others }: Deliberate): Deliberate => ({
  lang,
  thread,
  select,
  step,
  view,
  scale,
  others,
});
const same = (a: Deliberate, b: Deliberate): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether an address leaves the picture to its step. */
const saysNoPicture = ({ window, thread, select, view, scale }: Partial<AddressState>): boolean =>
  [window, thread, select, view, scale].every((said) => said === undefined);

/** What an entry remembers: the query string of the entry it was pushed from. It outlives a reload. */
interface Entry {
  from: string;
}

/** Null where the entry before this one was not made by us. */
function cameFrom(): string | null {
  const entry = history.state as Partial<Entry> | null;
  return typeof entry?.from === 'string' ? entry.from : null;
}

/** From the page of a thread to that of its language: there another thread can be traced, and the address is right. */
function leaveThread({ root, lang }: Page, search: string): void {
  try {
    history.replaceState(history.state, '', root + pagePath(lang) + search + location.hash);
  } catch {
    // As below.
  }
}

const readSearch = (): string => location.search;

/** In a sandbox, or when asked too often, a browser may refuse: then the address just stays as it is. */
function writeSearch(search: string, from: string, as: 'push' | 'replace'): void {
  const address = location.pathname + search + location.hash;
  try {
    if (as === 'push') history.pushState({ from } satisfies Entry, '', address);
    else history.replaceState(history.state, '', address);
  } catch {
    // Nothing is lost but the link.
  }
}
