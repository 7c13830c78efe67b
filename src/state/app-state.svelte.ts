/** Everything that changes, composed once for a story and handed down by context; no module state. */
import { createContext } from 'svelte';
import type { Words } from '@/i18n/words';
import {
  indexStory,
  type Interval,
  type Picture,
  type Question,
  type Story,
  type Thing,
} from '@/story/story';
import type { StoryDetail } from '@/story/story-detail';
import { storyNeighbours } from '@/story/neighbours';
import type { storySearch, StoryTexts } from '@/story/search';
import { traceOf, type Trace } from '@/story/trace';
import { constrain, type Window } from '@/viewport/constrain';
import { Viewport } from '@/viewport/viewport.svelte';
import { Announcer } from './announcer.svelte';
import { CheckState } from './checks.svelte';
import { DetailState } from './detail.svelte';
import { Fold } from './fold.svelte';
import { Handout } from './handout.svelte';
import { KeySettings } from './key-settings.svelte';
import { ReadingSettings } from './reading-settings.svelte';
import { Selection } from './selection.svelte';
import { anchorOf, StepState, tells } from './steps.svelte';
import { StoryCounts } from '@/story/story-counts';

export type ViewId = 'stage' | 'threads' | 'flow' | 'table';
export type Scheme = 'light' | 'dark' | 'auto';
/**
 * A page of its own; a guest in somebody else’s, where nothing is stored and the host’s page is left alone; before a
 * class; the window of whoever speaks to it; on paper.
 */
export type Mode = 'page' | 'embed' | 'present' | 'presenter' | 'print';

/** How the story is shown for as long as the page is open. */
export interface Shown {
  mode: Mode;
  /** Without title and controls. */
  plain: boolean;
  /** The picture only: nothing in it answers. */
  still: boolean;
}
const PAGE: Shown = { mode: 'page', plain: false, still: false };

const MARKED: ReadonlySet<string> = new Set(['event', 'summit', 'node', 'link']);

/** A loaded story and the way to its long texts. */
export interface LoadedStory {
  story: Story;
  detail: () => Promise<StoryDetail>;
  /** The checks for understanding. */
  questions: () => Promise<readonly Question[]>;
  /** The same story in its other languages, for search only. */
  others?: () => Promise<readonly StoryTexts[]>;
}

/** The size of a picture that nobody can measure, px: on a server. */
export interface Sheet {
  width: number;
  height: number;
}

export class AppState {
  #loaded = $state.raw() as LoadedStory;
  #words = $state.raw() as Words;

  /** The view that was asked for; null = the usual one of this width. */
  asked = $state<ViewId | null>(null);
  /** Whether the page is too narrow for the stage: a list down the page tells the story better there. */
  narrow = $state(false);
  scheme = $state<Scheme>('auto');
  /** Whether the flow shows what went to other meetings. */
  others = $state(false);
  /** Whether the table lists only what the picture shows now. */
  onlyShown = $state(false);
  query = $state('');
  /** The lesson whose windows keep in step, while there is one. */
  session = $state<string | null>(null);

