/**
 * The handout as it comes out of the printer: rendered to PDF, counted, read, and measured where it is laid out.
 * What a green run does not prove: that the sheets are good to look at, nor what other engines’ printing makes of them;
 * and of greyscale only that letters, lines and hatchings are there, not that an eye tells them apart.
 */
import { expect, type Page } from '@playwright/test';
import { plainProse, readProse } from '@/dataset/prose';
import { told } from '../speech/told';
import { readPdf } from './support/pdf-text';
import { data } from './support/story';
import { test } from './support/test';

type Lang = 'en' | 'fr';
const ALL = 'timeline,flow,chosen,steps,questions,glossary,key';
/** pt. */
const SIZES = { a4: [595, 842], letter: [612, 792] } as const;
/** Letters as they are, whatever was drawn for them, and no spaces: lines are broken anywhere. */
function bare(text: string | undefined): string {
  if (!text) throw new Error('No text to look for.');
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/g, '');
}
/** Without the numbers of terms, and any others. */
const unnumbered = (text: string) => text.replace(/\d/g, '');
const count = (text: string, part: string) => text.split(part).length - 1;

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`?mode=print&${query}`);
  await page.locator('[data-handout][data-ready]').waitFor();
  await page.evaluate(() => document.fonts.ready);
}
const print = async (page: Page) => readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
const partsOf = (page: Page) =>
  page
    .locator('[data-sheet]')
    .evaluateAll((sheets) => sheets.map((sheet) => (sheet as HTMLElement).dataset.sheet));
/** What each event says on its sheet. */
const eventsOf = (page: Page) =>
  page
    .locator('[data-event]')
    .evaluateAll((rows) =>
      rows.map((row) => ({ id: (row as HTMLElement).dataset.event, text: row.textContent })),
    );

for (const [lang, paper] of [
  ['en', 'letter'],
  ['fr', 'a4'],
] as [Lang, keyof typeof SIZES][])
  test(`on ${paper}, ${lang}: every sheet is a page, and every event stands on it once @chromium`, async ({
    page,
  }) => {
    await open(page, `lang=${lang}&paper=${paper}&parts=${ALL}&step=seven-eight-seven`);
    const parts = await partsOf(page);
    const events = await eventsOf(page);
    const pages = await print(page);
    const [width, height] = SIZES[paper];
    expect(pages.map((each) => [Math.round(each.width), Math.round(each.height)])).toEqual(
      parts.map((part) => (part === 'flow' ? [height, width] : [width, height])),
    );
    const texts = pages.map(({ text }) => bare(text));
    texts.forEach((text, i) => {
      expect(text).toContain(`${i + 1}/${pages.length}`);
      expect(text).toContain(bare(data.title[lang]));
      expect(text).toContain(bare(data.licence[lang]));
      expect(text).toContain('http://127.0.0.1');
    });

    expect(events.map(({ id }) => id).sort()).toEqual(data.events.map(({ id }) => id).sort());
    const timeline = texts.filter((_, i) => parts[i] === 'timeline');
    expect(timeline.length).toBeGreaterThan(2);
    const told = timeline.join('|');
    for (const { id, text } of events) expect(count(told, bare(text)), id).toBe(1);
    for (const text of timeline) {
      for (const { label } of data.threads) expect(text).toContain(bare(label[lang]));
      expect(text).toMatch(/19\d\d|20\d\d/);
    }
    // A sheet’s axis says the years of its own period.
    const years = await page
      .locator('[data-sheet="timeline"]')
      .evaluateAll((sheets) =>
        sheets.map((sheet) => [...sheet.querySelectorAll('.year')].map((tick) => tick.textContent ?? '')),
      );
    expect(years.every((ticks) => ticks.length > 2)).toBe(true);
    expect(years[0]).toContain('1975');
    expect(years.flat()).toContain('2023');

    const of = (part: string) => texts.filter((_, i) => parts[i] === part).join('|');
    for (const node of data.nodes.filter(({ offstage }) => !offstage))
      expect(of('flow')).toContain(bare(node.label[lang]));
    const terms = data.glossary.map((each) => each.term[lang] ?? '').sort(new Intl.Collator(lang).compare);
    terms.forEach((term, i) => expect(of('glossary')).toContain(bare(`${i + 1}${term}`)));
    for (const step of data.steps) expect(of('steps')).toContain(bare(step.title[lang]));
    for (const question of data.questions) {
      expect(unnumbered(of('questions'))).toContain(unnumbered(bare(question.ask[lang])));
      expect(of('key')).toContain(bare(question.why[lang]));
      // The answers are on sheets of their own.
      expect(texts.filter((_, i) => parts[i] !== 'key').join('|')).not.toContain(bare(question.why[lang]));
    }
  });

