/** How large the notes of whoever speaks are. Remembered where that is allowed. */
const STORED = 'fifty-years.notes';
/** Sizes, rem. */
const SIZES = [0.875, 1, 1.125, 1.375, 1.625, 2, 2.5];
const USUAL = 2;

export class NotesSize {
  #index = $state(remembered());

  rem = $derived(SIZES[this.#index] ?? 1);
  smallest = $derived(this.#index === 0);
  largest = $derived(this.#index === SIZES.length - 1);

  change = (by: 1 | -1): void => {
    this.#index = Math.min(SIZES.length - 1, Math.max(0, this.#index + by));
    try {
      localStorage.setItem(STORED, String(this.#index));
    } catch {
      // Without a memory it holds until the window is closed.
    }
  };
}

function remembered(): number {
  try {
    const index = Number(localStorage.getItem(STORED) ?? USUAL);
    return SIZES[index] === undefined ? USUAL : index;
  } catch {
    return USUAL;
  }
}
