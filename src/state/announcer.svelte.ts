/** One polite voice for screen readers: short sentences, the last one wins, silence after three seconds. */
export class Announcer {
  /** What the live region holds. */
  message = $state('');
  #pending: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  /** Says a sentence once things have settled for half a second; a newer one replaces it. */
  say = (sentence: string): void => {
    clearTimeout(this.#pending);
    clearTimeout(this.#silence);
    this.#pending = setTimeout(() => {
      this.message = sentence;
      this.#silence = setTimeout(() => (this.message = ''), 3000);
    }, 500);
  };
}
