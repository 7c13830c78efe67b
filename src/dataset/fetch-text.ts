/** Fetches a text with a limit in time and size, and says in a code what went wrong. */
import type { ProblemCode } from './problem-texts';

export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** What went wrong, before it is put in words. */
export interface Failure {
  code: ProblemCode;
  params: Record<string, string | number>;
}

export interface FetchLimits {
  fetch: Fetch;
  /** Milliseconds until the whole answer must be there. */
  timeout: number;
  /** Bytes. */
  limit: number;
}

/** The text at an address, or why there is none. Never rejects. */
export async function fetchText(address: string, limits: FetchLimits): Promise<{ text: string } | Failure> {
  const abort = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort.abort();
  }, limits.timeout);
  try {
    const answer = await limits.fetch(address, { signal: abort.signal, credentials: 'same-origin' });
    if (!answer.ok) return { code: 'http-status', params: { address, status: answer.status } };
    const text = await readUpTo(answer, limits.limit);
    if (text === null) {
      abort.abort();
      return { code: 'too-large', params: { limit: Math.round(limits.limit / 1e6) } };
    }
    if (/text\/html/i.test(answer.headers.get('content-type') ?? '') || /^\s*</.test(text))
      return { code: 'is-a-page', params: { address } };
    return { text };
  } catch {
    return late
      ? { code: 'timed-out', params: { address, seconds: Math.round(limits.timeout / 1000) } }
      : { code: 'unreachable', params: { address } };
  } finally {
    clearTimeout(timer);
  }
}

/** The body as text, or null as soon as it is larger than `limit` bytes. */
async function readUpTo(answer: Response, limit: number): Promise<string | null> {
  if (Number(answer.headers.get('content-length') ?? 0) > limit) return null;
  if (!answer.body) return answer.text();
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) return null;
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
