/**
 * What the pages of the engine tests are given before their own script. Each function runs in the page, so it
 * stands for itself: nothing from outside of it is there.
 */

export interface Watched extends Window {
  /** What went wrong since the page was loaded, in words. */
  faults: string[];
}

/** Keeps in `window.faults` every error, and what the page’s policy forbids: not every driver tells of them. */
export function watch(): void {
  const faults: string[] = [];
  Object.assign(window, { faults });
  addEventListener('error', ({ message, error }) => {
    // Not an error: it says that a size will be told in the next frame only.
    if (!message.startsWith('ResizeObserver loop')) faults.push(`error: ${message}\n${error?.stack ?? ''}`);
  });
  addEventListener('unhandledrejection', ({ reason }) =>
    faults.push(`unhandled: ${String(reason)}\n${reason?.stack ?? ''}`),
  );
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, lineNumber }) =>
    faults.push(`the policy forbids ${violatedDirective}: ${blockedURI} ${sample} (line ${lineNumber})`),
  );
  const say = console.error;
  console.error = (...words: unknown[]) => {
    faults.push(`console: ${words.map(String).join(' ')}`);
    say(...words);
  };
}

/** Pointers that a script makes up cannot be captured: real ones can, and there it is tested. */
export function letPointersGo(): void {
  for (const name of ['setPointerCapture', 'releasePointerCapture'] as const) {
    const real = Element.prototype[name];
    Element.prototype[name] = function (id) {
      try {
        real.call(this, id);
      } catch {
        // A made-up pointer.
      }
    };
  }
}

/** Every letter as wide as every other, in every engine. */
export function measureByLetters(): void {
  CanvasRenderingContext2D.prototype.measureText = (text) => ({ width: text.length * 7 }) as TextMetrics;
}

/** The source of a script that runs the functions one after the other. */
export const scriptOf = (...parts: (() => void)[]): string =>
  parts.map((part) => `(${part.toString()})();`).join('\n');
