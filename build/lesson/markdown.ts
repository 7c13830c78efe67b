/** A lesson as Markdown that any editor takes (CommonMark). Pure. */
import type { Block, Inline, LessonDocument, PhaseBlock, Row } from './document';
import { endOf, wholeAddressOf } from './places';
import { LESSON_WORDS } from './words';

/** What would be read as a mark in running text. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>]/g, (mark) => `\\${mark}`);

export function writeMarkdown(document: LessonDocument, site: string | null): string {
  const { lang } = document;
  const words = LESSON_WORDS[lang];
  const link = (each: Exclude<Inline, string>): string => {
    const address = wholeAddressOf(each.to, lang, site);
    return address === null
      ? `${plain(each.words)} (\`${endOf(each.to, lang)}\`)`
      : `[${plain(each.words)}](<${address}>)`;
  };
  const said = (parts: readonly Inline[]): string =>
    parts.map((part) => (typeof part === 'string' ? plain(part) : link(part))).join('');
  const row = ({ term, said: parts }: Row): string =>
    `**${plain(term)}:** ${said(parts)}`.replace(/:\*\*/, colon(lang));
  const item = (text: string): string => `- ${text}`;

  const phase = ({ title, minutes, from, to, rows, pictures }: PhaseBlock): string[] => [
    `#### ${words.span(from, to)} · ${plain(title)} (${words.minutes(minutes)})`,
    ...rows.map(row),
    ...(pictures.length > 0 ? [pictures.map((each) => item(link(each))).join('\n')] : []),
  ];
  const block = (each: Block): string[] => {
    switch (each.kind) {
      case 'heading':
        return [
          `${'#'.repeat(each.level)} ${plain(each.text)}${each.minutes ? ` (${words.minutes(each.minutes)})` : ''}`,
        ];
      case 'text':
        return [`${each.role ? '> ' : ''}${said(each.said)}`];
      case 'list':
        return [each.items.map((parts) => item(said(parts))).join('\n')];
      case 'rows':
        return [each.rows.map((one) => item(row(one))).join('\n')];
      case 'phases':
        return each.phases.flatMap(phase);
      case 'pupils':
        return [
          `**${plain(words.forPupils)}${colon(lang)}`,
          each.links.map((one) => item(link(one))).join('\n'),
        ];
    }
  };
  return `${[
    `# ${plain(document.title)}`,
    plain(document.audience),
    ...(site === null ? [`*${plain(words.addresses)}*`] : []),
    ...document.blocks.flatMap(block),
  ].join('\n\n')}\n`;
}

/** French has a space before a colon. */
const colon = (lang: LessonDocument['lang']): string => (lang === 'fr' ? '\u00a0:**' : ':**');