for (const [lang, paper] of [
  ['en', 'a4'],
  ['fr', 'letter'],
] as const)
  test(`plain words are printed when asked for, and terms explained where they stand: ${lang}`, async ({
    page,
  }) => {
    const step = data.steps.find(({ id }) => id === 'concerns');
    const event = data.events.find(({ id }) => id === 's-1978-bonn');
    if (!step?.plain[lang] || !event?.plain[lang]) throw new Error('No plain words to look for.');
    const words = (marked: string | undefined) => plainProse(readProse(marked ?? ''));
    await open(page, `lang=${lang}&paper=${paper}&parts=chosen,steps,questions&step=concerns`);
    const sheet = (part: string) => page.locator(`[data-sheet="${part}"]`);
    /** What a sheet says without the numbers of its terms. */
    const said = (part: string) =>
      sheet(part).evaluateAll((sheets) =>
        sheets
          .map((each) => {
            const copy = each.cloneNode(true) as Element;
            for (const mark of copy.querySelectorAll('[data-mark] + sup')) mark.remove();
            return copy.textContent;
          })
          .join(' '),
      );
    await expect.poll(() => said('chosen')).toContain(words(step.text[lang]));
    const plain = page.getByRole('checkbox', { name: told(lang).word('reading.plain') });
    await plain.check();
    await expect(page).toHaveURL(/reading=plain/);
    await expect.poll(() => said('chosen')).toContain(words(step.plain[lang]));
    await expect.poll(() => said('chosen')).toContain(event.plain[lang]);
    for (const each of data.steps) expect(await said('steps')).toContain(words(each.plain[lang]));
    expect(await said('chosen')).not.toContain(event.summary[lang]);
    // Whoever follows the sheet reads the same words.
    await expect(sheet('chosen').first().locator('.where')).toContainText('reading=plain');

    /** Of each sheet: its marks with their numbers, and what its foot explains. */
    const notesOf = (part: string) =>
      sheet(part).evaluateAll((sheets) =>
        sheets.map((each) => ({
          marks: [...each.querySelectorAll<HTMLElement>('[data-mark]')].map(
            (mark) => `${mark.nextElementSibling?.textContent} ${mark.dataset.mark}`,
          ),
          foot: [...each.querySelectorAll<HTMLElement>('[data-note]')].map(
            (note) => `${note.querySelector('sup')?.textContent} ${note.dataset.note}`,
          ),
          text: each.textContent,
        })),
      );
    const sheets = [...(await notesOf('chosen')), ...(await notesOf('steps'))];
    for (const { marks, foot, text } of sheets) {
      expect([...marks].sort()).toEqual([...foot].sort());
      for (const note of foot) {
        const term = data.glossary.find(({ id }) => note.endsWith(` ${id}`));
        expect(text).toContain(term?.meaning[lang] ?? 'a meaning');
      }
    }
    const numbers = [...new Set(sheets.flatMap(({ marks }) => marks))].map((mark) => mark.split(' '));
    expect(numbers.length).toBeGreaterThan(4);

    // Questions have no answers beside them: their words lead to the glossary, where there is one.
    expect((await notesOf('questions')).slice(0, -1).flatMap(({ marks }) => marks)).toEqual([]);
    await page
      .getByRole('checkbox', { name: new RegExp(lang === 'en' ? '^Glossary' : '^Glossaire') })
      .check();
    await expect(sheet('glossary').first()).toBeVisible();
    for (const [n = '', id = ''] of numbers)
      await expect(page.locator(`[data-sheet] [data-term="${id}"]`)).toHaveText(new RegExp(`^\\s*${n}\\D`));
    const asked = (await notesOf('questions')).slice(0, -1);
    expect(asked.flatMap(({ marks }) => marks).length).toBeGreaterThan(3);
    expect(asked.flatMap(({ foot }) => foot)).toEqual([]);
  });

