/**
 * Runs before anything else, inlined into every prerendered page: remembers what is pressed before the scripts have
 * come, says that it was heard, and says so if they do not come. Small, and needs nothing that it does not bring.
 */
export interface Press {
  type: 'click' | 'change' | 'keydown';
  control: Element;
  key: string;
}

export interface Early {
  pressed: Press[];
  /** Listens no more. */
  stop: () => void;
  /**
   * A script could not be had. If the host has another build by now the page is loaded again, once for each build;
   * resolves to false if that would not help.
   */
  renew: () => Promise<boolean>;
  /** Says that the page can be read but does nothing. */
  stuck: () => void;
}

declare global {
  var early: Early | undefined;
}

/** So long may pass until something is seen of a press, ms. */
const SOON = 300;
/** What makes the stage or the list move; in between they are the browser’s. */
const KEYS = /^(Arrow|Enter$|Page|Home$|End$|Backspace$|[+=0f−-]$)/;

const root = document.documentElement;
const query = new URLSearchParams(location.search);
// What stands in the page is not what was asked for.
if (['data', 'view', 'mode'].some((key) => query.has(key)) || (query.get('lang') ?? root.lang) !== root.lang)
  root.dataset.away = '';

const listening = new AbortController();
const { signal } = listening;
const pressed: Press[] = [];
const show = (line: string) => document.querySelector(`[data-${line}]`)?.removeAttribute('hidden');
let timer: ReturnType<typeof setTimeout> | undefined;

const hear = (event: Event): void => {
  const { type } = event;
  const key = (event as KeyboardEvent).key ?? '';
  const wanted = { click: 'button, [data-id]', change: 'select, input', keydown: '[data-view] [data-id]' }[
    type
  ];
  const control = (event.target as Element).closest(wanted ?? '');
  if (!control?.closest('[data-prerendered]') || (type === 'keydown' && !KEYS.test(key))) return;
  // Enter presses a button by itself.
  if (type === 'keydown' && key === 'Enter' && control.matches('button')) return;
  if (type === 'keydown') event.preventDefault();
  pressed.push({ type: type as Press['type'], control, key });
  control.setAttribute('aria-busy', 'true');
  timer ??= setTimeout(show, SOON, 'hearing');
};
for (const type of ['click', 'change', 'keydown']) addEventListener(type, hear, { capture: true, signal });

const script = () => document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
const stuck = (): void => {
  clearTimeout(timer);
  document.querySelector('[data-hearing]')?.setAttribute('hidden', '');
  // Our own story as it stands says more than a line that waits for ever.
  if (!query.has('data')) delete root.dataset.away;
  show('stuck');
};
const renew = async (): Promise<boolean> => {
  const mine = script();
  const state = history.state as { renewed?: string } | null;
  if (state?.renewed === mine) return false;
  try {
    const answer = await fetch(location.href, { cache: 'reload' });
    const html = await answer.text();
    if (!html.includes('type="module"') || html.includes(mine.replace(/^.*\//, ''))) return false;
    // The entry’s own state needs no storage, and outlives the reload.
    history.replaceState({ ...state, renewed: mine }, '');
    location.reload();
    return true;
  } catch {
    return false;
  }
};
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) void renew().then((coming) => coming || stuck());
  },
  { capture: true, signal },
);
addEventListener(
  'click',
  ({ target }) => {
    if ((target as Element).closest('[data-stuck] button')) location.reload();
  },
  { capture: true },
);

globalThis.early = {
  pressed,
  renew,
  stuck,
  stop: () => {
    clearTimeout(timer);
    listening.abort();
    for (const line of document.querySelectorAll('[data-hearing], [data-stuck]')) line.remove();
  },
};
