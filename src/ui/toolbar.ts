/** One tab stop for a row of buttons (and links and lists): arrows, Home and End move within it (the APG toolbar pattern). */
import type { Attachment } from 'svelte/attachments';

const STEPS: Record<string, (place: number, count: number) => number> = {
  ArrowRight: (place, count) => (place + 1) % count,
  ArrowLeft: (place, count) => (place - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Attach it to the element that holds the buttons. */
export const toolbar: Attachment<HTMLElement> = (element) => {
  // What opens out of it, as fields for dates, has tab stops of its own.
  const all = () => element.querySelectorAll<HTMLElement>(':is(button, a[href], select):not(details *)');
  const buttons = () => [...all()].filter((button) => !button.matches(':disabled'));
  const settle = (current: HTMLElement | undefined) => {
    const ready = buttons();
    const chosen =
      current && ready.includes(current)
        ? current
        : (ready.find((b) => b.ariaPressed === 'true') ?? ready[0]);
    for (const button of all()) button.tabIndex = button === chosen ? 0 : -1;
  };
  const onkeydown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const ready = buttons();
    const place = ready.indexOf(event.target as HTMLElement);
    if (!step || place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    ready[step(place, ready.length)]?.focus();
  };
  const onfocusin = (event: FocusEvent) => settle(event.target as HTMLElement);
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