test('nothing leaves its sheet, overlaps or is set too small, in greyscale as in colour', async ({
  page,
}) => {
  for (const query of [
    `lang=fr&paper=letter&parts=${ALL}&thread=migrant-smuggling`,
    `lang=en&paper=a4&parts=${ALL}&step=groundwork&reading=plain`,
  ]) {
    // From a dark screen too, paper is white.
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, `scheme=dark&${query}`);
    const marks = page.locator('[data-sheet="timeline"] circle.mark');
    const colour = await marks.first().evaluate((mark) => getComputedStyle(mark).fill);
    expect(colour).toBe('rgb(171, 50, 26)');
    await page.emulateMedia({ media: 'print' });
    const faults = await page.evaluate(() => {
      const found: string[] = [];
      /** px: no printer prints nearer to the edge; 8 pt. */
      const [EDGE, LEAST] = [18, 10.6];
      for (const sheet of document.querySelectorAll('[data-sheet]')) {
        const within = sheet.getBoundingClientRect();
        const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!node.textContent?.trim()) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const box of range.getClientRects())
            if (
              box.left < within.left + EDGE ||
              box.right > within.right - EDGE ||
              box.top < within.top + EDGE ||
              box.bottom > within.bottom - EDGE
            )
              found.push(`outside: ${node.textContent}`);
          const size = parseFloat(getComputedStyle(node.parentElement as Element).fontSize);
          if (size < LEAST) found.push(`too small (${size}): ${node.textContent}`);
        }
        const boxes = [
          ...sheet.querySelectorAll(
            '[data-event], [data-node], [data-tag], .block, .year, .summit, footer > *',
          ),
        ].map((each) => ({ each, box: each.getBoundingClientRect() }));
        boxes.forEach(({ each, box }, i) => {
          for (const other of boxes.slice(i + 1)) {
            const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
            const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
            // Lines of different columns share no words, though their boxes may touch by a hair.
            if (wide > 1 && high > 2) found.push(`overlap: ${each.textContent} / ${other.each.textContent}`);
          }
        });
      }
      return found;
    });
    expect(faults).toEqual([]);
    await page.emulateMedia({ media: null });
  }
  const flow = page.locator('[data-sheet="flow"]');
  await expect(flow.locator('pattern[data-hatch]')).toHaveCount(data.threads.length);
  const drawings = await flow
    .locator('pattern[data-hatch] path:last-child')
    .evaluateAll((all) => all.map((path) => path.getAttribute('d')));
  expect(new Set(drawings).size).toBe(data.threads.length);
  const dashes = await page
    .locator('[data-sheet="timeline"]')
    .last()
    .locator('.lanes path[stroke]')
    .evaluateAll((all) => all.slice(1).map((path) => path.getAttribute('stroke-dasharray')));
  expect(new Set(dashes).size).toBe(data.threads.length);
  // Every ribbon of more than one fact carries its number.
  const tags = await flow
    .locator('[data-tag]')
    .evaluateAll((all) =>
      all.map((tag) => [(tag as SVGElement).dataset.tag, Number(tag.textContent?.split(' ').pop())] as const),
    );
  const ribbons = await flow
    .locator('[data-ribbon]')
    .evaluateAll((all) => all.map((path) => (path as SVGElement).dataset.ribbon));
  const untold = ribbons.filter((id) => !tags.some(([tag]) => tag === id));
  expect(tags.some(([, n]) => n > 4)).toBe(true);
  const weight = (id: string | undefined) =>
    data.facts.filter(({ links }) => links.includes(id ?? '')).length;
  for (const [id, n] of tags) expect(weight(id), id).toBe(n);
  expect(untold.filter((id) => weight(id) > 1)).toEqual([]);
});

test('is chosen above, stands in the address, and leads back', async ({ page }) => {
  await open(page, 'paper=a4&step=asked&parts=chosen,questions');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(data.steps[7]?.title.en ?? '');
  const lines = page.locator('[data-sheet="questions"] [data-lines]');
  expect(await lines.count()).toBeGreaterThanOrEqual(data.questions.length);
  const sheets = page.locator('[data-sheet]');
  const before = await sheets.count();

  await page.getByRole('checkbox', { name: 'Answer key' }).check();
  await expect.poll(() => partsOf(page).then((parts) => parts.at(-1))).toBe('key');
  await expect(page).toHaveURL(/parts=chosen,questions,key/);
  await page.getByRole('checkbox', { name: 'Answer key' }).uncheck();
  await expect(sheets).toHaveCount(before);
  await page.getByRole('radio', { name: 'Letter' }).check();
  await expect(page).not.toHaveURL(/paper=a4/);
  await page.getByLabel('Step or thread to print').selectOption({ label: 'Cybercrime' });
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Cybercrime');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Cybercrime');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Cybercriminalité');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('link', { name: 'Retour' }).click();
  await expect(page).toHaveURL(/\/fr\/thread\/cybercrime\/|thread=cybercrime/);
  await expect(page).not.toHaveURL(/mode=print/);
});

test('is led to from the story, which prints whole itself @chromium', async ({ page }) => {
  await page.goto('?view=stage');
  await page.locator('html[data-drawn]').waitFor();
  const [first] = readPdf(await page.pdf({ format: 'A4' }));
  const text = bare(first?.text ?? '');
  // What stands at the right edge of the picture.
  expect(text).toContain(bare('Study sanctions'));
  expect(text).not.toContain(bare('Even scale'));
  await page.goto('?step=asked');
  await page.locator('html[data-drawn]').waitFor();
  await page.getByRole('button', { name: 'For the class' }).click();
  await page.getByRole('link', { name: 'Print a handout' }).click();
  await expect(page).toHaveURL(/mode=print/);
  await expect(page.locator('[data-sheet="chosen"] h2').first()).toHaveText(data.steps[7]?.title.en ?? '');
});
