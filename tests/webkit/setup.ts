/** A WebKitGTK and the built page for the tests of a file, and the ways to the page that they share. */
import { afterAll, beforeAll, expect } from 'vitest';
import { findWebKit } from '../../scripts/webkit.mjs';
import { serveBuilt } from '../engines/built';
import { letPointersGo, scriptOf, watch, type Watched } from '../engines/page-scripts';
import type { Extra, StaticServer } from '../e2e/server/static';
import { startDriver, type Driver } from './driver';
import { Session } from './session';

export interface Visit {
  session: Session;
  server: StaticServer;
}

interface Options extends Extra {
  lessMotion?: boolean;
  size?: [width: number, height: number];
}

/** For the head of a test file: what it gives is there when the tests run, and gone after them. */
export function visitWebKit({ lessMotion = true, size = [1440, 900], ...extra }: Options = {}): Visit {
  const visit = {} as Visit;
  let driver: Driver | undefined;
  beforeAll(async () => {
    const found = findWebKit();
    if (!found) throw new Error('There is no WebKitWebDriver here: npm run test:engines installs it.');
    const files = { 'watch.js': scriptOf(watch, letPointersGo), ...extra.files };
    visit.server = await serveBuilt({ ...extra, files });
    driver = await startDriver(found, { lessMotion });
    visit.session = await Session.start(driver);
    await visit.session.resize(...size);
  });
  afterAll(async () => {
    await visit.session?.end().catch(() => {}); // a window that hangs must not keep its server alive
    await driver?.stop();
    await visit.server?.close();
  });
  return visit;
}

/** Goes to an address (a query) and waits for the first picture. */
export async function open({ session, server }: Visit, query = ''): Promise<void> {
  await session.goto(server.url + query);
  await drawn(session);
}

export async function drawn(session: Session): Promise<void> {
  await session.until('a picture', () => {
    // Until somebody comes near, the page is the document that stands in its HTML.
    dispatchEvent(new FocusEvent('focusin'));
    return document.documentElement.dataset.drawn !== undefined;
  });
  await session.run(() => document.fonts.ready.then(() => null));
  await settled(session);
}

/** Two frames: what was changed is drawn. */
export const settled = (session: Session): Promise<null> =>
  session.run(
    () => new Promise<null>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );

/** The page complained of nothing since it was loaded. */
export const expectNoFault = async (session: Session): Promise<void> =>
  expect(await session.run(() => (window as unknown as Watched).faults)).toEqual([]);
