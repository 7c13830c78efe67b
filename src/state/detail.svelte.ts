/** The long texts, or the questions: loaded when first asked for, with a state an interface can show and a way to try again. */
import type { StoryDetail } from '@/story/story-detail';

export class DetailState<T = StoryDetail> {
  current = $state.raw<T | null>(null);
  failed = $state(false);
  loading = $state(false);
  #load: () => Promise<T>;
  #turn = 0;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Asks for the texts unless they are here or on their way. Call it from an event, not while rendering. */
  want = (): void => {
    if (this.current || this.loading) return;
    this.#fetch();
  };
  retry = (): void => this.#fetch();
  /** After a change of language: fetches the new texts if the old ones were here, and shows the old ones until then. */
  reload = (): void => {
    if (this.current || this.loading) this.#fetch();
  };

  #fetch(): void {
    const turn = ++this.#turn;
    this.loading = true;
    this.failed = false;
    this.#load().then(
      (detail) => {
        if (turn !== this.#turn) return;
        this.current = detail;
        this.loading = false;
      },
      () => {
        if (turn !== this.#turn) return;
        this.failed = true;
        this.loading = false;
      },
    );
  }
}
