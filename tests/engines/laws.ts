/** What must hold after whatever a reader did. The functions run in the page, each standing for itself. */
import { data } from '../e2e/support/story';

export interface Known {
  things: string[];
  threads: string[];
  /** Dates of the events, as exact as they are known. */
  dates: string[];
  /** Rows of the list without and with what went to other meetings. */
  rows: [number, number];
  years: [first: number, last: number];
  /** The period of each step of the guided story, as the data write it; nothing for the whole. */
  steps: Record<string, { from?: string; to?: string }>;
}

const offstage = data.nodes.filter((node) => node.offstage).length;
const listed = data.events.length + data.summits.length + data.nodes.length;
export const KNOWN: Known = {
  things: [data.events, data.summits, data.nodes, data.links].flat().map(({ id }) => id),
  threads: data.threads.map(({ id }) => id),
  dates: data.events.map(({ date }) => date),
  rows: [listed - offstage, listed],
  years: [1973, 2026],
  steps: Object.fromEntries(
    data.steps.map(({ id, from, to }) => [id, { ...(from && { from }), ...(to && { to }) }]),
  ),
};

/** Waits until nothing is on its way: no view that loads, no camera that flies, no address to be written. */
export async function rest(): Promise<void> {
  // Where motion is not reduced, a flight and the writing of its address take 750 ms.
  const STILL = 1000;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const seen = () => `${location.search} ${document.querySelector('[data-view], main table') !== null}`;
  const end = performance.now() + 15_000;
  for (let before = '', since = 0; performance.now() < end;) {
    await frame();
    const now = seen();
    if (now !== before) since = performance.now();
    before = now;
    if (now.endsWith('true') && performance.now() - since > STILL) return;
  }
}

