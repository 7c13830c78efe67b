/**
 * The address and the state, kept together. What stands in an address is app-address.ts; the history itself is history.ts.
 * A deliberate step (choosing, another view, scale or language) becomes an entry to go back to; a movement that
 * has settled only changes the present entry. In an embed nothing ever becomes an entry: history is the host's.
 * Closing what was chosen undoes the step that chose it, where it can: else the next Back would open it again.
 * (History does in all engines what CloseWatcher does in some.)
 */
import { untrack } from 'svelte';
import type { Locale } from '@/i18n/locales';
import type { AppState } from '@/state/app-state.svelte';
import { appAddress, pick, same, type Deliberate } from './app-address';
import { writeAddress, type AddressState } from './codec';
import { cameFrom, goBack, leavePage, readSearch, writeSearch } from './history';
import type { Page } from './page-address';
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
  const address = appAddress(app, { page, isLocale, search });
  const { legal, defaults } = address;
  const embedded = app.mode === 'embed';
  // A frame shares its history with its host: the entry before this one may be the host's.
  const framed = window.parent !== window;
  /** A language on its way: the address names it already. */
  let coming: Locale | null = null;
  /** The query string as last read or written. */
  let known = search;
  /** Whether the browser is on its way back to the entry from which something was chosen. */
  let returning = false;

  const deliberate = (): Deliberate => {
    const decided = address.deliberate();
    return coming === null ? decided : { ...decided, lang: coming };
  };
  const now = (): AddressState => ({ ...address.now(), ...deliberate() });

  /** The address into the state. */
  const restore = (): void => {
    stopMoving();
    const { lang } = address.apply(known);
    if (isLocale(lang) && lang !== deliberate().lang) speak(lang);
  };
  const handed = () => shareSearch(now(), defaults(now().step), known, legal());
  const show = (search: string): void => {
    const said = address.read(search);
    const there: AddressState = { ...now(), ...pick(said), window: said.window };
    const before = known;
    known = writeAddress(there, defaults(there.step), known, legal());
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
    const next = writeAddress(state, defaults(state.step), known, legal());
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
    const { select } = defaults(next.step);
    if (embedded || framed || last.select === select || next.select !== select) return false;
    const from = cameFrom();
    if (from === null) return false;
    return same({ ...last, select }, next) && same(pick(address.read(from)), next);
  };
  /** Makes an entry of what was decided since the last one. */
  const step = (): void => {
    const next = deliberate();
    if (returning || same(next, last)) return;
    clearTimeout(timer);
    if (leadsBack(next)) {
      returning = true;
      goBack();
      lost = setTimeout(() => enter(deliberate()), LOST);
      return;
    }
    enter(next);
  };
  const enter = (next: Deliberate): void => {
    returning = false;
    // What has moved since belongs to the entry that is left behind; but a step of the story moves the camera itself.
    const moved = next.step === null || next.step === last.step;
    write({ ...now(), ...last, ...(!moved && { window: address.read(known).window }) }, 'replace');
    write(now(), 'push');
    last = next;
  };

  app.linkTo = (to) => {
    const empty = defaults(null);
    const { lang, data } = address.now();
    return writeAddress({ ...empty, lang, data, ...to }, empty, '', legal());
  };
  if (page.thread !== null || page.step !== null) leavePage(page, search);
  restore();
  let last = deliberate();
  const stop = $effect.root(() => {
    $effect(() => {
      void Object.values(deliberate());
      untrack(step);
    });
    $effect(() => {
      void [app.viewport.window, app.scheme, app.fold.level, app.onlyShown, app.reading.plain, app.session];
      void [app.handout.paper, app.handout.parts];
      if (!app.viewport.moving) untrack(settle);
    });
  });
  const back = (): void => {
    // A jump inside the page also comes here; the state has not changed then. Nor need it on the way back from a card.
    if (readSearch() === known && !returning) return;
    clearTimeout(timer);
    known = readSearch();
    if (address.read(known).data !== address.data) return location.reload();
    clearTimeout(lost);
    if (returning) {
      // Closing moves no camera: where the reader has come to meanwhile is written into the entry instead.
      returning = false;
      last = pick(address.read(known));
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
    share: () => shareAddress(page.root, now(), defaults(now().step), known, legal()),
    show,
  };
}
