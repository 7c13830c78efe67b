/**
 * The page without a browser: what the build writes into its HTML. The same components, drawn twice, for wide pages
 * and for narrow ones (a style sheet shows the one that fits), at sizes that stand for all.
 */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Locale } from './i18n/locales';
import { makeWords, type Messages } from './i18n/words';
import ServerPage from './ServerPage.svelte';
import type { AppState, Sheet, ViewId } from './state/app-state.svelte';
import type { Story } from './story/story';
import type { StoryDetail } from './story/story-detail';
import type { Told } from './url/page-address';
import FlowView from './views/flow/FlowView.svelte';
import type { ViewProps } from './views/registry';
import Stage from './views/stage/Stage.svelte';
import ThreadsView from './views/threads/ThreadsView.svelte';

export interface ServerStory {
  story: Story;
  messages: Messages;
  detail: StoryDetail;
  locale: Locale;
  told: Told;
}

/** The stage of a window of 1440 × 900 px, alone and with the panel beside it; the list of a phone. */
const ALONE = 1392;
const BESIDE = 1000;
/** What is left for the stage, px: in French what stands below it takes a second line. */
const HEIGHT: Record<Locale, number> = { en: 682, fr: 644 };
const NARROW: Sheet = { width: 358, height: 0 };

/** HTML of the body: of a wide page and of a narrow one, and the foot of both. */
export interface Drawn {
  wide: string;
  narrow: string;
  foot: string;
}

const DRAWN: Record<ViewId, Component<ViewProps>> = {
  stage: Stage,
  threads: ThreadsView,
  flow: FlowView,
  table: ThreadsView,
};

export function drawPage({ story, detail, messages, locale, told }: ServerStory): Drawn {
  const words = makeWords(locale, messages);
  const never = () => Promise.reject(new Error('on a server'));
  const loaded = { story, detail: never, questions: never };
  const draw = (narrow: boolean) =>
    render(ServerPage, {
      idPrefix: narrow ? 'n' : 'w',
      props: {
        ...{ loaded, words, told, detail, narrow },
        sheet: narrow ? NARROW : { width: told.step === null ? ALONE : BESIDE, height: HEIGHT[locale] },
        view: ({ view }: AppState) => DRAWN[view],
      },
    }).body;
  const [wide = ''] = draw(false).split('<footer');
  const [narrow = '', foot = ''] = draw(true).split('<footer');
  return { wide, narrow, foot: `<footer${foot.split('</footer>')[0] ?? ''}</footer>` };
}
