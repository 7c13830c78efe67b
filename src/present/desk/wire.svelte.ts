/**
 * Between a presentation and the other windows of its lesson: what changes here is told, what is told is shown here.
 * A bridge; who is right is said in channel.ts. What came from another window is never sent back, so nothing echoes.
 */
import { untrack } from 'svelte';
import type { AppState } from '@/state/app-state.svelte';
import {
  change,
  CHANNEL,
  knowsMore,
  merge,
  newSession,
  readMessage,
  type Message,
  type Role,
  type Shared,
} from '@/present/channel';
import type { ShowState } from '@/present/show.svelte';
import { STOPPED, type Clock } from './clock';
import { keepClock, keptClock } from './kept-clock';

/** Asked so often who is there, ms: a window in the background answers at once, though its own clock may sleep. */
const EVERY = 2000;
/** Who has not answered for so long is gone, ms. */
const GONE = 7000;
/** By then all that are there have answered, ms. */
const SOON = 400;

interface Seen {
  role: Role;
  session: string | null;
  title: string;
  at: number;
}

export class Wire {
  readonly #app: AppState;
  readonly #show: ShowState;
  readonly #role: Role;
  readonly #me = newSession((most) => Math.floor(Math.random() * most));
  readonly #channel: BroadcastChannel | null;
  #shared = $state.raw<Shared>() as Shared;
  #others = $state.raw<ReadonlyMap<string, Seen>>(new Map());
  #choosing: ReturnType<typeof setTimeout> | undefined;
  /** What the show was when it was last told or heard. */
  #known: string;
  /** The present moment, ms UTC: it moves four times a second. */
  now = $state(Date.now());

  constructor(app: AppState, show: ShowState, role: Role) {
    this.#app = app;
    this.#show = show;
    this.#role = role;
    // A class of its own from the start: a second lesson in the same browser must not follow this one.
    if (role === 'audience') app.session ??= newSession((most) => Math.floor(Math.random() * most));
    this.#known = JSON.stringify(show.snapshot);
    this.#shared = {
      show: { n: 0, by: '', value: show.snapshot },
      clock: keptClock(app.session) ?? { n: 0, by: '', value: STOPPED },
    };
    this.#channel = openChannel();
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.hear(data));
  }

  /** Whether windows can be in step here at all. */
  get works(): boolean {
    return this.#channel !== null;
  }
  clock = $derived.by(() => this.#shared.clock.value);
  #there = $derived.by(() => [...this.#others.values()].filter(({ at }) => this.now - at < GONE));
  /** Whether another window of this lesson answers. */
  joined = $derived.by(() => this.#there.some(({ session }) => session === this.#app.session));
  /** The lessons that are being shown in this browser, by their names. */
  lessons = $derived.by(
    () =>
      new Map(
        this.#there
          .filter(({ role }) => role === 'audience')
          .flatMap(({ session, title }) => (session === null ? [] : [[session, title] as const])),
      ),
  );

  setClock = (clock: Clock): void => {
    this.#shared = change(this.#shared, 'clock', clock, this.#me);
    keepClock(this.#app.session, this.#shared.clock);
    this.#tell();
  };

  /** Takes part in the lesson of this name. */
  join = (session: string): void => {
    this.#app.session = session;
    this.#say('ask');
  };

  /** Begins to listen and to tell; returns what ends it. An attachment: another lesson is no reason to begin anew. */
  start = (): (() => void) => untrack(this.#start);
  #start = (): (() => void) => {
    const follow = $effect.root(() => {
      $effect(() => {
        const { snapshot } = this.#show;
        untrack(() => this.#changed(JSON.stringify(snapshot)));
      });
    });
    this.#say('ask');
    const ticking = setInterval(() => (this.now = Date.now()), 250);
    // Only who speaks needs to know who listens.
    const asking = this.#role === 'presenter' ? setInterval(() => this.#say('ask'), EVERY) : undefined;
    const leave = () => this.#say('bye');
    const back = ({ persisted }: PageTransitionEvent) => persisted && this.#say('ask');
    addEventListener('pagehide', leave);
    addEventListener('pageshow', back);
    return () => {
      leave();
      follow();
      clearTimeout(this.#choosing);
      for (const each of [ticking, asking]) clearInterval(each);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', back);
      this.#channel?.close();
    };
  };

  /** What came over the channel, whatever it is. */
  hear(said: unknown): void {
    const message = readMessage(said);
    if (!message || message.from === this.#me) return;
    const { type, session } = message;
    const mine = session !== null && session === this.#app.session;
    this.#note(message);
    if (type === 'ask') {
      // Who looks for a lesson is told of every one.
      if (mine || (session === null && this.#role === 'audience')) this.#answer();
    } else if (type === 'state' && mine) {
      const merged = merge(this.#shared, message.shared);
      this.#take(merged);
      // Someone has missed something.
      if (knowsMore(merged, message.shared)) this.#tell();
    }
  }

  #note(message: Message): void {
    const { type, from, role, session } = message;
    const others = new Map(this.#others);
    if (type === 'bye') others.delete(from);
    else {
      this.now = Date.now();
      const title = type === 'state' ? message.title : (others.get(from)?.title ?? '');
      others.set(from, { role, session, title, at: this.now });
    }
    this.#others = others;
    if (this.#role === 'presenter' && this.#app.session === null)
      this.#choosing ??= setTimeout(this.#choose, SOON);
  }
  /** There is no question which lesson is meant where there is one. */
  #choose = (): void => {
    this.#choosing = undefined;
    const [lesson] = this.lessons.keys();
    if (this.#app.session === null && lesson !== undefined && this.lessons.size === 1) this.join(lesson);
  };

  #take(merged: Shared): void {
    const news = merged.show !== this.#shared.show;
    if (merged.clock !== this.#shared.clock) keepClock(this.#app.session, merged.clock);
    this.#shared = merged;
    if (!news) return;
    this.#show.apply(merged.show.value);
    // What of it was not understood here is not sent back either.
    this.#known = JSON.stringify(this.#show.snapshot);
  }

  #changed(snapshot: string): void {
    if (snapshot === this.#known) return;
    this.#known = snapshot;
    this.#shared = change(this.#shared, 'show', this.#show.snapshot, this.#me);
    this.#tell();
  }

  /** Before anybody has changed anything, what the class sees is what holds. */
  #answer(): void {
    if (this.#role === 'audience' && this.#shared.show.n === 0)
      this.#shared = change(this.#shared, 'show', this.#show.snapshot, this.#me);
    this.#tell();
  }
  #tell(): void {
    const title = this.#show.step?.title.slice(0, 200) ?? '';
    this.#post({ ...this.#sender, type: 'state', title, shared: this.#shared });
  }
  #say(type: 'ask' | 'bye'): void {
    this.#post({ ...this.#sender, type });
  }
  get #sender() {
    return { from: this.#me, role: this.#role, session: this.#app.session };
  }
  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}

/** Null where the browser has none, or a page of this kind may not have one. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}