/** The laws that are broken, in words. */
export function broken(known: Known): string[] {
  const found: string[] = [];
  const law = (holds: boolean, words: string) => holds || found.push(words);
  const all = <E extends HTMLElement | SVGElement>(selector: string) => [
    ...document.querySelectorAll<E>(selector),
  ];

  for (const fault of Reflect.get(window, 'faults') as string[]) found.push(fault);

  const view = document.querySelector<HTMLElement>('[data-view]');
  const shown = view ?? document.querySelector<HTMLElement>('main table, main [role="alert"]');
  law((shown?.getBoundingClientRect().height ?? 0) > 20, 'the page is blank');
  law((document.body.innerText ?? '').length > 200, 'the page has no words');

  // A browser that was asked too often leaves it as it was.
  const addressIsTrue = (Reflect.get(window, 'historyCount') as { refused: number }).refused === 0;
  const params = new URLSearchParams(location.search);
  const select = params.get('select');
  law(select === null || known.things.includes(select), `“${select}” is chosen, which is not in the story`);
  const thread = params.get('thread');
  law(thread === null || known.threads.includes(thread), `“${thread}” is traced, which is no thread`);
  const pressed = all('[data-view] [aria-pressed="true"][data-kind]').filter(({ dataset }) =>
    ['event', 'summit', 'node', 'link'].includes(dataset.kind ?? ''),
  );
  law(
    new Set(pressed.map(({ dataset }) => dataset.id)).size <= 1,
    `${pressed.length} marks are chosen at once`,
  );
  for (const { dataset } of pressed)
    law(known.things.includes(dataset.id ?? ''), `the mark ${dataset.id} is not in the story`);

  // An address that leaves the period to its step means the step's.
  const told = params.has('from') ? undefined : known.steps[params.get('step') ?? ''];
  const from = params.get('from') ?? told?.from ?? null;
  const to = params.get('to') ?? told?.to ?? null;
  law((from === null) === (to === null), `half a window: ${from} to ${to}`);
  if (from !== null && to !== null) {
    const least = Math.min(from.length, to.length);
    law(from.slice(0, least) <= to.slice(0, least), `a window that ends before it starts: ${from} to ${to}`);
    const years = [from, to].map((date) => Number(date.slice(0, 4)));
    for (const year of years)
      law(
        year >= known.years[0] && year <= known.years[1],
        `a window outside of the story: ${from} to ${to}`,
      );
  }
  const handle = (part: string) => {
    const value = document
      .querySelector(`[data-minimap] [data-part="${part}"]`)
      ?.getAttribute('aria-valuenow');
    return value == null ? null : Number(value);
  };
  const [start, end] = [handle('start'), handle('end')];
  if (start !== null && end !== null)
    law(start >= 0 && start <= end && end <= 100, `the minimap shows ${start} to ${end} of 100`);

  const counted = (root: string) =>
    all(`${root} [data-kind="cluster"][data-count]`).reduce(
      (sum, { dataset }) => sum + Number(dataset.count),
      0,
    );
  if (view?.dataset.view === 'stage') {
    const events = all('[data-view="stage"] g[data-kind="event"]').length + counted('[data-view="stage"]');
    // Outside of the window nothing is drawn; at its very edges it may be. A window that ends at noon may leave a day out.
    const inside = known.dates.filter(
      (date) =>
        (from === null || date.slice(0, from.length) > from) &&
        (to === null || date.slice(0, to.length) < to.slice(0, date.length)),
    ).length;
    const holds =
      from === null ? events === known.dates.length : events >= inside && events <= known.dates.length;
    if (addressIsTrue) law(holds, `${events} of at least ${inside} events are shown or counted on the stage`);
  }
  if (view?.dataset.view === 'threads') {
    const rows = all(
      '[data-view="threads"] :is([data-kind="event"], [data-kind="summit"], [data-kind="node"])[data-id]',
    );
    const sum = rows.length + counted('[data-view="threads"]');
    law(
      known.rows.includes(sum),
      `${sum} of ${known.rows.join(' or ')} rows are shown or counted in the list`,
    );
  }
  if (view) {
    const stops = all('[data-view] [tabindex="0"]').map((it) => it.dataset.id ?? it.localName);
    // Each table is one of its own.
    const most = Math.max(1, view.querySelectorAll('table').length);
    const least = view.querySelector('[data-id]') ? 1 : 0;
    law(
      stops.length >= least && stops.length <= most,
      `${stops.length} tab stops in ${view.dataset.view}: ${stops.join(', ')}`,
    );
  }
  const focused = document.activeElement;
  law(focused?.isConnected === true, 'the focus is on something that is gone');
  law(
    focused === document.body || (focused?.getClientRects().length ?? 0) > 0,
    `the focus is on something unseen: ${focused?.localName}`,
  );
  return found;
}

export interface Seen {
  search: string;
  view: string;
  words: string;
  /** Share of the minimap before the window and after it, %. */
  window: number[];
}

/** What of the state can be seen, to be the same after the address is loaded anew. */
export function seen(): Seen {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const ids = (selector: string) => all(selector).map(({ dataset }) => dataset.id);
  const pressed = all('[data-view] [aria-pressed="true"][data-kind], main table [aria-pressed="true"]')
    .filter(({ dataset }) => dataset.kind !== 'cluster')
    .map(({ dataset }) => dataset.id);
  const values = ['start', 'end'].flatMap((part) => {
    const value = document
      .querySelector(`[data-minimap] [data-part="${part}"]`)
      ?.getAttribute('aria-valuenow');
    return value == null ? [] : [Number(value)];
  });
  return {
    search: location.search,
    view: document.querySelector<HTMLElement>('[data-view]')?.dataset.view ?? 'table',
    words: JSON.stringify([
      document.documentElement.lang,
      document.documentElement.dataset.scheme ?? 'auto',
      // The card of what is chosen names its thread too, unless another lies over it.
      [...new Set(ids('button[data-kind="thread"][aria-pressed="true"]'))],
      [...new Set(pressed)],
      all('input[name="scale"]').map((each) => (each as HTMLInputElement).checked),
    ]),
    window: values,
  };
}
