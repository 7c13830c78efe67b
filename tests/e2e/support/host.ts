/** An article on another origin: a server of its own under another name of this machine, with pages that a test writes. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Frame, type Page } from '@playwright/test';

/** Where the story is published, with a slash at its end. */
export const STORY = `http://127.0.0.1:${process.env.E2E_PORT || 4173}/`;

export interface Host {
  /** Address of a page, by its name. */
  url: (name: string) => string;
  close: () => Promise<void>;
}

/** The parents’ own scripts, as publishers load them. */
const SCRIPTS: Record<string, string> = {
  'pym.js': 'node_modules/pym.js/dist/pym.v1.min.js',
  'iframe-resizer.js': 'node_modules/iframe-resizer/js/iframeResizer.min.js',
  'open-iframe-resizer.js': 'node_modules/@open-iframe-resizer/core/dist/index.js',
  'newswire.js': 'node_modules/@newswire/frames/dist/frames.modern.js',
};

/** Serves each page under its name, at “localhost”: the embed is at 127.0.0.1, so that they are strangers. */
export async function serveHost(pages: Record<string, string>): Promise<Host> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname.slice(1);
    const script = SCRIPTS[name];
    const body = script === undefined ? pages[name] : readFileSync(script);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': script === undefined ? 'text/html; charset=utf-8' : 'text/javascript',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://localhost:${port}/${name}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const WORDS = '<p>What an article says before and after its picture, at some length.</p>';

/** An article around `middle`, long enough to scroll on both sides. */
export const article = (middle: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>An article</title>
  <style>body { max-width: 1000px; margin: 0 auto; font: 16px/1.5 serif } iframe { display: block; border: 0 }</style>
  <body><h1>An article</h1>${WORDS.repeat(6)}${middle}${WORDS.repeat(60)}`;

/** A frame of that name in an article, far too low at first. */
export const frame = (id: string, src: string, attributes = ''): string =>
  `<iframe id="${id}" title="${id}" src="${src}" width="760" height="300" ${attributes}></iframe>`;

/** The one frame of an article, once it has come near and its picture is drawn. */
export async function storyIn(page: Page): Promise<Frame> {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect.poll(() => page.frames().length).toBe(2);
  const story = page.frames()[1] as Frame;
  await story.waitForSelector('html[data-drawn]');
  return story;
}
