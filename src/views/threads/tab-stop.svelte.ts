/**
 * The one tab stop of the list. Its rows need not know who has it: it goes from one element to another, where each
 * of hundreds of rows would ask at every step of the reader whether it is meant.
 */
import type { Attachment } from 'svelte/attachments';
import type { ThreadsList } from './threads-list.svelte';

/** Attach it to the view. */
export const tabStop =
  (list: ThreadsList): Attachment<HTMLElement> =>
  (root) => {
    // Rows may have come or gone.
    void list.layout;
    const id = list.current;
    if (id === null) return;
    const button = root.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] > button`);
    if (button) button.tabIndex = 0;
    return () => {
      if (button) button.tabIndex = -1;
    };
  };
