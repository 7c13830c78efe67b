/**
 * The lesson as a page: a document that needs no script, in the look of the story. Its links are relative, so that it
 * works in any folder; what it shows on paper names them.
 */
import { LOCALES, type Locale } from '../../src/i18n/locales';
import { qrPath } from '@/marks/qr-path';
import { documentPolicy } from '../csp.ts';
import { escapeText as text, tag } from '../meta/html.ts';
import type { Block, Inline, LessonDocument, Link, PhaseBlock, Row } from './document';
import { ON_SITE, SERVICES, wholeAddressOf, type Ways } from './places';
import { LESSON_WORDS } from './words';

export interface PageParts {
  /** Lines for the <head>. */
  head: string;
  sheet: string;
  /** Small: it takes the scheme that the reader chose in the story, and leads to the one file on a disk. */
  script: string;
  site: string | null;
}

export function writeHtml(document: LessonDocument, { head, sheet, script, site }: PageParts): string {
  const policy = documentPolicy(script, sheet);
  return `<!doctype html>
<html lang="${document.lang}">
<head>
<meta charset="utf-8" />
${tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy })}
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
<meta name="color-scheme" content="light dark" />
${head}
<style>${sheet}</style>
<script>${script}</script>
</head>
<body>
${writeBody(document, site, ON_SITE)}
</body>
</html>
`;
}

/** What stands in its body, with links that lead `ways`. */
export function writeBody(document: LessonDocument, site: string | null, ways: Ways): string {
  const { lang, title, audience, blocks } = document;
  const words = LESSON_WORDS[lang];
  const others = (Object.keys(LOCALES) as Locale[]).filter((each) => each !== lang);
  const download = (kind: 'md' | 'docx', label: string) =>
    `<a href="${ways.file(kind, lang)}" download="${words.fileName}.${kind}">${text(label)}</a>`;
  const around = [
    `<a href="${text(ways.to({ picture: '' }, lang) ?? '')}">${text(words.toStory)}</a>`,
    ...others.map((each) => {
      const href = text(ways.lesson(each, lang));
      return `<a href="${href}" lang="${each}" hreflang="${each}">${text(words.other)}</a>`;
    }),
  ];
  return `<header>
<nav class="ways">${around.join(' ')}</nav>
<h1>${text(title)}</h1>
<p class="audience">${text(audience)}</p>
<p class="downloads">${text(words.downloads)}${lang === 'fr' ? '\u00a0' : ''}: ${download('docx', words.word)} ${download('md', words.markdown)}</p>
</header>
<div class="columns">
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${text(words.contents)}</h2>
${contents(blocks, lang)}</nav>
<main>
${sections(blocks, writerFor(lang, site, ways))}
</main>
</div>`;
}

/** Its sections, with the activities and their minutes among them. */
function contents(blocks: readonly Block[], lang: Locale): string {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const line = (block: (typeof headings)[number]): string =>
    `<a href="#${block.id}">${text(block.short ?? block.text)}</a>${block.minutes ? ` ${minutes(block.minutes, lang)}` : ''}`;
  const entries = headings.flatMap((heading, index) => {
    if (heading.level !== 2) return [];
    const rest = headings.slice(index + 1);
    const next = rest.findIndex(({ level }) => level === 2);
    const inner = rest.slice(0, next === -1 ? undefined : next).map((each) => `<li>${line(each)}</li>`);
    return [`<li>${line(heading)}${inner.length > 0 ? `<ol>${inner.join('')}</ol>` : ''}</li>`];
  });
  return `<ol>${entries.join('\n')}</ol>`;
}

/** A section for each heading and what follows it, as deep as it. */
function sections(blocks: readonly Block[], write: (block: Block) => string): string {
  let html = '';
  const open: number[] = [];
  const close = (level: number) => {
    while ((open.at(-1) ?? 0) >= level) {
      html += '</section>\n';
      open.pop();
    }
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close(block.level);
      open.push(block.level);
      html += `<section id="${block.id}" aria-labelledby="${block.id}-title"${block.minutes ? ' class="activity"' : ''}>`;
    }
    html += `${write(block)}\n`;
  }
  close(1);
  return html;
}

