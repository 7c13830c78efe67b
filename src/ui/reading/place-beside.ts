/** Where a small card stands beside the words that it explains: below them, else above, and always in the room. Pure. */
interface Size {
  width: number;
  height: number;
}
interface Box {
  left: number;
  top: number;
  bottom: number;
}

/** From the edges of the room, and from the words, px. */
const EDGE = 12;
const GAP = 6;

export function placeBeside(words: Box, card: Size, room: Size): { x: number; y: number } {
  const x = Math.max(EDGE, Math.min(words.left, room.width - EDGE - card.width));
  const below = words.bottom + GAP;
  const above = words.top - GAP - card.height;
  const fitsBelow = below + card.height <= room.height - EDGE;
  const y = fitsBelow || above < EDGE ? below : above;
  return { x, y: Math.max(EDGE, Math.min(y, room.height - EDGE - card.height)) };
}
