/**
 * How the reader wants texts: in plain words, and how they are set. Kept on the device where that is allowed, and works
 * where it is not. What the steps look like is in ui/reading/set-texts.ts.
 */
const PLAIN = 'fifty-years.reading';
const SET = 'fifty-years.texts';

/** What can be set, each in steps from 0 (as the page has it) to MOST. */
export const SETTINGS = ['size', 'spacing', 'lines', 'column'] as const;
export type Setting = (typeof SETTINGS)[number];
export type Steps = Readonly<Record<Setting, number>>;
export const MOST = 3;
export const USUAL: Steps = { size: 0, spacing: 0, lines: 0, column: 0 };

export class ReadingSettings {
  readonly #remembers: boolean;
  /** Whether events and steps are told in plain words, where there are some. An address may ask for it. */
  plain = $state(false);
  #steps = $state.raw(USUAL);
  /** What wants to have the choices shown, and gets the focus back. */
  asked = $state.raw<HTMLElement | null>(null);

  /** `remembers`: whether a choice outlives the visit. */
  constructor(remembers: boolean) {
    this.#remembers = remembers;
    if (!remembers) return;
    this.plain = stored(PLAIN) === 'plain';
    this.#steps = readSteps(stored(SET));
  }

  get steps(): Steps {
    return this.#steps;
  }

  /** The reader switches: only then is it remembered, and not when an address asks for it. */
  speakPlainly = (plain: boolean): void => {
    this.plain = plain;
    this.#store(PLAIN, plain ? 'plain' : null);
  };

  set = (setting: Setting, step: number): void => {
    this.#steps = { ...this.#steps, [setting]: step };
    this.#store(SET, writeSteps(this.#steps));
  };

  reset = (): void => {
    this.#steps = USUAL;
    this.#store(SET, null);
  };

  #store(key: string, value: string | null): void {
    if (!this.#remembers) return;
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // A sandboxed page may not remember: then the choice holds until it is closed.
    }
  }
}

/** A digit for each setting, in their order; null where all is as usual. */
export const writeSteps = (steps: Steps): string | null =>
  SETTINGS.some((setting) => steps[setting] > 0) ? SETTINGS.map((setting) => steps[setting]).join('') : null;

/** What cannot be read is as usual. */
export function readSteps(text: string | null): Steps {
  const digits = new RegExp(`^[0-${MOST}]{${SETTINGS.length}}$`).test(text ?? '') ? (text ?? '') : '';
  const steps = SETTINGS.map((setting, i) => [setting, Number(digits[i] ?? 0)]);
  return Object.fromEntries(steps) as Record<Setting, number>;
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