const minutes = (count: number, lang: Locale): string =>
  `<time datetime="PT${count}M">${text(LESSON_WORDS[lang].minutes(count))}</time>`;

function writerFor(lang: Locale, site: string | null, ways: Ways): (block: Block) => string {
  const words = LESSON_WORDS[lang];
  const anchor = ({ words: said, to, lang: own }: Link): string => {
    const href = ways.to(to, lang);
    if (href === null) return '';
    const language = own === undefined ? '' : ` lang="${own}"`;
    // What paper says of it: short where the address of the site is not known.
    const printed = 'picture' in to ? (wholeAddressOf(to, lang, site) ?? to.picture) : undefined;
    const shown = printed ? ` data-address="${text(printed.replace(/^https?:\/\//, ''))}"` : '';
    const file = 'classFile' in to ? ` download="${words.classFileName}.html"` : '';
    return `<a href="${text(href)}"${language}${shown}${file}>${text(said)}</a>`;
  };
  const said = (parts: readonly Inline[]): string =>
    parts.map((part) => (typeof part === 'string' ? text(part) : anchor(part))).join('');
  const row = (term: string, html: string): string => `<div><dt>${text(term)}</dt><dd>${html}</dd></div>`;
  const rows = (list: readonly Row[], role: string, more = ''): string =>
    `<dl class="${role}">${list.map(({ term, said: parts }) => row(term, said(parts))).join('')}${more}</dl>`;
  const phase = ({ id, title, minutes: count, from, to, rows: list, pictures }: PhaseBlock): string => {
    const shown = pictures.map((each) => `<li>${anchor(each)}</li>`).join('');
    const more = shown && row(words.pictures, `<ul class="pictures">${shown}</ul>`);
    const when = `<p class="when"><span>${words.span(from, to)}</span> ${minutes(count, lang)}</p>`;
    return `<li id="${id}">${when}<div><h4>${text(title)}</h4>${rows(list, 'doing', more)}</div></li>`;
  };

  return (block) => {
    switch (block.kind) {
      case 'heading': {
        const after = block.minutes ? ` ${minutes(block.minutes, lang)}` : '';
        const tagName = `h${block.level}`;
        return `<${tagName} id="${block.id}-title">${text(block.text)}${after}</${tagName}>`;
      }
      case 'text':
        if (said(block.said) === '') return '';
        return block.role === 'quote'
          ? `<blockquote><p>${said(block.said)}</p></blockquote>`
          : `<p${block.role ? ` class="${block.role}"` : ''}>${said(block.said)}</p>`;
      case 'list':
        return `<ul>${block.items.map((parts) => `<li>${said(parts)}</li>`).join('')}</ul>`;
      case 'rows':
        return rows(block.rows, block.role);
      case 'phases':
        return `<ol class="phases">${block.phases.map(phase).join('\n')}</ol>`;
      case 'pupils':
        return pupils(block);
    }
  };

  /** The ways, and, where the address of the first is known whole, its code and the services that hand it on. */
  function pupils({ title, links }: Extract<Block, { kind: 'pupils' }>): string {
    const [first] = links;
    const address = first ? wholeAddressOf(first.to, lang, site) : null;
    const services =
      address === null
        ? []
        : [
            [SERVICES.classroom(address, title), words.classroom],
            [SERVICES.teams(address, title), words.teams],
          ].map(([href = '', name = '']) => `<a href="${text(href)}">${text(name)}</a>`);
    const ways = [...links.map(anchor), ...services].map((way) => `<li>${way}</li>`).join('');
    const drawn = address === null ? '' : code(address, words.code(first?.words ?? ''));
    return `<div class="pupils"><div><h4>${text(words.forPupils)}</h4><ul>${ways}</ul></div>${drawn}</div>`;
  }
}

function code(address: string, name: string): string {
  const { size, d } = qrPath(address);
  return `<svg role="img" aria-label="${text(name)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${size}v${size}h-${size}z"/><path fill="black" d="${d}"/></svg>`;
}
