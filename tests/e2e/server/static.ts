/** A plain static server, as any host has one: files under a folder of its own, and nothing else. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface StaticServer {
  /** Address of the folder, with a slash at its end. */
  url: string;
  close: () => Promise<void>;
}

/** Serves `folder` under `/under/`; all else is not found. */
export async function serveFolder(folder: string, under: string): Promise<StaticServer> {
  const prefix = `/${under}/`;
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const name = asked.startsWith(prefix) ? asked.slice(prefix.length) || 'index.html' : '';
    // Joining to “/” first keeps “..” inside the folder.
    readFile(path.join(folder, path.posix.join('/', name))).then(
      (body) => {
        response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' });
        response.end(body);
      },
      () => response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${encodeURI(prefix)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
