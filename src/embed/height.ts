/**
 * Tells the host how high the frame would like to be: at once, before anything is laid out (a frame that is clipped
 * or hidden is told of no frame and no size by its browser), again when all has come, when somebody greets it, and
 * when its content has another height. The height asked for follows from the width alone, never from the height that
 * the host gave, so that the two cannot drive each other up.
 */
import { heightMessages, readGreeting, readHost } from './protocols';

/** The height asked for where nothing needs more, and the most that a list does: it scrolls. In the reader’s own letters. */
const USUAL = 40;
/** Not more often than this, ms. */
const PAUSE = 200;

export interface HeightSpeaker {
  /** Follows the size of the content, now that it is there. */
  follow: (content: Element) => void;
  /** Calls back with the states that the host has in its address, the latest first one too. */
  onstate: (take: (search: string) => void) => void;
  /** Tells a host that asked for it what is shown, as a query string. */
  tellState: (search: string) => void;
}

/** Starts to speak; to be called as early as can be. Does nothing for a page of its own. */
export function speakHeight(embed: boolean): HeightSpeaker {
  const { parent } = window;
  if (!embed || parent === window) return { follow: () => {}, onstate: () => {}, tellState: () => {} };
  const host = readHost(location.search, location.hash);
  let told = 0;
  let at = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = false;
  let first = true;
  let mirrored = false;
  let state: string | null = null;
  let take: ((search: string) => void) | null = null;

  const post = (message: unknown) => parent.postMessage(message, '*');
  const say = (again = false): void => {
    due ||= again;
    const wait = at + PAUSE - performance.now();
    if (wait > 0) {
      timer ??= setTimeout(() => ((timer = undefined), say()), wait);
      return;
    }
    const height = ownHeight();
    if (height === told && !due) return;
    const { href } = location;
    for (const message of heightMessages({ height, width: innerWidth, href, first }, host)) post(message);
    told = height;
    at = performance.now();
    due = first = false;
  };
  const hear = ({ source, data }: MessageEvent): void => {
    if (source !== parent) return;
    const greeting = readGreeting(data, host);
    if (!greeting) return;
    const { state: shown, ...names } = greeting;
    Object.assign(host, names);
    if (shown !== undefined) {
      mirrored = true;
      state = shown || null;
      if (state !== null) take?.(state);
    }
    say(true);
  };

  addEventListener('message', hear);
  addEventListener('load', () => say(true));
  say();
  return {
    follow: (content) => {
      new ResizeObserver(() => say()).observe(content);
      say();
    },
    onstate: (next) => {
      take = next;
      if (state !== null) next(state);
    },
    tellState: (search) => {
      if (mirrored) post({ g7: 1, state: search });
    },
  };
}

/**
 * The height that the page would like, whole px: what stands around the room of the view, and what this wishes for
 * (`--wish`, in letters) or needs at least; a view that grows down the page scrolls in the usual height.
 */
function ownHeight(): number {
  const letter = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const usual = USUAL * letter;
  const content = document.querySelector<HTMLElement>('[data-content]');
  const room = content?.querySelector<HTMLElement>('[data-room]');
  if (!content || !room || innerWidth === 0) return Math.ceil(usual);
  const style = getComputedStyle(room);
  const least = parseFloat(style.minBlockSize) || 0;
  if (least === 0) return Math.ceil(Math.min(usual, content.offsetHeight));
  const wish = Math.max(least, (parseFloat(style.getPropertyValue('--wish')) || 0) * letter);
  return Math.ceil(Math.max(usual, content.offsetHeight - room.offsetHeight + wish));
}