  readonly viewport: Viewport;
  readonly selection = new Selection();
  readonly announcer = new Announcer();
  readonly keys: KeySettings;
  readonly reading: ReadingSettings;
  readonly mode: Mode;
  readonly plain: boolean;
  readonly still: boolean;
  readonly fold = new Fold();
  readonly handout = new Handout();
  readonly steps = new StepState(() => this.story);
  readonly detail = new DetailState(() => this.#loaded.detail());
  readonly checks = new CheckState(() => this.story.questions);
  readonly questions = new DetailState(() => this.#loaded.questions());

  /** Given on a server only, where a page is drawn once, and whole: nothing of it is folded away. */
  readonly sheet: Sheet | null;

  constructor(
    loaded: LoadedStory,
    words: Words,
    { mode, plain, still }: Shown = PAGE,
    sheet: Sheet | null = null,
  ) {
    this.sheet = sheet;
    this.#loaded = loaded;
    this.#words = words;
    this.mode = mode;
    this.plain = plain;
    this.still = still;
    this.keys = new KeySettings(mode === 'page');
    this.reading = new ReadingSettings(mode === 'page' && sheet === null);
    this.viewport = new Viewport(loaded.story.chapters);
  }

  usual: ViewId = $derived(this.narrow ? 'threads' : 'stage');
  view: ViewId = $derived(this.asked ?? this.usual);

  story = $derived(this.#loaded.story);
  words = $derived(this.#words);
  things = $derived(indexStory(this.story));
  counts = $derived(new StoryCounts(this.story));
  neighbours = $derived(storyNeighbours(this.story, this.things));
  /** What the reader chose, if this story has it. */
  chosen = $derived(this.#thing(this.selection.selected));
  /** Whether there is something to tell beside the picture; a still one stands alone. */
  panelOpen = $derived.by(
    () =>
      !this.still &&
      (this.chosen !== null ||
        this.selection.gathered.length > 0 ||
        this.selection.reading !== null ||
        this.steps.current !== null ||
        this.checks.id !== null),
  );
  /** Off-stage nodes also show while one of them (or a link to one) is chosen. */
  othersShown = $derived(this.others || this.#isOffstage(this.selection.selected));
  /** Whether the picture is that of the step the reader is at: they have not wandered off. */
  onStep = $derived.by(() => {
    const { current } = this.steps;
    if (!current || !tells(this.view, current) || this.viewport.scale !== 'story') return false;
    const { thread, selected } = this.selection;
    if (thread !== current.thread || selected !== current.select) return false;
    const there = this.viewport.heading ?? this.viewport.window;
    return this.windowOf(current).every((t, i) => Math.abs(t - (there[i] ?? 0)) < 1000);
  });
  /** What is lit while nothing is hovered, where a step is told to a class: what its words name. Null: as the reader chose. */
  pointing = $state.raw<() => Trace | null>(() => null);
  #pointed = $derived(this.pointing());
  /** What lies on the path of what is locked: the chosen thing, else the thread; the sentence with the counts speaks of it. */
  lockedTrace: Trace | null = $derived(
    this.#pointed ?? traceOf(this.story, this.things, this.selection.selected ?? this.selection.thread),
  );
  /** The same, or of what is hovered; null when nothing is traced. */
  trace: Trace | null = $derived(
    this.selection.hovered === null
      ? this.lockedTrace
      : traceOf(this.story, this.things, this.selection.hovered),
  );
  /** The story in its other languages, once search has asked for them. */
  searchOthers = $state.raw<readonly StoryTexts[]>([]);
  /** What searches: its code comes when the reader first turns to the search. */
  #searcher = $state.raw<typeof storySearch | null>(null);
  search = $derived(this.#searcher?.(this.story, this.detail.current, this.searchOthers) ?? null);
  /** What the query finds, best first. */
  hits = $derived(this.search?.find(this.query) ?? []);
  /** Ids of the hits that have a mark, for the stage to light up. */
  found: readonly string[] = $derived(this.hits.filter(({ kind }) => MARKED.has(kind)).map(({ id }) => id));

  /** The query string that shows one thing. Who keeps the address (url/sync) keeps the language and the story in it. */
  linkTo: (to: Partial<Record<'step' | 'thread' | 'select' | 'check', string>>) => string = (to) =>
    `?${new URLSearchParams(to).toString()}`;

  /** Shows the story in another way. The usual way is not written down: it follows the width. */
  showView = (view: ViewId): void => {
    this.asked = view === this.usual ? null : view;
  };

  /** The same story in another language; window, selection and thread stay. */
  speak = (loaded: LoadedStory, words: Words): void => {
    this.#loaded = loaded;
    this.#words = words;
    this.searchOthers = [];
    this.detail.reload();
    this.questions.reload();
    if (this.query) void this.wantSearch();
    // The button that was pressed keeps the focus: nothing else would tell a listener that it worked.
    this.announcer.say(loaded.story.title);
  };

  /** Asks for what search reads: its code, the long texts, the other languages. Resolves when there are hits. */
  wantSearch = async (): Promise<void> => {
    this.detail.want();
    void this.wantOthers();
    this.#searcher ??= (await import('@/story/search')).storySearch;
  };

  /** Asks for the story in its other languages. Resolves when they are here, or cannot be had. */
  wantOthers = async (): Promise<void> => {
    const loaded = this.#loaded;
    try {
      const others = await loaded.others?.();
      if (others && this.#loaded === loaded) this.searchOthers = others;
    } catch {
      // Asked again, it tries again.
    }
  };

  /** The period that a step shows, ms UTC, as the camera can show it. */
  windowOf = ({ period }: Picture): Window =>
    period ? constrain([period.t0, period.t1], this.viewport.extent) : this.viewport.extent;

  /** What the page scrolls to where it is longer than the screen: what is chosen, else what stands for the step. */
  anchor = $derived.by(() => {
    const { current } = this.steps;
    if (this.selection.selected !== null || !current) return this.selection.selected;
    return anchorOf(current, this.story, this.windowOf(current));
  });

  /** The time a thing takes up, ms UTC: what the camera must show of it. */
  spanOf = (thing: Thing): Interval => {
    switch (thing.kind) {
      case 'thread':
        return this.story;
      case 'event':
        return thing.event.t1 - thing.event.t0 > 32 * 864e5
          ? thing.event
          : { t0: thing.event.t, t1: thing.event.t };
      case 'summit':
        return { t0: thing.summit.t, t1: thing.summit.t };
      case 'node':
        return { t0: thing.node.t, t1: thing.node.t };
      case 'link': {
        const ends = [thing.link.source, thing.link.target].map((id) => this.things.get(id));
        const [from, to] = ends.map((end) => (end?.kind === 'node' ? end.node.t : this.story.t0));
        return { t0: from ?? this.story.t0, t1: to ?? this.story.t1 };
      }
    }
  };

  #thing(id: string | null) {
    return id === null ? null : (this.things.get(id) ?? null);
  }

  #isOffstage(id: string | null): boolean {
    const thing = this.#thing(id);
    if (thing?.kind === 'node') return thing.node.offstage;
    if (thing?.kind !== 'link') return false;
    return [thing.link.source, thing.link.target].some((end) => this.#isOffstage(end));
  }
}

export const [getApp, setApp] = createContext<AppState>();
