/** `npm start`: from a fresh clone to the running page, in one command. PORT chooses the port. */
import { ensure, root } from './ensure.mjs';

ensure();
// Would make Svelte and Vite behave as if they were building for somewhere else.
delete process.env.NODE_ENV;
process.chdir(root);

const { createServer } = await import('vite'); // only now is it sure to be installed
const asked = process.env.PORT;
const port = asked === undefined || asked === '' ? 5173 : Number(asked);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is “${asked}”; it should be a number from 0 to 65535.`);
  process.exit(1);
}

let server;
const stop = async () => {
  await server?.close();
  process.exit(0);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
// npm ends its shell but does not hand a SIGTERM on to us: without a parent there is nobody to serve.
const { ppid } = process;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== ppid && stop(), 1000).unref();

try {
  // A port that was asked for is kept or refused; otherwise the next free one is taken.
  server = await createServer({ root, server: { host: '127.0.0.1', port, strictPort: Boolean(asked) } });
  await server.listen();
  const { port: real } = server.httpServer.address();
  console.log(`\n  Fifty years to Ottawa is at http://127.0.0.1:${real}/\n  Ctrl-C ends it.\n`);
} catch (error) {
  const taken = /already in use/i.test(error.message);
  console.error(taken ? `Port ${port} is taken. Choose another one: PORT=8080 npm start` : error);
  await server?.close();
  process.exit(1);
}
