/**
 * What must be there before anything else runs: a Node that is new enough, and the locked dependencies.
 * It uses nothing but Node itself, because it is the first thing that runs on a fresh clone.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const NODE_NEEDED = [20, 19];

export function nodeIsNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1]);
}

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return undefined; // missing or cut short: the same as not installed
  }
};

/**
 * Versions are compared rather than file times: git and npm both write the lock file at times that say
 * nothing about what is installed. npm writes its inner lock last, so a broken install has none.
 */
export function isInstalled(locked, installed) {
  if (!locked || !installed) return false;
  return Object.entries(locked.packages).every(
    ([name, { version, optional }]) =>
      name === '' || optional || installed.packages[name]?.version === version,
  );
}

/** npm as it was started, so that the same npm installs; by name when this runs without npm. */
function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && path.basename(cli).startsWith('npm-cli'))
    return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

export function ensure() {
  if (!nodeIsNewEnough(process.versions.node)) {
    console.error(
      `This needs Node ${NODE_NEEDED.join('.')} or newer; this is Node ${process.versions.node}. ` +
        'Please install a newer one from nodejs.org and try again.',
    );
    process.exit(1);
  }
  if (isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'))) return;

  console.log('Installing what the project needs (once, about a minute) …');
  // --include=dev: with NODE_ENV=production npm would leave out everything we build with.
  const { status, error } = npm(['ci', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (status === 0) return;
  console.error(
    `The installation failed${error ? ` (${error.message})` : ''}. Is the network there? ` +
      'Then try again, or run “npm ci” to see the whole message.',
  );
  process.exit(1);
}
