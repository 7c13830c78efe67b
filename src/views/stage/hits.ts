/** What stands under a pointer or a finger, and what a click on it means. */
import type { AppState } from '@/state/app-state.svelte';
import type { Hit } from '@/viewport/taps';
import { act } from './keys';
import { nearMark } from './near-mark';

/** The thing whose mark or headline an event met. */
export const idAt = (event: Event): string | null =>
  (event.target as Element).closest<SVGElement>('[data-kind][data-id]')?.dataset.id ??
  (event.target as Element).closest<SVGElement>('[data-headline]')?.dataset.headline ??
  null;

/** What a click means: a finger hits what is nearest to it, unless it is on words. `pick` chooses a mark. */
export function hitBy(
  event: MouseEvent,
  touch: boolean,
  stage: HTMLElement,
  app: AppState,
  pick: (id: string) => void,
): Hit | null {
  const target = event.target as Element;
  if (target.closest('button')) return null;
  const { band, stub } = target.closest<SVGElement>('[data-band], [data-stub]')?.dataset ?? {};
  if (stub !== undefined) return { id: stub, act: () => act.fetchColumn(app, stub) };
  // Its ticks are near; but it is a target of its own, and a large one.
  if (band !== undefined) return { id: touch ? null : band, act: () => act.openChapter(app, band) };
  const own = idAt(event);
  const aims = touch && (own === null || target.closest('.mark'));
  const id = (aims ? nearMark(stage, event.clientX, event.clientY) : null) ?? own;
  if (id !== null) return { id, act: () => pick(id) };
  return { id: null, act: () => app.selection.free() };
}
