/** Text as boxes: how wide it is, how it breaks into lines. The measurer is handed in, so that tests need no DOM. */
export type Measure = (text: string, style: TextStyle) => number;
export type TextStyle = 'label' | 'strong' | 'small';

/** Line height and letter height of every text style on the stage, CSS px: one size at every zoom. */
export const LINE: Record<TextStyle, number> = { label: 15, strong: 16, small: 14 };

export interface TextBlock {
  lines: string[];
  width: number;
  height: number;
}

/** One line of text, whole. */
export function oneLine(text: string, style: TextStyle, measure: Measure): TextBlock {
  return { lines: [text], width: measure(text, style), height: LINE[style] };
}

/** Breaks text into at most `most` lines of nearly equal width, none wider than `width`; null if that cannot be. */
export function wrap(
  text: string,
  style: TextStyle,
  width: number,
  most: number,
  measure: Measure,
): TextBlock | null {
  const words = text.split(' ');
  const whole = measure(text, style);
  for (let count = Math.max(1, Math.ceil(whole / Math.max(width, 1))); count <= most; count++) {
    // The narrowest measure that still gives `count` lines makes them even.
    for (let limit = Math.max(whole / count, 1); limit <= width + 0.5; limit += 4) {
      const lines = fill(words, style, limit, measure);
      if (lines && lines.length <= count) {
        return {
          lines,
          width: Math.max(...lines.map((line) => measure(line, style))),
          height: lines.length * LINE[style],
        };
      }
    }
    const lines = fill(words, style, width, measure);
    if (lines && lines.length <= count) {
      return {
        lines,
        width: Math.max(...lines.map((line) => measure(line, style))),
        height: lines.length * LINE[style],
      };
    }
  }
  return null;
}

function fill(words: readonly string[], style: TextStyle, limit: number, measure: Measure): string[] | null {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, style) <= limit) lines[lines.length - 1] = longer;
    else if (measure(word, style) <= limit) lines.push(word);
    else return null;
  }
  return lines;
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
export const inside = (a: Box, b: Box): boolean =>
  a.x0 >= b.x0 && a.x1 <= b.x1 && a.y0 >= b.y0 && a.y1 <= b.y1;
