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

export interface Extra {
  /** Sent with every file. */
  headers?: Record<string, string>;
  /** Files that the folder does not have, by name; scripts and styles among them are loaded before the page’s own. */
  files?: Record<string, string>;
}

/** Serves `folder` under `/under/`; all else is not found. */
export async function serveFolder(
  folder: string,
  under: string,
  { headers = {}, files = {} }: Extra = {},
): Promise<StaticServer> {
  const prefix = `/${under}/`;
  const names = Object.keys(files);
  const tags = [
    ...names.filter((name) => name.endsWith('.js')).map((name) => `<script src="./${name}"></script>`),
    ...names
      .filter((name) => name.endsWith('.css'))
      .map((name) => `<link rel="stylesheet" href="./${name}" />`),
  ];
  const read = async (name: string): Promise<Buffer | string> => {
    const added = files[name];
    if (added !== undefined) return added;
    // Joining to “/” first keeps “..” inside the folder.
    const body = await readFile(path.join(folder, path.posix.join('/', name)));
    if (name !== 'index.html' || tags.length === 0) return body;
    return body.toString().replace(/<head>/, (head) => head + tags.join(''));
  };
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = asked.startsWith(prefix) ? asked.slice(prefix.length) : null;
    const name = inside === null ? '' : inside.replace(/(^|\/)$/, '$1index.html');
    read(name).then(
      (body) => {
        const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, ...headers });
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
