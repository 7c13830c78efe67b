/** One window of WebKitGTK, in the words of the WebDriver standard. Only what our tests ask for. */
import type { Driver } from './driver';

const LIMIT = 120_000; // ms for one command; a busy machine takes its time
const SETTLE_LIMIT = 15_000; // ms for a state to come

interface Point {
  x: number;
  y: number;
}

export class Session {
  readonly #base: string;

  private constructor(base: string) {
    this.#base = base;
  }

  static async start({ url, browser }: Driver): Promise<Session> {
    const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
    const { sessionId } = await ask<{ sessionId: string }>('POST', `${url}/session`, {
      capabilities: { alwaysMatch: { ...options, timeouts: { script: LIMIT - 10_000 } } },
    });
    return new Session(`${url}/session/${sessionId}`);
  }

  #ask = <T>(method: string, path: string, body?: unknown) => ask<T>(method, this.#base + path, body);

  end = () => this.#ask<null>('DELETE', '');
  goto = (url: string) => this.#ask<null>('POST', '/url', { url });
  reload = () => this.#ask<null>('POST', '/refresh', {});
  url = () => this.#ask<string>('GET', '/url');
  /** A PNG in base 64. */
  screenshot = () => this.#ask<string>('GET', '/screenshot');

  /** Makes what the page is drawn in so large, px: the window is larger by what stands around it. */
  async resize(width: number, height: number): Promise<void> {
    const inner = () => this.run(() => [innerWidth, innerHeight] as const);
    const want = { width, height };
    for (let turn = 0; turn < 3; turn++) {
      await this.#ask('POST', '/window/rect', want);
      const [w, h] = await inner();
      if (w === width && h === height) return;
      // A page that has not heard of its new size yet would ask for less than nothing.
      want.width = Math.max(width, want.width + width - w);
      want.height = Math.max(height, want.height + height - h);
    }
  }

  /** Runs a function in the page; what it gives and takes must be JSON. It may be async. */
  async run<T, A extends unknown[]>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      const given = Array.prototype.slice.call(arguments, 0, -1);
      Promise.resolve().then(() => (${work.toString()})(...given)).then(
        (value) => done({ value }), (error) => done({ error: String(error) + '\\n' + (error && error.stack) }));`;
    const { value, error } = await this.#ask<{ value?: T; error?: string }>('POST', '/execute/async', {
      script,
      args,
    });
    if (error !== undefined) throw new Error(error);
    return value as T;
  }

  /** From here on all is done in the frame of that place among those of the page; null: in the page itself. */
  frame = (id: number | null) => this.#ask<null>('POST', '/frame', { id });

  /** Waits until `work` gives something true in the page. */
  async until<A extends unknown[]>(what: string, work: (...args: A) => unknown, ...args: A): Promise<void> {
    const end = Date.now() + SETTLE_LIMIT;
    while (!(await this.run(work, ...args))) {
      if (Date.now() > end) throw new Error(`${what}: not within ${SETTLE_LIMIT / 1000} s`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** A second window beside this one; what follows is done in the one that `look` names. */
  newWindow = async () =>
    (await this.#ask<{ handle: string }>('POST', '/window/new', { type: 'window' })).handle;
  thisWindow = () => this.#ask<string>('GET', '/window');
  look = (handle: string) => this.#ask<null>('POST', '/window', { handle });
  closeWindow = () => this.#ask<string[]>('DELETE', '/window');

  /** By CSS, or by XPath where it begins with “//”. */
  async find(selector: string): Promise<string> {
    const using = selector.startsWith('//') ? 'xpath' : 'css selector';
    const found = await this.#ask<object>('POST', '/element', { using, value: selector });
    return Object.values(found)[0] as string;
  }
  click = async (selector: string) =>
    this.#ask<null>('POST', `/element/${await this.find(selector)}/click`, {});
  /** The name and role that WebKit itself computes for assistive technology. */
  nameOf = async (selector: string) =>
    this.#ask<string>('GET', `/element/${await this.find(selector)}/computedlabel`);
  roleOf = async (selector: string) =>
    this.#ask<string>('GET', `/element/${await this.find(selector)}/computedrole`);

  #act = (actions: object[]) => this.#ask<null>('POST', '/actions', { actions });
  /** Presses keys one after the other; see the standard for those without a letter. */
  keys = (...values: string[]) =>
    this.#act([
      {
        type: 'key',
        id: 'keys',
        actions: values.flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      },
    ]);
  /** Turns the wheel by `deltaY` px. Keys that are held do not reach it in this driver. */
  wheel = (at: Point, deltaY: number) =>
    this.#act([
      {
        type: 'wheel',
        id: 'wheel',
        // Nothing may follow it: the driver would turn the wheel back.
        actions: [{ type: 'scroll', ...round(at), deltaX: 0, deltaY, duration: 0, origin: 'viewport' }],
      },
    ]);
  drag = (from: Point, to: Point) =>
    this.#act([
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', ...round(from) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerMove', ...round(to), duration: 200 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
}

const round = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

async function ask<T>(method: string, url: string, body?: unknown): Promise<T> {
  const answer = await fetch(url, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(LIMIT),
  });
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
