/**
 * From an address to a page: words, then the story, then the app, or in place of it a panel that says what is wrong.
 * The page is never blank: until then it shows the line of index.html, and at worst the last resort.
 */
import { flushSync, mount, unmount } from 'svelte';
import { loadStory } from './dataset/load';
import type { Problem } from './dataset/format';
import { takeOver } from './early/take-over';
import { fitPaper } from './paper';
import { speakHeight, type HeightSpeaker } from './embed/height';
import { keepDocument, rememberedScheme, writeDocument } from './i18n/document.svelte';
import { loadWords } from './i18n/load-words';
import { DEFAULT_LOCALE, isLocale, type Locale } from './i18n/locales';
import type { Words } from './i18n/words';
import { showLastResort } from './last-resort';
import { AppState, type LoadedStory, type Shown, type ViewId } from './state/app-state.svelte';
import { LEAST, MOST } from './state/fold.svelte';
import { startNarrator } from './state/narrator.svelte';
import { followPageWidth, isNarrow } from './state/page-width';
import FailureBar from './ui/FailureBar.svelte';
import { Failures } from './ui/failures.svelte';
import { parseAddress, type AddressState, type Legal } from './url/codec';
import { pagePath, withOwn, type Page } from './url/page-address';
import { startSync } from './url/sync.svelte';
import { stopFlight } from './viewport/fly-to';
import { rootOf, type Filling, type RootProps } from './roots';
import { VIEWS, type FirstView } from './views/registry';

const NONE = { has: () => false };
/** What can be read of an address before there is a story. */
const BEFORE: Legal = {
  langs: { has: isLocale },
  threads: NONE,
  things: NONE,
  steps: NONE,
  questions: NONE,
  extent: [-Infinity, Infinity],
  levels: [LEAST, MOST],
  place: (t) => t,
};

/** Starts the page in `target`, and again when the reader asks for it after a failure. */
export async function boot(target: HTMLElement, page = readPage(), speaking?: HeightSpeaker): Promise<void> {
  const search = withOwn(location.search, page);
  const said = parseAddress(search, BEFORE);
  const shown = readShown(said);
  // Before all else: the host waits for it, and may not show the frame until it is told.
  const heights = speaking ?? speakHeight(shown.mode === 'embed');
  const locale = said.lang !== undefined && isLocale(said.lang) ? said.lang : page.lang;
  const scheme = said.scheme ?? (shown.mode === 'embed' ? 'light' : (rememberedScheme() ?? 'auto'));
  const data = said.data ?? null;
  writeDocument({ lang: locale, scheme });

  // All at once; what fails is looked at below, and until then nobody else need see it.
  const coming = loadStory(locale, data);
  const drawing = loadFirst(said.view ?? (isNarrow() ? 'threads' : 'stage'));
  const filling = rootOf(shown.mode);
  // What stands open from the first is drawn with it; without it the page says so itself, and offers it again.
  const beside = /[?&](step|select)=/.test(search) ? import('./ui/PanelFrame.svelte') : null;
  for (const each of [coming, drawing, filling, beside]) each?.catch(() => {});
  let words: Words;
  try {
    words = await loadWords(locale);
  } catch {
    clear(target);
    return showLastResort(target);
  }
  const line = document.querySelector('[data-loading]');
  if (line) line.textContent = words.t('app.loading');

  let loaded: LoadedStory | { problems: Problem[] };
  try {
    loaded = await coming;
  } catch {
    loaded = { problems: [] };
  }
  if ('problems' in loaded) return showProblems(target, words, loaded.problems, { page, data, heights });
  const first = await drawing.catch((error: unknown) => {
    // What stands in the page says more than one without its picture.
    if (readable(target)) throw error;
    return null;
  });
  const fill = await filling;
  const panel = (await beside?.catch(() => null))?.default ?? null;
  // The page is not taken out of the hands of a reader who scrolls.
  await globalThis.early?.calm();
  start(target, loaded, words, { page, search, scheme, data, shown, heights, first, fill, panel });
}

/** Whether the page shows already, before its scripts, what its address asks for. */
export const readable = (target: HTMLElement): boolean =>
  target.dataset.prerendered !== undefined && document.documentElement.dataset.away === undefined;

