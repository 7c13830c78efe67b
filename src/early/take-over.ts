/**
 * The live page takes the place of the one that stood in the HTML, in one step between two frames: it is drawn beside
 * it, unseen for nothing is painted meanwhile, in the same place, so that it has its size and its scroll position. What
 * the reader did there goes with it: focus, selected text, what was typed and pressed.
 */
import { addressOf, find, type Address } from './control-address';
import type { Press } from './early';

/** `draw` puts the live page into the element it is given, all of its first view. */
export function takeOver(old: HTMLElement, draw: (live: HTMLElement) => void): void {
  const live = document.createElement('div');
  const { pressed = [], turned = [], stop } = globalThis.early ?? {};
  const presses = pressed.map((press) => ({ ...press, at: addressOf(press.control, old) }));
  const typed = typedIn(old);
  const focus = old.contains(document.activeElement)
    ? addressOf(document.activeElement as Element, old)
    : null;
  const selected = readSelection(old);
  const read = scrollY;
  const reading = read > 0 ? readIn(old) : null;
  // Out of the flow: what it is drawn beside keeps the page’s height, and so the reader’s place.
  Object.assign(live.style, { position: 'absolute', insetInline: '0', insetBlockStart: '0' });
  old.before(live);
  draw(live);
  live.id = old.id;
  old.remove();
  live.removeAttribute('style');
  // A view begins where its address says; whoever has read on already stays there.
  if (read > 0 && scrollY !== read) scrollTo({ top: read, behavior: 'instant' });
  if (reading) keepIn(live, reading);

  for (const { at, value } of typed) type(find(at, live), value);
  const focused = focus && find(focus, live);
  if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus({ preventScroll: true });
  writeSelection(selected, live);
  const press = () => {
    for (const { at, type, key } of presses) replay(find(at, live), type, key);
  };
  const stage = live.querySelector('[data-stage]');
  for (const turn of turned) stage?.dispatchEvent(new WheelEvent('wheel', turn));
  // The camera follows the wheel in the next frame; what a press asks of it takes over from there, and not the other way round.
  if (turned.length === 0) press();
  else requestAnimationFrame(() => requestAnimationFrame(press));
  stop?.();
}

interface Reading {
  at: Address;
  top: number;
}

/** What is read of a page that is scrolled, and how far down the window it stands, px. */
function readIn(old: Element): Reading | null {
  for (let y = innerHeight / 3; y < innerHeight; y += 24) {
    const row = document.elementFromPoint(innerWidth / 2, y)?.closest('[data-id]');
    if (row && old.contains(row)) return { at: addressOf(row, old), top: row.getBoundingClientRect().top };
  }
  return null;
}

/** Rows of the live page that were never in sight have a height that is guessed. */
function keepIn(live: Element, { at, top }: Reading): void {
  const row = find(at, live);
  if (row) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: 'instant' });
}

function replay(control: Element | null, type: Press['type'], key: string): void {
  if (!control || type === 'change') return;
  if (type === 'click') control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  else {
    // The key was pressed where the focus was: it has moved with the keys before it.
    const target = control.closest('[data-view]')?.contains(document.activeElement)
      ? document.activeElement
      : control;
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
}

interface Typed {
  at: Address;
  value: string | boolean;
}

/** Fields that do not stand as they were written. */
function typedIn(old: Element): Typed[] {
  const fields = [...old.querySelectorAll<HTMLInputElement>('input')].flatMap((field): Typed[] => {
    const value = field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value;
    const before = typeof value === 'boolean' ? field.defaultChecked : field.defaultValue;
    return value === before || value === false ? [] : [{ at: addressOf(field, old), value }];
  });
  const lists = [...old.querySelectorAll('select')].flatMap((list): Typed[] => {
    const usual = [...list.options].findIndex((option) => option.defaultSelected);
    return list.selectedIndex === Math.max(usual, 0) ? [] : [{ at: addressOf(list, old), value: list.value }];
  });
  return [...fields, ...lists];
}

function type(field: Element | null, value: string | boolean): void {
  if (field instanceof HTMLSelectElement && typeof value === 'string') field.value = value;
  else if (!(field instanceof HTMLInputElement)) return;
  else if (typeof value === 'string') field.value = value;
  else field.checked = value;
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

interface Selected {
  ends: { at: Address; offset: number }[];
}

/** The ends of selected text, counted in letters from the start of what holds them. */
function readSelection(old: Element): Selected | null {
  const selection = getSelection();
  const { anchorNode, focusNode, anchorOffset, focusOffset } = selection ?? {};
  if (!selection || selection.isCollapsed || !anchorNode || !focusNode) return null;
  if (!old.contains(anchorNode) || !old.contains(focusNode)) return null;
  const end = (node: Node, offset: number) => {
    const holder = (node instanceof Element ? node : node.parentElement) ?? old;
    const range = document.createRange();
    range.setStart(holder, 0);
    range.setEnd(node, offset);
    return { at: addressOf(holder, old), offset: range.toString().length };
  };
  return { ends: [end(anchorNode, anchorOffset ?? 0), end(focusNode, focusOffset ?? 0)] };
}

function writeSelection(selected: Selected | null, live: Element): void {
  const ends = selected?.ends.map(({ at, offset }) => {
    const holder = find(at, live);
    return holder && textAt(holder, offset);
  });
  const [from, to] = ends ?? [];
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function textAt(holder: Element, offset: number): { node: Node; offset: number } | null {
  const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.textContent ?? '';
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
}
