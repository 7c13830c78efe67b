/**
 * What a key means while presenting. Bound by what clickers really send: Page Up and Page Down, arrows, F5 and Escape in
 * turn, B or a full stop. Pure: who acts is ShowDesk.
 */
import type { Extra } from './desk/extra';

export type Order =
  | Extra
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'overview'
  | 'full'
  | 'start'
  | 'out'
  | 'number'
  | 'digit'
  | 'help'
  | 'spotlight'
  | 'pointer'
  | 'ask';

const KEYS: Record<string, Order> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  n: 'next',
  Enter: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  p: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  v: 'black',
  '/': 'black',
  ':': 'black',
  ';': 'black',
  o: 'overview',
  f: 'full',
  F5: 'start',
  Escape: 'out',
  g: 'number',
  '?': 'help',
  s: 'spotlight',
  l: 'pointer',
  a: 'ask',
  w: 'desk',
  t: 'notes',
  q: 'class',
};

interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Null where the key is somebody else’s: the browser’s, with Ctrl, Alt or ⌘. */
export function orderOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Order | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === ' ' && shiftKey) return 'previous';
  if (/^\d$/.test(key)) return 'digit';
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** Keys that press what has the focus: theirs where a reader came there by keyboard. */
export const presses = (key: string): boolean => key === 'Enter' || key === ' ';
