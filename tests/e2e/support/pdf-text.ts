/**
 * The text of a PDF as Chromium writes it, page by page: enough to read what stands where, and no more. Knows only
 * what that writer does (streams deflated, fonts as glyph numbers with a table to letters, one stream a page).
 */
import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** pt. */
  width: number;
  height: number;
  text: string;
}

/** The pages of a PDF in their order, with their words in the order in which they were drawn. */
export function readPdf(file: Buffer): PdfPage[] {
  const objects = readObjects(file);
  const ref = (text: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? '';
  const tables = new Map<string, Map<number, string>>();
  const tableOf = (font: string): Map<number, string> => {
    let table = tables.get(font);
    if (!table) {
      const found = objects.get(ref(objects.get(font)?.head ?? '', 'ToUnicode'));
      tables.set(font, (table = readTable(found?.stream ?? '')));
    }
    return table;
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? [];
    const fonts = new Map(
      [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]),
    );
    const content = objects.get(ref(head, 'Contents'))?.stream ?? '';
    let table = new Map<number, string>();
    let text = '';
    for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-fA-F]+)>|\bET\b/g)) {
      if (font !== undefined) table = tableOf(fonts.get(font) ?? '');
      else if (hex === undefined) text += ' ';
      else for (let i = 0; i < hex.length; i += 4) text += table.get(parseInt(hex.slice(i, i + 4), 16)) ?? '';
    }
    return { width: Number(width), height: Number(height), text: text.replace(/\s+/g, ' ').trim() };
  });
}

interface PdfObject {
  head: string;
  stream: string;
}

function readObjects(file: Buffer): Map<string, PdfObject> {
  const raw = file.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = raw.indexOf('endobj', start);
    const stream = raw.indexOf('stream\n', start);
    const has = stream > 0 && stream < end;
    const head = raw.slice(start, has ? stream : end);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = has ? file.subarray(stream + 7, stream + 7 + length) : Buffer.alloc(0);
    const packed = head.includes('/FlateDecode');
    objects.set(match[1] ?? '', {
      head,
      stream: has ? (packed ? inflateSync(bytes) : bytes).toString('latin1') : '',
    });
  }
  return objects;
}

/** From glyph numbers to letters: “bfchar” and “bfrange” of a ToUnicode table. */
function readTable(stream: string): Map<number, string> {
  const table = new Map<number, string>();
  const letters = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  for (const [, part = ''] of stream.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, glyph = '', to = ''] of part.matchAll(/<(\w+)> <(\w+)>/g))
      table.set(parseInt(glyph, 16), letters(to));
  for (const [, part = ''] of stream.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, from = '', last = '', to = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = parseInt(from, 16), at = parseInt(to, 16); glyph <= parseInt(last, 16); glyph++, at++)
        table.set(glyph, String.fromCharCode(at));
  return table;
}
