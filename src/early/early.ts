/**
 * Runs before anything else, inlined into every prerendered page. Such a page is a document until somebody comes near:
 * only then, or when it does not show what is wanted, are its scripts brought, and never before it is painted. What is
 * pressed until they have come is remembered, and said to be heard; and it is said if they do not come. Small, and needs
 * nothing that it does not bring.
 */
export interface Press {
  type: 'click' | 'change' | 'keydown';
  control: Element;
  key: string;
}

export interface Early {
  pressed: Press[];
  /** Turns of the wheel over the picture that would have moved it. */
  turned: WheelEvent[];
  /** Resolves when no finger holds the page and it does not scroll; or after a while all the same. */
  calm: () => Promise<void>;
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
/** All that an address may ask for (src/url/codec.ts). */
const ASKS =
  'data view mode lang from to thread select step check pace scale scheme reading others level only paper parts plain static session'.split(
    ' ',
  );
/** What a reader does first; hearing and reading need nothing. */
const SIGNS = 'pointermove pointerdown touchstart wheel scroll keydown focusin click'.split(' ');
/** The picture is drawn for one size: so much of it may its place differ before its words are too small. */
const FITS = 0.04;
/** It is as high as the window leaves room for by our letters; others may leave less: so much of its foot is empty, px. */
const FOOT = 10;
/** The list is drawn for widths from here to there, px: narrower and wider ones have other lanes (views/threads/gutter). */
const LIST = [312, 560] as const;
/** A scrolling page has come to rest after so long, ms; and so long is waited for it. */
const REST = 120;
const PATIENCE = 4000;

const root = document.documentElement;
const query = new URLSearchParams(location.search);
const state = history.state as { renewed?: string } | null;
const asked = [...query.keys()].filter(
  (key) => ASKS.includes(key) && (key !== 'lang' || query.get(key) !== root.lang),
);
// What stands in the page is not what was asked for.
const away = asked.some((key) => /data|view|mode|lang/.test(key));
if (away) root.dataset.away = '';

const listening = new AbortController();
const { signal } = listening;
const early = { capture: true, signal };
const pressed: Press[] = [];
const turned: WheelEvent[] = [];
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
for (const type of ['click', 'change', 'keydown']) addEventListener(type, hear, early);

const bring = (): void => {
  const parts = document.querySelector<HTMLTemplateElement>('template[data-live]');
  parts?.replaceWith(document.importNode(parts.content, true));
};
const painted = new Promise<void>((done) =>
  addEventListener(
    'DOMContentLoaded',
    // A page that nobody sees is not painted.
    () => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))),
  ),
);
const near = (event?: Event): void => {
  const { movementX: x, movementY: y } = (event ?? {}) as Partial<PointerEvent>;
  // Browsers also tell of a mouse that lies still.
  if (event?.type !== 'pointermove' || x !== 0 || y !== 0) void painted.then(bring);
};
for (const sign of SIGNS) addEventListener(sign, near, { ...early, passive: true });

const picture = () => document.querySelector<SVGSVGElement>('[data-prerendered] [data-stage] > svg');
/** Whether what stands there is to be drawn anew for the place it has. */
const misfits = (): boolean => {
  const list = document.querySelector<HTMLElement>('[data-at="narrow"] [data-view]');
  const room = list?.clientWidth ?? 0;
  // The flow down a page is words only before its width is known.
  if (room > 0 && (room < LIST[0] || room >= LIST[1] || list?.dataset.view === 'flow')) return true;
  const svg = picture();
  const place = svg?.parentElement?.getBoundingClientRect();
  if (!svg || !place?.width) return false;
  if (svg.getBoundingClientRect().height - place.height > FOOT) return true;
  const { width, height } = svg.viewBox.baseVal;
  const off = (is: number, drawn: number) => Math.abs(is / drawn - 1) > FITS;
  return off(place.width, width) || off(place.height, height) || getComputedStyle(root).fontSize !== '16px';
};
const fit = () => misfits() && bring();

if (away) bring();
else if (root.dataset.mode !== 'embed') {
  let scheme = query.get('scheme');
  try {
    scheme ??= localStorage.getItem('fifty-years.scheme');
  } catch {
    // A browser without memory.
  }
  if (/^(light|dark)$/.test(scheme ?? '')) root.dataset.scheme = scheme ?? '';
  // An entry with a state is one that the reader comes back to.
  if (asked.length > 0 || scheme || state) near();
  void painted.then(() => {
    fit();
    // With Ctrl or sideways the wheel is the picture’s: else the browser would zoom, or go back.
    picture()?.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
        event.preventDefault();
        turned.push(event);
      },
      { passive: false },
    );
  });
  addEventListener('resize', () => void painted.then(fit), early);
}

let held = false;
let scrolled = -REST;
addEventListener('scroll', () => (scrolled = performance.now()), early);
for (const type of ['touchstart', 'touchend', 'touchcancel', 'mousedown', 'mouseup'])
  addEventListener(
    type,
    (event) => {
      const { touches, buttons } = event as TouchEvent & MouseEvent;
      held = (touches?.length ?? buttons) > 0;
    },
    { ...early, passive: true },
  );
const calm = async (): Promise<void> => {
  const since = performance.now();
  for (let now = since; (held || now - scrolled < REST) && now - since < PATIENCE; now = performance.now())
    await new Promise((done) => setTimeout(done, REST / 2));
};

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
  early,
);
addEventListener(
  'click',
  ({ target }) => {
    if (!(target as Element).closest('[data-stuck] button')) return;
    // Whoever asks for its scripts has them brought at once.
    history.replaceState({ ...state }, '');
    location.reload();
  },
  { capture: true },
);

globalThis.early = {
  pressed,
  turned,
  calm,
  renew,
  stuck,
  stop: () => {
    clearTimeout(timer);
    listening.abort();
    for (const line of document.querySelectorAll('[data-hearing], [data-stuck]')) line.remove();
  },
};
