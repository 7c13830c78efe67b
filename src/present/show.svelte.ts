/**
 * Where a presentation stands: its step, what of it is revealed, and what lies over the picture. The step itself is the
 * app’s (so it is in the address); all the rest is here. It knows no key, no window and no message: whoever has one
 * calls its methods, or takes a snapshot, or gives it one.
 */
import type { AppState } from '@/state/app-state.svelte';
import { goToStep } from '@/state/go-to-step';
import type { Question, StoryStep } from '@/story/story';

/** A place on the picture, as shares of its width and height (0 to 1): the same on every screen. */
export interface Spot {
  x: number;
  y: number;
  /** A light that dims all around it, or a dot. */
  kind: 'spotlight' | 'pointer';
}

/** A check for understanding that the class is asked, over the picture of its step. */
export interface Asked {
  question: string;
  /** Whether it is answered too. */
  told: boolean;
}

/** All of it, plain: for another window, or for the next load. */
export interface ShowSnapshot {
  step: string | null;
  /** How often the step was revealed. */
  revealed: number;
  black: boolean;
  overview: boolean;
  spot: Spot | null;
  asked: Asked | null;
}

/** How many presses a step takes before the next one: a question is answered first. */
export const revealsOf = (step: Pick<StoryStep, 'asks'>): number => (step.asks ? 1 : 0);

export class ShowState {
  readonly #app: AppState;
  revealed = $state(0);
  black = $state(false);
  overview = $state(false);
  spot = $state.raw<Spot | null>(null);
  asked = $state.raw<Asked | null>(null);

  constructor(app: AppState) {
    this.#app = app;
  }

  steps = $derived.by(() => this.#app.steps.all);
  step: StoryStep | null = $derived.by(() => this.#app.steps.current);
  /** From 1; 0 before the first. */
  number = $derived.by(() => this.#app.steps.number);
  /** Whether the answer is still held back. */
  held = $derived(this.step !== null && this.revealed < revealsOf(this.step));
  /** Whether the picture would give the answer away; where a step shows all and points at nothing, it is what is asked about. */
  blind = $derived(
    this.held && (this.step?.period ?? this.step?.thread ?? this.step?.select ?? null) !== null,
  );
  /** The questions that this step has for a class, once they are here. */
  questions: readonly Question[] = $derived.by(
    () => this.#app.questions.current?.filter(({ step }) => step !== null && step === this.step?.id) ?? [],
  );
  question: Question | null = $derived(this.questions.find(({ id }) => id === this.asked?.question) ?? null);
  first = $derived(this.number <= 1 && this.revealed === 0 && !this.question);
  last = $derived(this.number === this.steps.length && !this.held && !this.question);

  /** Goes on: reveals what is held back, else takes the next step. False at the end. */
  next = (): boolean => {
    if (this.question) {
      if (this.asked?.told) this.#askNext(1);
      else this.#ask(this.question, true);
      return true;
    }
    if (this.held) {
      this.revealed++;
      return true;
    }
    return this.jump(this.number + 1);
  };

  /** Goes back, to steps as they were left: revealed. A question that was answered is asked again first. */
  previous = (): boolean => {
    if (this.question) {
      if (this.asked?.told) this.#ask(this.question, false);
      else this.#askNext(-1);
      return true;
    }
    if (this.step && this.revealed > 0 && revealsOf(this.step) > 0) {
      this.revealed--;
      return true;
    }
    return this.jump(this.number - 1, 'revealed');
  };

  /** Goes to the n-th step, from 1. False where there is none. */
  jump = (n: number, how: 'asked' | 'revealed' = 'asked'): boolean => {
    const step = this.steps[n - 1];
    if (!step) return false;
    this.revealed = how === 'revealed' ? revealsOf(step) : 0;
    this.overview = false;
    this.asked = null;
    goToStep(this.#app, step);
    return true;
  };

  /** Back to the picture of the step, for whoever has wandered off. */
  back = (): void => {
    if (this.step) goToStep(this.#app, this.step);
  };

  /** Asks the first question of the step, or goes back to its picture. */
  toggleAsk = (on = !this.question): void => {
    this.overview = false;
    this.#ask(on ? this.questions[0] : undefined, false);
  };
  /** Past the last question, or before the first, is the step itself. */
  #askNext(by: 1 | -1): void {
    const at = this.questions.findIndex(({ id }) => id === this.question?.id);
    this.#ask(this.questions[at + by], by < 0);
  }
  #ask(question: Question | undefined, told: boolean): void {
    this.asked = question ? { question: question.id, told } : null;
  }

  toggleBlack = (on = !this.black): void => {
    this.black = on;
  };
  toggleOverview = (on = !this.overview): void => {
    this.overview = on;
    if (on) this.asked = null;
  };

  get snapshot(): ShowSnapshot {
    const { revealed, black, overview, spot, asked } = this;
    return { step: this.step?.id ?? null, revealed, black, overview, spot, asked };
  }

  /** Stands where a snapshot says; what it says wrongly is left as it is. */
  apply = ({ step, revealed, black, overview, spot, asked }: ShowSnapshot): void => {
    const there = this.steps.find(({ id }) => id === step);
    if (there && there !== this.step) goToStep(this.#app, there);
    if (there) this.revealed = Math.min(Math.max(0, Math.trunc(revealed) || 0), revealsOf(there));
    this.black = black;
    this.overview = overview;
    this.spot = spot;
    this.asked = asked;
  };
}
