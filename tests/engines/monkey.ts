/** The monkey: random actions in any engine, in batches, with the laws looked at after each. */
import { data } from '../e2e/support/story';
import { broken, KNOWN, rest, seen } from './laws';
import { act, type MonkeyPlan } from './monkey-page';

/** What an engine must be able to do for it. */
export interface Cage {
  run: <T, A extends unknown[]>(work: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>;
  goto: (query: string) => Promise<unknown>;
  reload: () => Promise<unknown>;
  /** Not every engine can. */
  resize: (width: number, height: number) => Promise<unknown>;
}

export interface MonkeyOptions {
  actions: number;
  seed: number;
  sizes: readonly (readonly [width: number, height: number])[];
}

/** ACTIONS and SEED in the environment choose how much and which; so a failure can be had again. */
export const monkeyOptions = (usual: number): Pick<MonkeyOptions, 'actions' | 'seed'> => ({
  actions: Number(process.env.MONKEY_ACTIONS || usual),
  seed: Number(process.env.MONKEY_SEED || 20251123),
});

const BATCH = 50;
/** Every so many batches the address is loaded anew; and after as many the page changes its size. */
const RELOAD_EVERY = 6;
const RESIZE_EVERY = 5;
/** Browsers refuse more than a number of changes of the address in so long a time, ms. */
const FORGIVEN = 11_000;

const SOME = ['o-call', 'n-plan-2024', 's-2001-rome', 'n-plan-2024__o-call'];
const QUERIES: MonkeyPlan['queries'] = [
  '',
  '?from=1990&to=2005',
  '?from=2025-11-20&to=2025-11-26&others=1',
  '?view=stage&scale=even',
  '?view=threads&thread=cybercrime',
  '?view=flow',
  '?view=table&from=2001&to=2002',
  '?step=founding',
  '?step=one-thread&view=threads',
  '?step=asked',
  '?step=three-days&thread=&select=',
  ...SOME.map((id) => `?select=${id}`),
];
const WORDS = [
  'cyber',
  'crime',
  'smuggling',
  'Rome',
  'trafic',
  'zzz',
  '2015',
  ...data.events.slice(0, 9).map(({ title }) => title.en ?? ''),
];

/** What went wrong, with the way there; empty if nothing did. */
export async function letMonkey(cage: Cage, { actions, seed, sizes }: MonkeyOptions): Promise<string> {
  const done: string[] = [];
  const fail = (what: string[]) =>
    `${what.join('\n')}\n\nseed ${seed}, after ${done.length} actions, the last of them:\n  ${done.slice(-20).join('\n  ')}`;
  let wide = 0;
  await cage.goto('?lang=en');
  for (let batch = 0; done.length < actions; batch++) {
    if (batch % RESIZE_EVERY === RESIZE_EVERY - 1) {
      const [width, height] = sizes[++wide % sizes.length] ?? [1440, 900];
      await cage.resize(width, height);
      done.push(`resize: ${width}×${height}`);
    }
    const count = Math.min(BATCH, actions - done.length);
    const plan = { seed: seed + batch * 7919, count, queries: QUERIES, words: WORDS };
    done.push(
      ...(await cage.run(act, plan).catch(async (error: unknown) => {
        const log = await cage.run(() => (Reflect.get(window, 'monkeyLog') ?? ['a new page']) as string[]);
        throw new Error(fail([String(error), await cage.run(() => location.href), ...log]), { cause: error });
      })),
    );
    const last = done.length >= actions;
    const again = last || batch % RELOAD_EVERY === RELOAD_EVERY - 1;
    await cage.run(rest);
    const wrong = await cage.run(broken, KNOWN);
    if (wrong.length > 0) return fail([...wrong, await cage.run(() => location.href)]);
    if (again) {
      const changed = await reloaded(cage);
      if (changed !== '') return fail([changed]);
    }
  }
  return '';
}

/** Words in the field over a table leave out rows, and have no address. Runs in the page. */
function emptyFields(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('main input[type="search"]')) {
    field.value = '';
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** Loads the address anew; says what is different then. */
async function reloaded(cage: Cage): Promise<string> {
  const refused = await cage.run(() => (Reflect.get(window, 'historyCount') as { refused: number }).refused);
  if (refused > 0) {
    // The address is older than the page: it is right again with the next change that is allowed.
    await new Promise((done) => setTimeout(done, FORGIVEN));
    await cage.run(() => document.querySelector<HTMLElement>('button[data-kind="thread"]')?.click());
    await cage.run(rest);
  }
  await cage.run(emptyFields);
  await cage.run(rest);
  const before = await cage.run(seen);
  await cage.reload();
  await cage.run(rest);
  const after = await cage.run(seen);
  const near = before.window.every((value, i) => Math.abs(value - (after.window[i] ?? 0)) <= 2);
  const same = before.search === after.search && before.view === after.view && before.words === after.words;
  return near && same
    ? ''
    : `The address does not lead back.\nbefore: ${JSON.stringify(before)}\nafter:  ${JSON.stringify(after)}`;
}
