/**
 * What the server drew, made fit to be sent: no comments, no attribute that only scripts ask for, and no inline style,
 * which the page's policy forbids: each becomes a class of a style sheet. Works on the HTML that Svelte writes, in
 * which no text holds a bare “<” and every value stands in double quotes.
 */

/** Only for pointers and for what stands out, none of which is there before the scripts. */
const UNSEEN = /<(path|circle|rect|line)\b[^>]*\sclass="[^"]*\b(?:hit|ring)\b[^>]*>(?:<\/\1>)?/g;
/** The picture is one to those who hear it: the list beside it has its words. */
const SPOKEN = / (?:aria-label|aria-pressed|role|tabindex|data-label)="[^"]*"/g;
const ROW = / (?:data-item|aria-pressed|tabindex)="[^"]*"/g;
const FOLDED = / (?:type|data-folded|data-kind|data-lit|aria-hidden)="[^"]*"/g;
/** Hundredths of a pixel are enough for the eye. */
const LONG = /(\s(?:[cr]?[xy]|[xy][12]|width|height|r)=")(-?\d+\.\d{3,})(?=")/g;
const PICTURE = /(<svg\b[^>]*\brole="presentation")([^]*?<\/svg>)/g;

/** Leaves out what is not seen. */
export function slim(html: string): string {
  return html
    .replace(/<!--[^]*?-->/g, '')
    .replace(
      PICTURE,
      (_, start: string, rest: string) => start + rest.replace(UNSEEN, '').replace(SPOKEN, ''),
    )
    .replace(/<li data-item[^]*?<\/li>/g, slimRow)
    .replaceAll('</noscript><noscript>', '')
    .replace(
      LONG,
      (_, start: string, number: string) => start + String(Math.round(Number(number) * 100) / 100),
    )
    .replace(/><\/(?:line|circle|path|rect)>/g, '/>');
}

/**
 * A folded row is for readers without scripts: to all others it is a text that the parser passes by, for there are many
 * of them, and they would keep it from the picture. The parser reads each letter all the same: of such a row only the
 * words are kept, and the lines that pass it.
 */
function slimRow(row: string): string {
  if (!/^<li[^>]*data-folded/.test(row)) return row.replace(ROW, '');
  const bare = row.replace(/(<svg[^>]*>)[^]*?(?=<\/svg>)/, '$1').replace(/(<time[^>]*) class="[^"]*"/, '$1');
  const words = bare
    .replace(ROW, '')
    .replace(FOLDED, '')
    .replace(/^<li[^>]*>/, '<li>')
    .replace(/> +</g, '> <');
  return `<noscript>${words}</noscript>`;
}

/** Takes the inline styles out of the HTML, and gives the style sheet that holds them. The same style has one class. */
export class Styles {
  #classes = new Map<string, string>();

  take(html: string): string {
    return html.replace(/<[a-z][^>]*\sstyle="[^"]*"[^>]*>/g, (tag) => {
      const [whole = '', style = ''] = /\sstyle="([^"]*)"/.exec(tag) ?? [];
      const name = this.#classOf(style.trim());
      const bare = tag.replace(whole, '');
      return /\sclass="/.test(bare)
        ? bare.replace(/(\sclass=")/, `$1${name} `)
        : bare.replace(/^<[\w-]+/, (start) => `${start} class="${name}"`);
    });
  }

  get sheet(): string {
    return [...this.#classes].map(([style, name]) => `.${name}{${style.replace(/;$/, '')}}`).join('\n');
  }

  #classOf(style: string): string {
    const name = this.#classes.get(style) ?? `p${this.#classes.size.toString(36)}`;
    this.#classes.set(style, name);
    return name;
  }
}
