/**
 * A lesson as a Word file that teachers can change: real headings, lists, tables and links, in the language that it says.
 * The same lesson gives the same bytes.
 */
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { LOCALES, type Locale } from '../../src/i18n/locales';
import type { Block, Inline, LessonDocument, PhaseBlock, Row } from './document';
import { endOf, wholeAddressOf } from './places';
import { withoutChance } from './without-chance';
import { LESSON_WORDS } from './words';

/** Widths of two columns, twentieths of a point: they fill the text width of Letter, and fit on A4. */
const COLUMNS = { phases: [1200, 7800], facts: [2000, 7000] };
const LETTER = { width: 12_240, height: 15_840 };
const SERIF = 'Georgia';

/** The file. `site`: where the story stands; without it, links are named and say how their address ends. */
export async function writeWord(document: LessonDocument, site: string | null): Promise<Uint8Array> {
  const { lang, title, description, audience, blocks } = document;
  const write = writerFor(lang, site);
  const heading = (size: number) => ({ run: { font: SERIF, size, color: '1d2026', bold: true } });
  const file = new Document({
    ...{ title, description, creator: title, lastModifiedBy: title },
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: LOCALES[lang].intl } },
          paragraph: { spacing: { after: 120, line: 276 } },
        },
        title: { ...heading(44), paragraph: { spacing: { after: 120 } } },
        heading1: { ...heading(30), paragraph: { spacing: { before: 360, after: 100 } } },
        heading2: { ...heading(26), paragraph: { spacing: { before: 320, after: 100 } } },
        heading3: { ...heading(22), paragraph: { spacing: { after: 60 } } },
        hyperlink: { run: { color: '0b57d0', underline: {} } },
      },
    },
    sections: [
      {
        properties: { page: { size: LETTER, margin: { top: 1134, bottom: 1134, left: 1300, right: 1300 } } },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ children: [new TextRun({ text: audience, italics: true })] }),
          ...(site === null ? [new Paragraph(LESSON_WORDS[lang].addresses)] : []),
          ...blocks.flatMap(write),
        ],
      },
    ],
  });
  return withoutChance(await Packer.toBuffer(file));
}

function writerFor(lang: Locale, site: string | null): (block: Block) => (Paragraph | Table)[] {
  const words = LESSON_WORDS[lang];
  const run = (part: Inline): ParagraphChild => {
    if (typeof part === 'string') return new TextRun(part);
    const link = wholeAddressOf(part.to, lang, site);
    const language = part.lang === undefined ? undefined : { value: part.lang };
    return link === null
      ? new TextRun({ text: `${part.words} (${endOf(part.to, lang)})`, language })
      : new ExternalHyperlink({
          link,
          children: [new TextRun({ text: part.words, style: 'Hyperlink', language })],
        });
  };
  const bullet = (said: readonly Inline[]) =>
    new Paragraph({ children: said.map(run), bullet: { level: 0 } });
  const labelled = ({ term, said }: Row) =>
    new Paragraph({
      children: [
        new TextRun({ text: `${term}${lang === 'fr' ? '\u00a0' : ''}: `, bold: true }),
        ...said.map(run),
      ],
    });
  const phaseRow = ({ title, minutes, from, to, rows, pictures }: PhaseBlock) =>
    tableRow(COLUMNS.phases, [
      [new Paragraph(words.span(from, to)), new Paragraph(words.minutes(minutes))],
      [
        new Paragraph({ text: title, heading: HeadingLevel.HEADING_3 }),
        ...rows.map(labelled),
        ...pictures.map((each) => bullet([each])),
      ],
    ]);

  return (block) => {
    switch (block.kind) {
      case 'heading': {
        const level = block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
        const after = block.minutes ? ` (${words.minutes(block.minutes)})` : '';
        return [new Paragraph({ text: block.text + after, heading: level, keepNext: true })];
      }
      case 'text':
        return [
          new Paragraph({
            children: block.said.map(run),
            ...(block.role && {
              indent: { left: 360 },
              border: { left: { style: 'single', size: 8, space: 10 } },
            }),
          }),
        ];
      case 'list':
        return block.items.map(bullet);
      case 'rows':
        return block.role === 'terms'
          ? block.rows.map(labelled)
          : [
              table(
                COLUMNS.facts,
                block.rows.map(({ term, said }) =>
                  tableRow(COLUMNS.facts, [
                    [new Paragraph({ children: [new TextRun({ text: term, bold: true })] })],
                    [new Paragraph({ children: said.map(run) })],
                  ]),
                ),
              ),
              new Paragraph(''),
            ];
      case 'phases':
        return [
          table(COLUMNS.phases, [
            tableRow(COLUMNS.phases, [[bold(words.time)], [bold(words.what)]], true),
            ...block.phases.map(phaseRow),
          ]),
          new Paragraph(''),
        ];
      case 'pupils':
        return [labelled({ term: words.forPupils, said: [] }), ...block.links.map((each) => bullet([each]))];
    }
  };
}

const bold = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] });

const table = (columnWidths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    rows,
    columnWidths: [...columnWidths],
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  });

/** The first row of a table says so: it is read out and comes again on the next page. */
const tableRow = (widths: readonly number[], cells: Paragraph[][], tableHeader = false): TableRow =>
  new TableRow({
    tableHeader,
    cantSplit: true,
    children: cells.map(
      (children, index) =>
        new TableCell({
          children,
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 80, bottom: 80, left: 110, right: 110 },
        }),
    ),
  });
