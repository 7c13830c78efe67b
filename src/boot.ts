/**
 * From an address to a page: words, then the story, then the app, or in place of it a panel that says what is wrong.
 * The page is never blank: until then it shows the line of index.html, and at worst the last resort.
 */
import { mount, unmount } from 'svelte';
import App from './App.svelte';
import { loadStory } from './dataset/load';
import type { Problem } from './dataset/format';
import { speakHeight, type HeightSpeaker } from './embed/height';
import { keepDocument, rememberedScheme, writeDocument } from './i18n/document.svelte';
import { loadWords } from './i18n/load-words';
import { isLocale, preferredLocale, type Locale } from './i18n/locales';
import type { Words } from './i18n/words';
import { showLastResort } from './last-resort';
import { AppState, type LoadedStory, type Shown } from './state/app-state.svelte';
import { startNarrator } from './state/narrator.svelte';
import { followPageWidth } from './state/page-width';
import FailureBar from './ui/FailureBar.svelte';
import { Failures } from './ui/failures.svelte';
import { parseAddress, type AddressState, type Legal } from './url/codec';
import { startSync } from './url/sync.svelte';
import { stopFlight } from './viewport/fly-to';

const NONE = { has: () => false };
/** What can be read of an address before there is a story. */
const BEFORE: Legal = {
  langs: { has: isLocale },
  threads: NONE,
  things: NONE,
  extent: [-Infinity, Infinity],
  place: (t) => t,
};

/** Starts the page in `target`, and again when the reader asks for it after a failure. */
export async function boot(target: Element, speaking?: HeightSpeaker): Promise<void> {
  const said = parseAddress(location.search, BEFORE);
  const shown = readShown(said);
  // Before all else: the host waits for it, and may not show the frame until it is told.
  const heights = speaking ?? speakHeight(shown.mode === 'embed');
  // An embed speaks the language of its page, whatever the reader's browser would rather have.
  const { lang, dataset } = document.documentElement;
  const preferred = dataset.mode === 'embed' && isLocale(lang) ? lang : preferredLocale(navigator.languages);
  const locale = said.lang !== undefined && isLocale(said.lang) ? said.lang : preferred;
  const scheme = said.scheme ?? (shown.mode === 'embed' ? 'light' : (rememberedScheme() ?? 'auto'));
  const data = said.data ?? null;
  writeDocument({ lang: locale, scheme });

  const coming = loadStory(locale, data);
  // Its failure is looked at below; until then nobody else need see it.
  coming.catch(() => {});
  let words: Words;
  try {
    words = await loadWords(locale);
  } catch {
    return showLastResort(target);
  }
  const line = target.querySelector('[data-loading]');
  if (line) line.textContent = words.t('app.loading');

  let loaded: LoadedStory | { problems: Problem[] };
  try {
    loaded = await coming;
  } catch {
    loaded = { problems: [] };
  }
  if ('problems' in loaded) return showProblems(target, words, loaded.problems, data, heights);
  start(target, loaded, words, { preferred, scheme, data, shown, heights });
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
  target: Element,
  words: Words,
  problems: Problem[],
  data: string | null,
  heights: HeightSpeaker,
): Promise<void> {
  const { default: ErrorPanel } = await import('./ui/ErrorPanel.svelte');
  writeDocument({ title: words.t('error.title') });
  target.replaceChildren();
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
        boot(target, heights).catch(() => showLastResort(target));
      },
    },
  });
}

function showLoading(target: Element, words: Words): void {
  const line = document.createElement('p');
  line.dataset.loading = '';
  line.textContent = words.t('app.loading');
  target.replaceChildren(line);
}

interface Start {
  preferred: Locale;
  scheme: AppState['scheme'];
  data: string | null;
  shown: Shown;
  heights: HeightSpeaker;
}

function start(
  target: Element,
  loaded: LoadedStory,
  words: Words,
  { preferred, scheme, data, shown, heights }: Start,
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

  followPageWidth(app);
  const { share, show } = startSync(app, {
    isLocale,
    preferred,
    setLanguage,
    stopMoving: () => stopFlight(app.viewport),
    onwrite: heights.tellState,
  });
  startNarrator(app);
  keepDocument(
    () => ({ lang: app.words.locale, title: app.story.title, scheme: app.scheme }),
    app.mode === 'page',
  );
  target.replaceChildren();
  mount(FailureBar, { target: document.body, props: { failures, words: () => app.words } });
  mount(App, { target, props: { app, setLanguage, share } });
  heights.onstate(show);
  const content = target.querySelector('[data-content]');
  if (content) heights.follow(content);
}
