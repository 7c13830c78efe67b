/** What went wrong while the page was in use: the first thing only, until the reader puts it away. */
import type { MessageKey } from '@/i18n/words';

export interface Failure {
  says: MessageKey;
  /** Whether loading the page again is the way out. */
  reload: boolean;
}

export class Failures {
  current = $state.raw<Failure | null>(null);

  /** Shows a failure unless one is shown already; one that asks for a reload takes the place of one that does not. */
  report = (says: MessageKey, reload = false): void => {
    if (!this.current || (reload && !this.current.reload)) this.current = { says, reload };
  };
  dismiss = (): void => {
    this.current = null;
  };

  /** Listens to the page for what nobody caught. Returns how to stop. */
  watch = (): (() => void) => {
    const stopped = new AbortController();
    const { signal } = stopped;
    addEventListener(
      'error',
      ({ message }) => {
        // Browsers report it as an error when a size changes twice in a frame; nothing is wrong then.
        if (!/ResizeObserver/.test(message)) this.report('failure.something');
      },
      { signal },
    );
    addEventListener('unhandledrejection', () => this.report('failure.something'), { signal });
    addEventListener('vite:preloadError', () => void this.#renew(), { signal });
    return () => stopped.abort();
  };

  /** A part of the page is gone: where another build has taken its place, the page is loaded again by itself. */
  async #renew(): Promise<void> {
    if (!(await globalThis.early?.renew())) this.report('failure.stale', true);
  }
}
