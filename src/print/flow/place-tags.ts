/** Where the number of each ribbon stands: on the ribbon, where nothing else does. Pure; px. */
import { ribbonAcross } from '@/layout/ribbon';
import { overlap, type Box } from '@/layout/text-box';
import type { RibbonMark } from '@/flow/scene';
import type { FlowLink } from '@/story/story';

export interface Tag {
  link: FlowLink;
  text: string;
  /** Its middle. */
  x: number;
  y: number;
  width: number;
}

/** px of a tag down, and of each of its letters across. */
export const TAG_HEIGHT = 13;
const LETTER = 6.4;
/** Where along a ribbon its tag is tried, from its end to its start: near its end it is least covered by others. */
const PLACES = Array.from({ length: 45 }, (_, i) => 0.97 - i * 0.021);

/**
 * The widest ribbons choose first; each looks for a free place along itself, clear of `taken`. A tag without one is
 * left out. Inferred links have no number.
 */
export function placeTags(
  ribbons: readonly RibbonMark[],
  taken: readonly Box[],
  tagOf: (link: FlowLink) => string,
): Tag[] {
  const boxes = [...taken];
  const wide = ribbons.filter(({ link }) => !link.inferred).sort((a, b) => b.thickness - a.thickness);
  const tagAt = (mark: RibbonMark, share: number, off: number): Tag | null => {
    const { link, way, start, end } = mark;
    const text = tagOf(link);
    const width = text.length * LETTER + 4;
    const x = start + (end - start) * share;
    const across = ribbonAcross(way, x);
    if (across === null || x - width / 2 < start || x + width / 2 > end) return null;
    const y = across + off;
    const box = {
      ...{ x0: x - width / 2 - 1, x1: x + width / 2 + 1 },
      ...{ y0: y - TAG_HEIGHT / 2 - 0.5, y1: y + TAG_HEIGHT / 2 + 0.5 },
    };
    if (boxes.some((other) => overlap(other, box))) return null;
    boxes.push(box);
    return { link, text, x, y, width };
  };
  return wide.flatMap((mark): Tag[] => {
    // In the middle of the ribbon; where words cover that, on its edge.
    for (const off of [0, -mark.thickness / 2, mark.thickness / 2])
      for (const share of PLACES) {
        const tag = tagAt(mark, share, off);
        if (tag) return [tag];
      }
    return [];
  });
}
