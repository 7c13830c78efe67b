/** What the reader wants of the keys. Remembered where that is allowed, and works where it is not. */
const STORED = 'keys-of-one-character';

export class KeySettings {
  readonly #remembers: boolean;
  #letters = $state(true);
  /** Whether the list of keys is open. */
  listed = $state(false);
  /** Whether the reader was told once how the keys work. */
  told = false;

  /** `remembers`: whether a choice outlives the visit. */
  constructor(remembers: boolean) {
    this.#remembers = remembers;
    if (remembers) this.#letters = stored() !== 'off';
  }

  /** Whether keys of one character (f, +, 0 …) act: who speaks to a computer presses them unawares. */
  get letters(): boolean {
    return this.#letters;
  }
  set letters(on: boolean) {
    this.#letters = on;
    if (!this.#remembers) return;
    try {
      localStorage.setItem(STORED, on ? 'on' : 'off');
    } catch {
      // A sandboxed page may not remember: then the choice holds until it is closed.
    }
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** Whether a key is of one character; the space bar presses buttons, so it is not. */
export const isLetter = ({ key }: Pick<KeyboardEvent, 'key'>): boolean =>
  [...key].length === 1 && key !== ' ';
