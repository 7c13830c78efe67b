/** One tab stop for a row of buttons: arrows, Home and End move within it (the APG toolbar pattern). */
import type { Attachment } from 'svelte/attachments';

const STEPS: Record<string, (place: number, count: number) => number> = {
  ArrowRight: (place, count) => (place + 1) % count,
  ArrowLeft: (place, count) => (place - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Attach it to the element that holds the buttons. */
export const toolbar: Attachment<HTMLElement> = (element) => {
  const buttons = () => [...element.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const settle = (current: HTMLButtonElement | undefined) => {
    const all = buttons();
    const chosen =
      current && all.includes(current) ? current : (all.find((b) => b.ariaPressed === 'true') ?? all[0]);
    for (const button of element.querySelectorAll('button')) button.tabIndex = button === chosen ? 0 : -1;
  };
  const onkeydown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const all = buttons();
    const place = all.indexOf(event.target as HTMLButtonElement);
    if (!step || place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    all[step(place, all.length)]?.focus();
  };
  const onfocusin = (event: FocusEvent) => settle(event.target as HTMLButtonElement);
  settle(undefined);
  // Buttons that come or go, and one that is disabled while it holds the tab stop.
  const observer = new MutationObserver(() => {
    if (!buttons().some((button) => button.tabIndex === 0)) settle(undefined);
  });
  observer.observe(element, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  element.addEventListener('keydown', onkeydown);
  element.addEventListener('focusin', onfocusin);
  return () => {
    observer.disconnect();
    element.removeEventListener('keydown', onkeydown);
    element.removeEventListener('focusin', onfocusin);
  };
};
