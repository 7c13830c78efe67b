/** Measures text as the stage will draw it, with a canvas, and remembers it. */
import type { Measure, TextStyle } from '@/layout/text-box';

const SIZES: Record<TextStyle, string> = { label: '13px', strong: '600 13px', small: '12px' };

/** A measurer for the fonts of `element` (its computed family); a rough guess where there is no canvas. */
export function makeMeasure(element: Element): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(element).fontFamily;
  const known = new Map<string, number>();
  return (text, style) => {
    const key = `${style}|${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (context) context.font = `${SIZES[style]} ${family}`;
      width = context ? Math.ceil(context.measureText(text).width) : roughly(text, style);
      known.set(key, width);
    }
    return width;
  };
}

/** About how wide text is without a browser: before the first measure, and on a server. */
export const roughly: Measure = (text, style) =>
  Math.ceil(text.length * (style === 'small' ? 6.4 : style === 'strong' ? 7.6 : 7));
