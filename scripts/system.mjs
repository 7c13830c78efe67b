/** Programs of this machine: whether they run, and how to get them where the system can install them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root } from './ensure.mjs';

/** A file of that name is not enough: on some systems it is only a stub that asks for a snap. */
export function runs(file) {
  if (!existsSync(file)) return false;
  // On Windows --version opens a window instead of answering.
  return process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;
}

/** The program that `variable` names, or nothing if that one does not run; else the first of `places` that does. */
export function findProgram(variable, places) {
  const asked = process.env[variable];
  if (asked) return runs(asked) ? asked : undefined;
  return places.find((file) => file && runs(file));
}

/** Runs a command in sight of the reader; true if it went well. */
export function run(command, args, env = {}) {
  console.log(`  ${[command, ...args].join(' ')}`);
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } };
  return spawnSync(command, args, options).status === 0;
}

export const isRoot = () => process.getuid?.() === 0;
export const hasApt = () => isRoot() && existsSync('/usr/bin/apt-get');

const QUIET = { DEBIAN_FRONTEND: 'noninteractive' };
export const aptUpdate = () => run('apt-get', ['update'], QUIET);
export const aptInstall = (...names) =>
  run('apt-get', ['install', '-y', '--no-install-recommends', ...names], QUIET);
