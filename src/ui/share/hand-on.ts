/** Hands an address on by the system’s own sheet, and copies texts where that is allowed. */

export interface Handed {
  title: string;
  text: string;
  url: string;
}

/** What of `navigator` is needed; any of it may be missing (no secure context, another engine, a strict frame). */
type Way = Partial<Pick<Navigator, 'share' | 'canShare' | 'clipboard'>>;

/** Whether the system’s own sheet would take it. */
export const hasSheet = (what: Handed, way: Way): boolean =>
  way.share !== undefined && (way.canShare?.(what) ?? true);

/** Whether the system took it, or the reader thought better of it; false: it was refused. Must be called from a press. */
export async function share(what: Handed, way: Way): Promise<boolean> {
  if (!hasSheet(what, way)) return false;
  try {
    await way.share?.(what);
    return true;
  } catch (error) {
    // The reader closed the sheet: that is an answer. All else is a refusal.
    return (error as Error).name === 'AbortError';
  }
}

/** Whether the text is on the clipboard now; false: nothing here may copy. Must be called from a press. */
export async function copy(text: string, way: Way): Promise<boolean> {
  try {
    if (!way.clipboard) return false;
    await way.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
