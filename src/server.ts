/**
 * The page without a browser: what the build writes into its HTML. The same components, drawn twice, for wide pages
 * and for narrow ones (a style sheet shows the one that fits), at sizes that stand for all.
 */
import { render } from 'svelte/server';
import type { Locale } from './i18n/locales';
import { makeWords, type Messages } from './i18n/words';
import ServerPage from './ServerPage.svelte';
import type { Sheet } from './state/app-state.svelte';
import type { Story } from './story/story';
import Stage from './views/stage/Stage.svelte';
import ThreadsView from './views/threads/ThreadsView.svelte';

export interface ServerStory {
  story: Story;
  messages: Messages;
  locale: Locale;
  thread: string | null;
}

/** The stage of a window of 1440 × 900 px; the list of a phone. */
const WIDE: Sheet = { width: 1392, height: 682 };
const NARROW: Sheet = { width: 358, height: 0 };

/** HTML of the body: of a wide page and of a narrow one, and the foot of both. */
export interface Drawn {
  wide: string;
  narrow: string;
  foot: string;
}

export function drawPage({ story, messages, locale, thread }: ServerStory): Drawn {
  const words = makeWords(locale, messages);
  const never = () => Promise.reject(new Error('on a server'));
  const loaded = { story, detail: never, questions: never };
  const draw = (narrow: boolean) =>
    render(ServerPage, {
      idPrefix: narrow ? 'n' : 'w',
      props: {
        ...{ loaded, words, thread, narrow },
        sheet: narrow ? NARROW : WIDE,
        view: narrow ? ThreadsView : Stage,
      },
    }).body;
  const [wide = ''] = draw(false).split('<footer');
  const [narrow = '', foot = ''] = draw(true).split('<footer');
  return { wide, narrow, foot: `<footer${foot.split('</footer>')[0] ?? ''}</footer>` };
}
