/**
 * What the embeds of newsrooms, learning systems and content managers say to each other about heights. Pure: numbers
 * and names in, messages out, and the other way. No publisher need ask for ours: every frame says it in all languages.
 */

/** What the child knows of its host, by its address and by what it was greeted with. */
export interface Host {
  /** pym’s name for the frame, from the query string. */
  pym: string | null;
  /** WordPress’ secret, from the hash. */
  secret: string | null;
  /** iframe-resizer’s name for the frame, from its greeting. */
  sizer: string | null;
  /** What a host of Mastodon’s kind calls the frame, from its greeting. */
  numbered: string | number | null;
}

/** Somebody who will take our height; `state`: the host keeps our state in its address (see loader.ts). */
export type Greeting = Partial<Pick<Host, 'sizer' | 'numbered'>> & { state?: string };

/** Longer messages are none of these. */
const LONGEST = 1000;

/** What the child’s own address says of its host. */
export function readHost(search: string, hash: string): Host {
  return {
    pym: new URLSearchParams(search).get('childId'),
    secret: new URLSearchParams(hash.replace(/^#\??/, '')).get('secret'),
    sizer: null,
    numbered: null,
  };
}

/** A message of the parent’s, or null where it is nothing to us. Never throws. */
export function readGreeting(data: unknown, host: Host): Greeting | null {
  if (typeof data === 'string') return data.length > LONGEST ? null : readText(data, host);
  if (typeof data !== 'object' || data === null) return null;
  const { type, id, sentinel, message, secret, g7, hello, state } = data as Record<string, unknown>;
  if (g7 === 1 && hello === 1) {
    if (state === undefined) return {};
    return typeof state === 'string' && state.length <= LONGEST ? { state } : null;
  }
  if (sentinel === 'amp') return type === 'frames-init' ? {} : null;
  if (message === 'ready') return host.secret !== null && secret === host.secret ? {} : null;
  if (type === 'iframe-child-init' || type === 'iframe-get-child-dimensions') return {};
  if (type === 'setHeight') {
    if (Number.isSafeInteger(id)) return { numbered: id as number };
    return typeof id === 'string' && id.length <= LONGEST ? { numbered: id } : null;
  }
  return null;
}

function readText(text: string, host: Host): Greeting | null {
  const [, name, kind] = /^pymxPYMx(.+?)xPYMx(width|viewport-iframe-position)xPYMx/.exec(text) ?? [];
  if (name !== undefined) return name === host.pym && kind ? {} : null;
  const fields = /^\[iFrameSizer\](.+)$/.exec(text)?.[1]?.split(':') ?? [];
  // Its first message has some twenty fields; others to the child have few.
  return fields.length > 8 && fields[0] ? { sizer: fields[0] } : null;
}

interface Size {
  /** Whole px. */
  height: number;
  width: number;
  /** The address of the frame. */
  href: string;
  /** Whether this is the first message of a page. */
  first: boolean;
}

/** One height, said in every way that the host may understand. */
export function heightMessages({ height, width, href, first }: Size, host: Host): unknown[] {
  const messages: unknown[] = [
    { g7: 1, height, ...(first && { hello: 1 }) },
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { g7: height } },
    JSON.stringify({ src: href, context: 'iframe.resize', height }),
    { subject: 'lti.frameResize', height },
    { type: 'iframe-resized', width, height },
  ];
  if (host.pym !== null) messages.push(`pymxPYMx${host.pym}xPYMxheightxPYMx${height}`);
  if (host.secret !== null) messages.push({ message: 'height', value: height, secret: host.secret });
  if (host.sizer !== null) messages.push(`[iFrameSizer]${host.sizer}:${height}:${width}:init`);
  if (host.numbered !== null) messages.push({ type: 'setHeight', id: host.numbered, height });
  return messages;
}
