/**
 * The part of the monkey that sits in the page: it does random things, as events of pointers, keys and fields, and
 * always the same ones for the same seed. Each function stands for itself: nothing from outside of it is there.
 */

/** Runs before the page’s own script: numbers the history’s entries, so that going back never leaves the page. */
export function numberHistory(): void {
  const count = { refused: 0 };
  Object.assign(window, { historyCount: count });
  const at = () => Number((history.state as { entry?: number } | null)?.entry ?? 0);
  const { pushState, replaceState } = history;
  const set = (
    real: History['pushState'],
    state: unknown,
    address: string | URL | null | undefined,
    entry: number,
  ) => {
    try {
      real.call(history, { ...(state as object | null), entry }, '', address);
    } finally {
      // Asked too often, some browsers throw and some just do nothing.
      if (address && new URL(address, location.href).href !== location.href) count.refused++;
    }
  };
  history.pushState = (state, _, address) => set(pushState, state, address, at() + 1);
  history.replaceState = (state, _, address) => set(replaceState, state, address, at());
}

export interface MonkeyPlan {
  seed: number;
  count: number;
  /** Addresses to go to, as a link would. */
  queries: string[];
  words: string[];
}

/** Does `count` random things; tells what it did. */
export async function act({ seed, count, queries, words }: MonkeyPlan): Promise<string[]> {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const chance = (share: number) => random() < share;
  const among = <T>(all: ArrayLike<T>): T | undefined => all[Math.floor(random() * all.length)];
  const within = (from: number, to: number) => from + random() * (to - from);
  // A window that nobody looks at may draw no frame for a while: that is not waited for.
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(done);
      setTimeout(done, 1000);
    });
  // Between real events the page always comes to itself; a timer would be too slow for it.
  const { port1, port2 } = new MessageChannel();
  const breath = () =>
    new Promise<void>((done) => {
      port1.onmessage = () => done();
      port2.postMessage(null);
    });
  const sayOf = (it: Element | null | undefined) =>
    it
      ? `${it.localName}[${it.getAttribute('data-id') ?? it.getAttribute('aria-label') ?? (it.textContent ?? '').trim().slice(0, 30)}]`
      : 'nothing';
  const all = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((it) => it.getClientRects().length > 0);
  const middleOf = (it: Element) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const common = { bubbles: true, cancelable: true, composed: true };
  let pointers = 10;
  const point = (type: string, target: Element, x: number, y: number, id: number, kind: string) => {
    target.dispatchEvent(
      new PointerEvent(type, {
        ...common,
        pointerId: id,
        pointerType: kind,
        isPrimary: true,
        clientX: x,
        clientY: y,
        button: type === 'pointermove' ? -1 : 0,
        buttons: type === 'pointerup' || type === 'pointercancel' ? 0 : 1,
      }),
    );
    return breath();
  };
  const tap = async (target: Element, x: number, y: number) => {
    const kind = chance(0.5) ? 'touch' : 'mouse';
    const id = pointers++;
    if (kind === 'mouse') await point('pointermove', target, x, y, id, kind);
    await point('pointerdown', target, x, y, id, kind);
    await point('pointerup', target, x, y, id, kind);
    // What is gone by now is not clicked.
    if (!target.isConnected) return;
    if (target instanceof HTMLElement && target.matches('button, a, input, label, select, summary')) {
      target.focus({ preventScroll: true });
      target.click();
    } else {
      target.closest<SVGElement>('[tabindex]')?.focus({ preventScroll: true });
      target.dispatchEvent(new MouseEvent('click', { ...common, clientX: x, clientY: y, detail: 1 }));
    }
  };
  const ground = () => {
    const box =
      document.querySelector('[data-view]')?.getBoundingClientRect() ??
      new DOMRect(0, 0, innerWidth, innerHeight);
    const x = within(Math.max(0, box.left), Math.min(innerWidth, box.right));
    const y = within(Math.max(0, box.top), Math.min(innerHeight, box.bottom));
    return { x, y, target: document.elementFromPoint(x, y) ?? document.body };
  };

  const ACTIONS: [weight: number, name: string, work: () => string | Promise<string>][] = [
    [
      18,
      'tap a mark',
      async () => {
        const it = among(all('[data-view] [data-id], main table [data-id]'));
        if (it) await tap(it, middleOf(it).x, middleOf(it).y);
        return sayOf(it);
      },
    ],
    [
      4,
      'tap anywhere in the view',
      async () => {
        const { x, y, target } = ground();
        await tap(target, x, y);
        return `${Math.round(x)} ${Math.round(y)} ${sayOf(target)}`;
      },
    ],
    [
      14,
      'press',
      async () => {
        const it = among(all('button:not([lang]), summary, a[href^="#"], [role="slider"]'));
        if (it) await tap(it, middleOf(it).x, middleOf(it).y);
        return sayOf(it);
      },
    ],
    [
      3,
      'switch the view',
      () => {
        const it = among(all('header .views button'));
        it?.click();
        return sayOf(it);
      },
    ],
    [
      1,
      'switch the language',
      () => {
        const it = among(all('header button[lang]'));
        it?.click();
        return sayOf(it);
      },
    ],
    [
      3,
      'choose in a field',
      () => {
        const it = among(all('select, input[type="radio"], input[type="checkbox"], label'));
        if (it instanceof HTMLSelectElement) {
          it.value = among(it.options)?.value ?? it.value;
          it.dispatchEvent(new Event('change', common));
        } else it?.click();
        return `${sayOf(it)} ${it instanceof HTMLSelectElement ? it.value : ''}`;
      },
    ],
    [
      4,
      'type',
      () => {
        const it = among(all('input[type="search"], input[type="text"], input:not([type])')) as
          HTMLInputElement | undefined;
        const word = chance(0.3) ? '' : (among(words) ?? '').slice(0, Math.ceil(within(0, 12)));
        if (it) {
          it.focus({ preventScroll: true });
          it.value = word;
          it.dispatchEvent(new InputEvent('input', common));
        }
        return `${sayOf(it)} “${word}”`;
      },
    ],
    [
      20,
      'key',
      () => {
        const stop = document.querySelector<HTMLElement>('[data-view] [tabindex="0"]');
        if (chance(0.4) || document.activeElement === document.body) stop?.focus({ preventScroll: true });
        const key =
          among([
            ...[
              'ArrowLeft',
              'ArrowRight',
              'ArrowUp',
              'ArrowDown',
              'ArrowLeft',
              'ArrowRight',
              'ArrowUp',
              'ArrowDown',
            ],
            ...[
              'Home',
              'End',
              'PageUp',
              'PageDown',
              'Enter',
              ' ',
              'Escape',
              '+',
              '-',
              '0',
              'f',
              'n',
              'p',
              't',
              '?',
              '/',
              '[',
              ']',
            ],
          ]) ?? '';
        const said = { ...common, key, shiftKey: chance(0.15) };
        const at = document.activeElement ?? document.body;
        const name = `${key} at ${sayOf(at)}`;
        const kept = at.dispatchEvent(new KeyboardEvent('keydown', said));
        if (kept && (key === 'Enter' || key === ' '))
          if (at instanceof HTMLElement && at.matches('button, summary')) at.click();
        at.dispatchEvent(new KeyboardEvent('keyup', said));
        return name;
      },
    ],
    [
      3,
      'focus',
      () => {
        const it = among(all('button, input, select, summary, a[href], [tabindex="0"]'));
        it?.focus({ preventScroll: true });
        return sayOf(it);
      },
    ],
    [
      10,
      'wheel',
      () => {
        const { x, y, target } = ground();
        const turn = {
          ...common,
          clientX: x,
          clientY: y,
          ctrlKey: chance(0.7),
          deltaX: chance(0.3) ? within(-300, 300) : 0,
          deltaY: within(-500, 500),
        };
        target.dispatchEvent(new WheelEvent('wheel', turn));
        return `${Math.round(turn.deltaX)} ${Math.round(turn.deltaY)}${turn.ctrlKey ? ' with Ctrl' : ''}`;
      },
    ],
    [
      9,
      'drag',
      async () => {
        const { x, y, target } = ground();
        const fingers = chance(0.4) ? 2 : 1;
        const kind = fingers === 2 || chance(0.6) ? 'touch' : 'mouse';
        const ids = Array.from({ length: fingers }, () => pointers++);
        const ways = ids.map(() => [within(-300, 300), within(-60, 60)] as const);
        for (const [i, id] of ids.entries()) await point('pointerdown', target, x + i * 60, y, id, kind);
        for (let step = 1; step <= 5; step++)
          for (const [i, id] of ids.entries()) {
            const [dx, dy] = ways[i] ?? [0, 0];
            await point('pointermove', target, x + i * 60 + (dx * step) / 5, y + (dy * step) / 5, id, kind);
          }
        const ends = chance(0.2) ? 'pointercancel' : 'pointerup';
        for (const [i, id] of ids.entries())
          await point(ends, target, x + i * 60 + (ways[i]?.[0] ?? 0), y, id, kind);
        if (fingers === 1 && ends === 'pointerup')
          target.dispatchEvent(new MouseEvent('click', { ...common, clientX: x, clientY: y, detail: 1 }));
        return `${fingers} ${kind} at ${sayOf(target)} ${ends}`;
      },
    ],
    [
      3,
      'scroll',
      () => {
        const by = within(-900, 900);
        scrollBy({ top: by, behavior: 'instant' });
        return String(Math.round(by));
      },
    ],
    [
      4,
      'go back or forward',
      () => {
        const entry = Number((history.state as { entry?: number } | null)?.entry ?? 0);
        const by = chance(0.6) && entry > 0 ? -1 : 1;
        history.go(by);
        return String(by);
      },
    ],
    [
      2,
      'follow a link to a state',
      () => {
        const query = among(queries) ?? '';
        history.pushState(null, '', location.pathname + query);
        dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
        return query;
      },
    ],
  ];
  const total = ACTIONS.reduce((sum, [weight]) => sum + weight, 0);
  const log: string[] = [];
  // For whoever asks why it does not come to its end.
  Object.assign(window, { monkeyLog: log });
  for (let i = 0; i < count; i++) {
    let left = within(0, total);
    const [, name, work] = ACTIONS.find(([weight]) => (left -= weight) < 0) ?? ACTIONS[0]!;
    log.push(`${name}: …`);
    log[i] = `${name}: ${await work()}`;
    await (chance(0.1) ? frame() : breath());
  }
  return log;
}
