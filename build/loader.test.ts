/** The price of the script for hosts. That it does its work is seen in tests/e2e/embed-hosts.spec.ts. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildLoader } from './loader';

it('costs a host at most 0.6 kB, and leaves nothing global', async () => {
  const code = await buildLoader();
  console.info(`embed.v1.js: ${gzipSync(code, { level: 9 }).length} B gzip`);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(600);
  expect(code).toMatch(/^\(function|^\(\(\)=>/);
});
