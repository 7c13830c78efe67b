/** What the page may load and do, in one place: for its <meta> and for the headers of a host. */
import { createHash } from 'node:crypto';

/** The policy as one line. `scripts`: texts of the inline scripts that may run. */
export function contentPolicy(scripts: readonly string[]): string {
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...hashes].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    // A story of one’s own may lie on any host (`data=`).
    "connect-src 'self' https: http:",
    "font-src 'self'",
    // The share dialog shows the embed as it will stand.
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html',
  ].join('; ');
}
