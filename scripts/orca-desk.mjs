/**
 * A desktop that nobody sees, with what a blind reader uses: an X server, a window manager, the accessibility bus,
 * a voice without sound, Orca. What goes to the voice is kept word by word. Every program is a process group of its
 * own and is ended by its id.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasAll } from './orca-transcript.mjs';

/** Without a voice Orca waits for ever; this one has no sound, and its loudspeaker swallows all. */
const LOUDSPEAKER = 'pcm.!default { type null }\nctl.!default { type null }\n';
const VOICE = `LogLevel 1
LogDir "default"
CommunicationMethod "unix_socket"
DisableAutoSpawn
AudioOutputMethod "alsa"
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
`;

/** The window manager keeps no key for itself: Alt+Shift+arrows are Orca’s, to walk through a table. */
const WINDOWS = '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>';

/** Loaded by Orca at its start: every phrase on its way to the voice becomes a line of a file, say-all too. */
const listener = (file, readsAll) => `import json
from orca import settings, speechdispatcherfactory as factory
settings.enableKeyEcho = False
settings.sayAllOnLoad = ${readsAll ? 'True' : 'False'}
out = open(${JSON.stringify(file)}, 'a', buffering=1)
def listen(name):
    real = getattr(factory.SpeechServer, name)
    def speak(self, text, *args, **kwargs):
        out.write(json.dumps(text) + chr(10))
        return real(self, text, *args, **kwargs)
    setattr(factory.SpeechServer, name, speak)
listen('_speak')
listen('speakCharacter')
`;

const AT_SPI = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'];

/** ms of silence after which Orca has said what a key led to; the page itself speaks half a second late. */
const QUIET = 1800;
/** ms that Orca is given to begin, on a loaded machine. */
const SLOW = 15_000;
/** ms after which a reader stops Orca: it reads a whole page if it is let. */
const LONGEST = 12_000;

export class Desk {
  #home = mkdtempSync(path.join(os.tmpdir(), 'orca-desk-'));
  #spoken = path.join(this.#home, 'spoken');
  #running = [];
  #env = {};
  #read = 0;
  #closed;

  /**
   * Starts everything but the browser. `lang`: the language that Orca speaks, as "fr". `readsAll`: whether it reads a
   * page as soon as it is there; a voice that takes no time cannot be stopped in the middle of it.
   */
  async open({ lang, readsAll = false }) {
    this.#env = {
      ...quietEnv(),
      HOME: this.#home,
      XDG_RUNTIME_DIR: path.join(this.#home, 'run'),
      LANGUAGE: lang,
    };
    mkdirSync(this.#env.XDG_RUNTIME_DIR, { mode: 0o700 });
    this.#put('.asoundrc', LOUDSPEAKER);
    this.#put('.local/share/orca/orca-customizations.py', listener(this.#spoken, readsAll));
    const voice = path.dirname(this.#put('voice/speechd.conf', VOICE));
    const screen = ['-screen', '0', '1440x1000x24', '-nolisten', 'tcp'];
    this.#env.DISPLAY = `:${await this.#answerOf('Xvfb', ['-displayfd', '1', ...screen])}`;
    const bus = ['--session', '--nofork', '--print-address=1'];
    this.#env.DBUS_SESSION_BUS_ADDRESS = await this.#answerOf('dbus-daemon', bus);
    this.start('openbox', ['--config-file', this.#put('windows.xml', WINDOWS)]);
    this.start(AT_SPI.find(existsSync), ['--launch-immediately', '--screen-reader=1']);
    this.start('speech-dispatcher', ['-s', '-t', '0', '-c', 'unix_socket', '-C', voice]);
    await wait(1500);
    this.start('orca', ['--disable=braille,magnifier']);
    await this.hears(/./, 60_000);
  }

  #put(name, text) {
    const file = path.join(this.#home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Starts a program whose words nobody wants. */
  start(command, args) {
    const out = openSync(path.join(this.#home, `${path.basename(command)}.out`), 'a');
    const child = spawn(command, args, { env: this.#env, detached: true, stdio: ['ignore', out, out] });
    child.on('error', () => {});
    this.#running.push(child);
    return child;
  }

  /** Starts a program that first says one line. */
  #answerOf(command, args) {
    const stdio = ['ignore', 'pipe', 'ignore'];
    const child = spawn(command, args, { env: this.#env, detached: true, stdio });
    this.#running.push(child);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', () => reject(new Error(`${command} has ended`)));
      child.stdout.once('data', (text) => resolve(String(text).trim()));
    });
  }

  /** A new folder that goes with the desk. */
  folder(name) {
    return mkdtempSync(path.join(this.#home, `${name}-`));
  }

  /** Presses a key as xdotool names it, or types a text that follows “type:”. */
  press(key) {
    const args = key.startsWith('type:') ? ['type', '--delay', '80', key.slice(5)] : ['key', key];
    spawnSync('xdotool', args, { env: this.#env });
  }

  #said() {
    if (!existsSync(this.#spoken)) return [];
    const lines = readFileSync(this.#spoken, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line).replace(/\s+/g, ' ').trim()).filter(Boolean);
  }

  /** What was said since the last time, once there is silence and every wanted phrase was heard (or never will be). */
  async heard(wanted = ['']) {
    const began = Date.now();
    let said = this.#said();
    let last = began;
    const lacking = () => !hasAll(said.slice(this.#read), wanted);
    const quiet = () => Date.now() - last > QUIET || last - began > LONGEST;
    while (lacking() ? Date.now() - began < SLOW : !quiet()) {
      await wait(200);
      const now = this.#said();
      if (now.length > said.length) last = Date.now();
      said = now;
    }
    const fresh = said.slice(this.#read);
    this.#read = said.length;
    return fresh;
  }

  /** Waits until something new fits, at most `limit` ms. */
  async hears(wanted, limit) {
    const began = Date.now();
    while (
      !this.#said()
        .slice(this.#read)
        .some((phrase) => wanted.test(phrase))
    ) {
      if (Date.now() - began > limit) throw new Error(`Orca did not say ${wanted} within ${limit / 1000} s`);
      await wait(200);
    }
  }

  /** Ends everything; whoever calls it a second time waits for the first. */
  close() {
    return (this.#closed ??= this.#close());
  }

  async #close() {
    for (const child of this.#running.splice(0).reverse()) await endGroup(child);
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Only what programs of a desktop need, so that the desktop of whoever runs this is left alone. */
const quietEnv = () => ({
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  TZ: 'America/Toronto',
  GDK_BACKEND: 'x11',
  GTK_MODULES: 'gail:atk-bridge',
  GNOME_ACCESSIBILITY: '1',
  ACCESSIBILITY_ENABLED: '1',
  NO_AT_BRIDGE: '0',
});

async function endGroup(child) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      return; // all of it has ended
    }
    await wait(500);
  }
}
