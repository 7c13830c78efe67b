/** Hands an address on by the best way there is: the system’s own sheet, else a copy, else by the reader’s hand. */

export interface Handed {
  title: string;
  text: string;
  url: string;
}

/** `gone`: the system took it, or the reader thought better of it. `by-hand`: nothing here may copy. */
export type Outcome = 'gone' | 'copied' | 'by-hand';

/** What of `navigator` is needed; any of it may be missing (no secure context, another engine, a strict frame). */
type Way = Partial<Pick<Navigator, 'share' | 'canShare' | 'clipboard'>>;

/** Whether the system’s own sheet would take it. */
export const hasSheet = (what: Handed, way: Way): boolean =>
  way.share !== undefined && (way.canShare?.(what) ?? true);

/** Must be called from a press: browsers allow neither way without one. */
export async function share(what: Handed, way: Way): Promise<Outcome> {
  if (!hasSheet(what, way)) return copy(what.url, way);
  try {
    await way.share?.(what);
    return 'gone';
  } catch (error) {
    // The reader closed the sheet: that is an answer. All else is a refusal.
    return (error as Error).name === 'AbortError' ? 'gone' : copy(what.url, way);
  }
}

export async function copy(url: string, way: Way): Promise<Outcome> {
  try {
    if (!way.clipboard) return 'by-hand';
    await way.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'by-hand';
  }
}
