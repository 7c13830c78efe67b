/** Measures where a view is drawn: its size in px and the fonts its words are set in (bridge to the page’s layout). */
import type { Attachment } from 'svelte/attachments';
import type { Measure } from '@/layout/text-box';
import { makeMeasure, roughly } from './measure';

export class ViewSize {
  width = $state(0);
  height = $state(0);
  measure = $state.raw<Measure>(roughly);

  /** `sheet`: what to take for its size until it is attached. */
  constructor(sheet: { width: number; height: number } | null = null) {
    this.width = sheet?.width ?? 0;
    this.height = sheet?.height ?? 0;
  }

  /** Attach it to the stage; `onlength` is told the length of the axis whenever it changes, px. */
  follow(length: () => number, onlength: (length: number) => void): Attachment {
    return () => {
      $effect.pre(() => onlength(length()));
    };
  }

  /** Attach it to the element that is drawn into. */
  attach: Attachment<HTMLElement> = (element) => {
    this.measure = makeMeasure(element);
    const read = () => {
      this.width = element.clientWidth;
      this.height = element.clientHeight;
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    // Fonts that arrive late have other widths.
    void document.fonts?.ready.then(() => (this.measure = makeMeasure(element)));
    return () => observer.disconnect();
  };
}