const loadFirst = async (id: ViewId): Promise<FirstView> => ({ id, view: await VIEWS[id].load() });

/** What the page is by itself: the build wrote it on its root element. */
function readPage(): Page {
  const { lang, dataset } = document.documentElement;
  const own = isLocale(lang) ? lang : DEFAULT_LOCALE;
  // A file by itself only knows the page of its language.
  const home = dataset.home?.slice(0, -pagePath(own).length || undefined);
  return {
    lang: own,
    thread: dataset.thread ?? null,
    step: dataset.step ?? null,
    root: new URL(dataset.root ?? home ?? './', document.baseURI).href.replace(/[?#].*/, ''),
  };
}

/** How the story is shown: as the address says, else as the page itself does (`<html data-mode="embed">`). */
function readShown(said: Partial<AddressState>): Shown {
  const own = document.documentElement.dataset.mode === 'embed' ? 'embed' : 'page';
  const mode = said.mode ?? own;
  const embed = mode === 'embed';
  return { mode, plain: embed && said.plain === true, still: embed && said.static === true };
}

/** The panel in place of the story; trying again starts from the beginning. */
async function showProblems(
  target: HTMLElement,
  words: Words,
  problems: Problem[],
  { page, data, heights }: Pick<Start, 'page' | 'data' | 'heights'>,
): Promise<void> {
  const { default: ErrorPanel } = await import('./ui/ErrorPanel.svelte');
  writeDocument({ title: words.t('error.title') });
  clear(target);
  const panel = mount(ErrorPanel, {
    target,
    props: {
      words,
      problems,
      data,
      home: `${location.pathname}?lang=${words.locale}`,
      retry: () => {
        void unmount(panel);
        showLoading(target, words);
        boot(target, page, heights).catch(() => showLastResort(target));
      },
    },
  });
}

/** What stood in the page before its scripts is the story’s, and no longer true. */
function clear(target: Element): void {
  globalThis.early?.stop();
  document.querySelector('body > [data-loading]')?.remove();
  target.removeAttribute('data-prerendered');
  target.replaceChildren();
}

function showLoading(target: Element, words: Words): void {
  const line = document.createElement('p');
  line.dataset.loading = '';
  line.textContent = words.t('app.loading');
  target.replaceChildren(line);
}

interface Start {
  page: Page;
  /** What the address says, and the page by itself. */
  search: string;
  scheme: AppState['scheme'];
  data: string | null;
  shown: Shown;
  heights: HeightSpeaker;
  first: FirstView | null;
  fill: Filling;
  panel: RootProps['panel'];
}

function start(
  target: HTMLElement,
  loaded: LoadedStory,
  words: Words,
  { page, search, scheme, data, shown, heights, first, fill, panel }: Start,
): void {
  const app = new AppState(loaded, words, shown);
  app.scheme = scheme;
  const failures = new Failures();
  failures.watch();

  let turn = 0;
  const setLanguage = async (locale: Locale): Promise<void> => {
    const mine = ++turn;
    try {
      const [spoken, told] = await Promise.all([loadWords(locale), loadStory(locale, data)]);
      if (mine !== turn) return;
      if ('problems' in told) failures.report('failure.language');
      else app.speak(told, spoken);
    } catch {
      if (mine === turn) failures.report('failure.language');
    }
  };

  // Before a class it is the stage, with letters of its own.
  if (shown.mode !== 'present') followPageWidth(app);
  const { share, show } = startSync(app, {
    ...{ isLocale, page, search, setLanguage },
    stopMoving: () => stopFlight(app.viewport),
    onwrite: heights.tellState,
  });
  fitPaper();
  startNarrator(app);
  keepDocument(
    () => ({
      lang: app.words.locale,
      title: app.story.title,
      // Paper is white, whatever the screen is.
      scheme: app.mode === 'print' ? 'light' : app.scheme,
    }),
    app.mode === 'page',
  );
  takeOver(target, (live) => {
    const props = { app, setLanguage, share, first, panel, ...fill.around };
    mount(fill.root, { target: live, props });
    flushSync();
  });
  document.querySelector('body > [data-loading]')?.remove();
  mount(FailureBar, { target: document.body, props: { failures, words: () => app.words } });
  heights.onstate(show);
  const content = document.querySelector('#app [data-content]');
  if (content) heights.follow(content);
}
