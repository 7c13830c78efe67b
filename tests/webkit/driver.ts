/** WebKitGTK without a screen: an X server and WebKitWebDriver of our own, ended by their ids whatever happens. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WebKit } from '../../scripts/webkit.mjs';

export interface Driver {
  /** Where it listens, without a slash at the end. */
  url: string;
  browser: string;
  stop: () => Promise<void>;
}

const SIGNS = ['SIGTERM', 'SIGINT', 'disconnect'] as const;
const START_LIMIT = 20_000; // ms

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function until(what: string, ready: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + START_LIMIT;
  while (!(await ready())) {
    if (Date.now() > end) throw new Error(`${what} did not start within ${START_LIMIT / 1000} s.`);
    await pause(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  if ((await Promise.race([gone, pause(5000).then(() => 'late')])) === 'late') child.kill('SIGKILL');
  await gone;
}

/** The X server picks a display that nobody has, and tells its number. */
async function startScreen(xvfb: string): Promise<{ child: ChildProcess; display: string }> {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let number = '';
  child.stdio[3]?.on('data', (data: Buffer) => (number += data.toString()));
  await until('The X server', () => number.endsWith('\n'));
  return { child, display: `:${number.trim()}` };
}

/** Starts both; `lessMotion` sets what readers set on their desk to have less motion. */
export async function startDriver(
  { driver, browser, xvfb }: WebKit,
  { lessMotion }: { lessMotion: boolean },
): Promise<Driver> {
  const home = mkdtempSync(path.join(tmpdir(), 'webkit-'));
  mkdirSync(path.join(home, '.config/gtk-3.0'), { recursive: true });
  writeFileSync(
    path.join(home, '.config/gtk-3.0/settings.ini'),
    `[Settings]\ngtk-enable-animations=${lessMotion ? 0 : 1}\n`,
  );
  const port = await freePort();
  const screen = await startScreen(xvfb);
  const child = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      TZ: process.env.TZ,
      LANG: 'en_CA.UTF-8',
      LANGUAGE: 'en_CA',
      DISPLAY: screen.display,
      GDK_BACKEND: 'x11',
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      HOME: home,
      XDG_RUNTIME_DIR: home,
    },
  });
  const stopNow = () => {
    child.kill('SIGKILL');
    screen.child.kill('SIGKILL');
  };
  const stopAndGo = () => {
    stopNow();
    process.exit(1);
  };
  process.once('exit', stopNow);
  // Also when whoever runs the tests is stopped.
  for (const sign of SIGNS) process.once(sign, stopAndGo);
  const stop = async () => {
    await end(child);
    await end(screen.child);
    process.off('exit', stopNow);
    for (const sign of SIGNS) process.off(sign, stopAndGo);
    if (existsSync(home)) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await until('WebKitWebDriver', () =>
      fetch(`${url}/status`).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, browser, stop };
}
