/**
 * What a host of static files should send along, written down for the hosts that can be told: Netlify and Cloudflare
 * Pages (`_headers`, made by the build with the policy of the pages it has just written), nginx and Caddy
 * (docs/hosting/, kept equal by a test; they name no policy, for it is another whenever the inline script is).
 *
 * Anybody may frame the pages, so there is neither X-Frame-Options nor frame-ancestors. `embed.html` carries its own
 * policy in its <meta>: it names the hash of its one script, which is another in every build.
 */

import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { oneFileNameOf } from './pages.ts';

/** For every file. All of it is public, and frames in a sandbox have no origin that could be named. */
const EVERYWHERE: Record<string, string> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // What the page never asks for. Fullscreen, clipboard, sharing and staying awake are left as the host page has them.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Asked for again each time, answered with “not modified”: the names do not change with their content. */
const FRESH = 'no-cache';
/** Their names change with their content. */
const FOREVER = 'public, max-age=31536000, immutable';
/** They change seldom, and nothing breaks where an old one is shown. */
const A_DAY = 'public, max-age=86400';

/** Paths of what has a name of its own, by how long it may be kept. A path ends with “*” or is the whole of it. */
const pagesAt = (folders: readonly string[]) => ['/', '/index.html', ...folders.map((each) => `/${each}/*`)];
const SINGLE_PAGES = ['/accessibility.html'];
const FRESH_FILES = [
  ...Object.keys(LOCALES).map((lang) => `/${oneFileNameOf(lang as Locale)}`),
  '/embed.v1.js',
  '/embed.zip',
  '/oembed/*',
];
const DAY_FILES = ['/pictures/*', '/icons/*', '/icon.svg'];

export interface Hosted {
  /** The folders that hold pages: the languages, the threads, the embed. */
  folders: readonly string[];
  /** The Content-Security-Policy of the pages; null: they have it in themselves only. */
  policy: string | null;
}

/** For Netlify and Cloudflare Pages. Both join what several rules say of one header: no path has two of them. */
export function headersFile({ folders, policy }: Hosted): string {
  const rule = (path: string, headers: Record<string, string | null>) =>
    [
      path,
      ...Object.entries(headers).flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : [])),
      '',
    ].join('\n');
  const pages = [...pagesAt(folders), ...SINGLE_PAGES];
  return [
    rule('/*', EVERYWHERE),
    ...pages.map((path) => rule(path, { 'Cache-Control': FRESH, 'Content-Security-Policy': policy })),
    ...FRESH_FILES.map((path) => rule(path, { 'Cache-Control': FRESH })),
    ...DAY_FILES.map((path) => rule(path, { 'Cache-Control': A_DAY })),
    rule('/assets/*', { 'Cache-Control': FOREVER }),
  ].join('\n');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/** A server block for nginx. */
export function nginxFile(): string {
  const headers = Object.entries(EVERYWHERE).map(
    ([name, value]) => `    add_header ${name} ${quoted(value)} always;`,
  );
  return `# nginx: put this into conf.d/ and change the name, the folder and the certificates.
# Written by build/meta/hosting.ts; \`npx vitest run build/meta -u\` writes it again.

map $uri $timeline_cache {
    default            "${FRESH}";
    ~^/assets/         "${FOREVER}";
    ~^/(pictures|icons)/ "${A_DAY}";
}

# Every page carries its Content-Security-Policy in itself. To send it as a header too, put the line of the built
# folder’s \`_headers\` here, and \`add_header Content-Security-Policy $timeline_policy always;\` below. Not for embed.html,
# which has a policy of its own: an empty header is not sent.
# map $uri $timeline_policy { default "…"; /embed.html ""; }

server {
    listen 443 ssl;
    http2 on;
    server_name timeline.example;
    root /srv/timeline;
    index index.html;
    # ssl_certificate     …;
    # ssl_certificate_key …;

    types { application/manifest+json webmanifest; }
    include mime.types;
    charset utf-8;
    charset_types text/css text/plain text/xml application/javascript application/json application/manifest+json image/svg+xml;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml;
    etag on;

${headers.join('\n')}
    add_header Cache-Control $timeline_cache always;

    # Nothing about readers need be kept.
    access_log off;

    location / {
        try_files $uri $uri/ =404;
    }
}
`;
}

/** A site for Caddy. */
export function caddyFile(): string {
  const headers = Object.entries(EVERYWHERE).map(([name, value]) => `\t\t${name} ${quoted(value)}`);
  return `# Caddy 2: change the name and the folder. Caddy keeps no log of readers unless it is told to.
# Written by build/meta/hosting.ts; \`npx vitest run build/meta -u\` writes it again.

timeline.example {
	root * /srv/timeline
	encode zstd gzip

	header {
${headers.join('\n')}
	}

	@forever path /assets/*
	header @forever Cache-Control ${quoted(FOREVER)}
	@day path ${DAY_FILES.join(' ')}
	header @day Cache-Control ${quoted(A_DAY)}
	@fresh not path /assets/* ${DAY_FILES.join(' ')}
	header @fresh Cache-Control ${quoted(FRESH)}

	# Every page carries its Content-Security-Policy in itself. To send it as a header too, put the line of the built
	# folder’s \`_headers\` here. Not for embed.html, which has a policy of its own.
	# @policed not path /embed.html
	# header @policed Content-Security-Policy "…"

	file_server
}
`;
}
