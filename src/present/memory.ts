/** What outlives a reload of the window that presents, and nothing else: it stays in this tab, and goes with it. */
const PLACE = 'fifty-years.present';

/** What a bad projector is helped by, in per cent. */
export interface Display {
  brightness: number;
  contrast: number;
  inverted: boolean;
}
export const AS_IS: Display = { brightness: 100, contrast: 100, inverted: false };

export interface Memory {
  /** How often which step was revealed. */
  step: string | null;
  revealed: number;
  display: Display;
}

export function remember(memory: Memory): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(memory));
  } catch {
    // A browser without memory asks its questions again after a reload.
  }
}

/** Null where nothing is remembered, or nothing that we wrote. */
export function recall(): Memory | null {
  try {
    return readMemory(JSON.parse(sessionStorage.getItem(PLACE) ?? 'null'));
  } catch {
    return null;
  }
}

/** Whatever was stored, as a memory of ours. */
export function readMemory(stored: unknown): Memory | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { step, revealed, display } = stored as Partial<Memory>;
  const { brightness, contrast, inverted } = { ...AS_IS, ...display };
  return {
    step: typeof step === 'string' ? step : null,
    revealed: typeof revealed === 'number' ? revealed : 0,
    display: { brightness: within(brightness), contrast: within(contrast), inverted: inverted === true },
  };
}

const within = (percent: unknown): number =>
  typeof percent === 'number' && percent >= LEAST && percent <= MOST ? percent : 100;
export const LEAST = 50;
export const MOST = 200;
export const STEP = 10;
