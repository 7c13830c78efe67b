/**
 * Proves that nginx and Caddy, where they are on this machine, take the files of docs/hosting/ and send what they say,
 * with the policies of a build switched on: only the address, the folder and the certificates are others. Where they are
 * not, only their parts are read (hosting.test.ts, and the first test here). Does not prove what a browser makes of it.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EVERYWHERE } from './hosting';
import { caddyFile, caddyPolicies, nginxFile, nginxPolicies } from './servers';

const PAGES = ['/', '/fr/', '/fr/step/a-step-with-a-name-that-is-as-long-as-any/', '/lesson/', '/embed/'];
const POLICIES = new Map(PAGES.map((page, i) => [page, `default-src 'none'; script-src 'sha256-${i}+/='`]));
const LONG = 'export const words = "as long as it takes to be worth packing"; '.repeat(40);

/** The file with what its comments offer: those lines that belong to the policy. */
const withPolicy = (text: string) =>
  text.replace(/^(\s*)# ((?:map \$uri| {4}include|add_header|import|\}).*)$/gm, '$1$2');

function fill(root: string): void {
  const put = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  for (const page of PAGES) put(`${page}index.html`, `<title>${page}</title>`);
  for (const name of [
    'embed.html',
    'assets/a-1b2c.js',
    'assets/story-1b2c.json',
    'pictures/x.png',
    'icon.svg',
    'manifest.webmanifest',
  ])
    put(name, LONG);
  put('policies.nginx', nginxPolicies(POLICIES));
  put('policies.caddy', caddyPolicies(POLICIES));
}

const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

/** What is written into `folder`, and how it is started. */
type Start = (folder: string, port: number) => string[];

const placeOf = (...places: string[]) => places.find((place) => existsSync(place));
const nginx = placeOf('/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx');
const caddy = placeOf('/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy');

const startNginx: Start = (folder, port) => {
  const built = execFileSync('sh', ['-c', `"${nginx}" -V 2>&1`]).toString();
  const types = path.join(path.dirname(/--conf-path=(\S+)/.exec(built)?.[1] ?? ''), 'mime.types');
  cpSync(types, path.join(folder, 'mime.types'));
  const site = withPolicy(nginxFile())
    .replace('listen 443 ssl http2', `listen 127.0.0.1:${port}`)
    .replaceAll('/srv/timeline', path.join(folder, 'site'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const conf = path.join(folder, 'nginx.conf');
  writeFileSync(
    conf,
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/log; events {}\nhttp {\n${temporary}\n${site}}\n`,
  );
  return [nginx ?? '', '-p', folder, '-e', path.join(folder, 'log'), '-c', conf];
};

const startCaddy: Start = (folder, port) => {
  const conf = path.join(folder, 'Caddyfile');
  const site = withPolicy(caddyFile())
    .replace('timeline.example', `http://127.0.0.1:${port}`)
    .replaceAll('/srv/timeline', path.join(folder, 'site'));
  writeFileSync(conf, `{\n\tadmin off\n}\n${site}`);
  return [caddy ?? '', 'run', '--config', conf, '--adapter', 'caddyfile'];
};

it('offers the policies of the build in both files', () => {
  for (const [text, file] of [
    [nginxFile(), 'policies.nginx'],
    [caddyFile(), 'policies.caddy'],
  ] as const) {
    expect(text.match(new RegExp(`# +\\w+ /srv/timeline/${file};?$`, 'gm'))).toHaveLength(1);
    expect(withPolicy(text)).toMatch(new RegExp(`^\\s*\\w+ /srv/timeline/${file};?$`, 'm'));
  }
});

const found = [
  { name: 'nginx', program: nginx, start: startNginx },
  { name: 'Caddy', program: caddy, start: startCaddy },
].filter(({ program }) => program !== undefined);

for (const { name, start } of found)
  describe(name, () => {
    let folder: string;
    let server: ChildProcess;
    let base: string;
    const ask = (at: string, headers: Record<string, string> = {}) =>
      fetch(base + at, { redirect: 'manual', headers });

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'host-'));
      fill(path.join(folder, 'site'));
      const port = await freePort();
      const [program = '', ...args] = start(folder, port);
      const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
      server = spawn(program, args, { stdio: 'ignore', env });
      base = `http://127.0.0.1:${port}`;
      await vi.waitFor(() => ask('/'), { timeout: 20_000 });
    });
    afterAll(async () => {
      const gone = new Promise((done) => server.once('exit', done));
      if (server.exitCode === null && server.kill()) await gone;
      rmSync(folder, { recursive: true, force: true });
    });

    it('sends each page with its own policy, to be asked for again each time', async () => {
      for (const [page, policy] of POLICIES) {
        const { status, headers } = await ask(page);
        expect([status, headers.get('cache-control'), headers.get('content-security-policy')], page).toEqual([
          200,
          'no-cache',
          policy,
        ]);
        expect(headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i);
        for (const [header, value] of Object.entries(EVERYWHERE))
          expect(headers.get(header), header).toBe(value);
        const again = await ask(page, { 'if-none-match': headers.get('etag') ?? '' });
        expect(again.status).toBe(304);
      }
      const moved = await ask('/fr');
      expect([301, 308]).toContain(moved.status);
      expect(moved.headers.get('location')).toBe('/fr/');
    });

    it('keeps what has a hash for good and nothing that is not there; packs what is words', async () => {
      const kept = async (at: string) => (await ask(at)).headers.get('cache-control');
      expect(await kept('/assets/a-1b2c.js')).toBe('public, max-age=31536000, immutable');
      expect(await kept('/pictures/x.png')).toBe('public, max-age=86400');
      expect(await kept('/icon.svg')).toBe('public, max-age=86400');
      for (const gone of ['/assets/gone.js', '/pictures/gone.png', '/step/gone/']) {
        const { status, headers } = await ask(gone);
        expect([status, headers.get('access-control-allow-origin')], gone).toEqual([404, '*']);
        expect(headers.get('cache-control') ?? 'no-cache', gone).toBe('no-cache');
      }
      const { headers } = await ask('/embed.html');
      expect([headers.get('cache-control'), headers.get('content-security-policy')]).toEqual([
        'no-cache',
        null,
      ]);
      for (const at of ['/embed.html', '/assets/a-1b2c.js', '/assets/story-1b2c.json']) {
        const packed = await ask(at, { 'accept-encoding': 'gzip' });
        expect([packed.headers.get('content-encoding'), packed.headers.get('vary')], at).toEqual([
          'gzip',
          'Accept-Encoding',
        ]);
        expect(await packed.text()).toBe(LONG);
      }
      expect((await ask('/manifest.webmanifest')).headers.get('content-type')).toContain(
        'application/manifest+json',
      );
    });
  });
