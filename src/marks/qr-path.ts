/** A text as the dark modules of a QR code: pure, and made on the spot. No address ever leaves the page for it. */
import { correction, generate, mode } from 'lean-qr';

/** What every reader of codes reads: older ones lose what is mixed from several alphabets. */
const MODES = [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8];

/** What a reader of codes needs around one to find it, modules. */
export const QUIET = 4;

export interface QrPath {
  /** Side of the whole square with its quiet zone, modules. */
  size: number;
  /** All dark modules as one path, in modules; runs of a row are one rectangle. */
  d: string;
}

/** Throws where the text is longer than a code can hold (some 2 300 letters). */
export function qrPath(text: string): QrPath {
  // The smallest code that holds the text with some room for a scratched screen or print (M), and more where it is free.
  const code = generate(text, { minCorrectionLevel: correction.M, modes: MODES });
  let d = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const from = x;
      while (code.get(x, y)) x++;
      if (x > from) d += `M${from + QUIET} ${y + QUIET}h${x - from}v1h-${x - from}z`;
    }
  }
  return { size: code.size + 2 * QUIET, d };
}
