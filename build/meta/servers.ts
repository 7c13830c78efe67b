/**
 * The same as `_headers` for those who run a server: nginx and Caddy (docs/hosting/, kept equal by a test). Their files
 * are written once, the policies of the pages with every build: so those stand in files of their own, beside the pages.
 *
 * What is not there must never be kept for good: a file that is asked for in the minute of a deployment would stay gone.
 */
import { A_DAY, DAY_FILES, EVERYWHERE, FOREVER, FRESH, namesOf, type Policies } from './hosting.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
const AGAIN = '`npx vitest run build/meta -u` writes it again.';

/**
 * For nginx: the policy of each page by its address, to stand in a `map`. As patterns, for names may be longer than the
 * table that nginx makes of words is wide.
 */
export const nginxPolicies = (policies: Policies): string =>
  [...policies]
    .flatMap(([page, policy]) =>
      policy ? namesOf(page).map((name) => `"~^${name.replace('.', '\\.')}$" ${quoted(policy)};\n`) : [],
    )
    .join('');

/** For Caddy: the policy of each page, to stand in a site. */
export const caddyPolicies = (policies: Policies): string =>
  [...policies]
    .flatMap(([page, policy], i) =>
      policy
        ? [
            `@page${i} path ${namesOf(page).join(' ')}\nheader @page${i} Content-Security-Policy ${quoted(policy)}\n`,
          ]
        : [],
    )
    .join('');

/** A server block for nginx. */
export function nginxFile(): string {
  const headers = Object.entries(EVERYWHERE).map(
    ([name, value]) => `    add_header ${name} ${quoted(value)} always;`,
  );
  const days = DAY_FILES.map((path) => `    ~^${path.replace('*', '').replace('.', '\\.')} "${A_DAY}";`);
  return `# nginx: put this into conf.d/ and change the name, the folder and the certificates.
# Written by build/meta/servers.ts; ${AGAIN}

map $uri $timeline_cache {
    default "${FRESH}";
    ~^/assets/ "${FOREVER}";
${days.join('\n')}
}

# Every page carries its Content-Security-Policy in itself. To send it as a header too, make this active and the line
# below that says “policy”, and have nginx read it again (nginx -s reload) whenever another build is published: with the
# policies of an older one the pages would stay documents.
# map $uri $timeline_policy {
#     include /srv/timeline/policies.nginx;
# }

server {
    # nginx 1.25.1 and later would rather have “http2 on;” on a line of its own; the older ones do not know it.
    listen 443 ssl http2;
    server_name timeline.example;
    root /srv/timeline;
    index index.html;
    # ssl_certificate     …;
    # ssl_certificate_key …;
    # From /fr to /fr/, behind whatever else stands before this server.
    absolute_redirect off;

    types { application/manifest+json webmanifest; }
    include mime.types;
    charset utf-8;
    charset_types text/css text/plain text/xml text/javascript application/javascript application/json application/manifest+json image/svg+xml;
    gzip on;
    gzip_comp_level 6;
    gzip_proxied any;
    gzip_vary on;
    gzip_types text/css text/javascript text/plain text/xml application/javascript application/json application/manifest+json image/svg+xml;
    etag on;

${headers.join('\n')}
    # Without “always”: what is not there is not to be kept.
    add_header Cache-Control $timeline_cache;
    # add_header Content-Security-Policy $timeline_policy; # policy

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
# Written by build/meta/servers.ts; ${AGAIN}

timeline.example {
	root * /srv/timeline
	encode zstd gzip

	header {
${headers.join('\n')}
	}

	# What is not there is not to be kept: hence “file”.
	@forever {
		path /assets/*
		file
	}
	header @forever Cache-Control ${quoted(FOREVER)}
	@day {
		path ${DAY_FILES.join(' ')}
		file
	}
	header @day Cache-Control ${quoted(A_DAY)}
	@fresh not path /assets/* ${DAY_FILES.join(' ')}
	header @fresh Cache-Control ${quoted(FRESH)}
	# Not every system tells Caddy of this type.
	@manifest path *.webmanifest
	header @manifest Content-Type application/manifest+json

	# Every page carries its Content-Security-Policy in itself. To send it as a header too, make this active, and have
	# Caddy read it again (caddy reload) whenever another build is published: with the policies of an older one the
	# pages would stay documents.
	# import /srv/timeline/policies.caddy

	file_server
}
`;
}
