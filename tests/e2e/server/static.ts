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
  /** Files that the folder does not have, by name; scripts and styles among them are loaded before each page’s own. */
  files?: Record<string, string>;
  /** The origin that pages were built for: that of this server takes its place. */
  builtFor?: string;
}

/** Serves `folder` under `/under/`; all else is not found. */
export async function serveFolder(
  folder: string,
  under: string,
  { headers = {}, files = {}, builtFor }: Extra = {},
): Promise<StaticServer> {
  const prefix = `/${under}/`;
  const names = Object.keys(files);
  const tags = [
    ...names
      .filter((name) => name.endsWith('.js'))
      .map((name) => `<script src="${encodeURI(prefix)}${name}"></script>`),
    ...names
      .filter((name) => name.endsWith('.css'))
      .map((name) => `<link rel="stylesheet" href="${encodeURI(prefix)}${name}" />`),
  ];
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (name: string): Promise<Buffer | string> => {
    const added = files[name];
    if (added !== undefined) return added;
    // Joining to “/” first keeps “..” inside the folder.
    const body = await readFile(path.join(folder, path.posix.join('/', name)));
    if (!name.endsWith('.html') || (tags.length === 0 && !builtFor)) return body;
    const html = builtFor ? body.toString().replaceAll(builtFor, origin()) : body.toString();
    // Before the page’s own policy, which therefore says nothing of them.
    return html.replace(/<head>/, (head) => head + tags.join(''));
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
  return {
    url: `${origin()}${encodeURI(prefix)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
