/** Where a sheet that was let go comes to rest. Pure: heights and a speed in, a stop out. */

/** The heights at which the sheet at the bottom of a phone rests. */
export type SheetStop = 'peek' | 'half' | 'full';
export const SHEET_STOPS: readonly SheetStop[] = ['peek', 'half', 'full'];

/** px from the bottom of the page to the head of the sheet, rising from stop to stop. */
export type SheetHeights = Readonly<Record<SheetStop, number>>;

/** A finger faster than this throws the sheet to the next stop, px a ms; a slow one leaves it at the nearest. */
export const FLICK = 0.4;

/**
 * `height`: of the sheet when it was let go, px. `speed`: of its head, px a ms, upwards positive.
 * Below the lowest stop lies `closed`.
 */
export function decideStop(height: number, speed: number, heights: SheetHeights): SheetStop | 'closed' {
  const places = [
    { stop: 'closed' as const, at: 0 },
    ...SHEET_STOPS.map((stop) => ({ stop, at: heights[stop] })),
  ];
  if (speed > FLICK) return places.find(({ at }) => at > height)?.stop ?? 'full';
  if (speed < -FLICK) return places.findLast(({ at }) => at < height)?.stop ?? 'closed';
  const off = ({ at }: { at: number }) => Math.abs(at - height);
  return places.reduce((best, place) => (off(place) < off(best) ? place : best)).stop;
}
