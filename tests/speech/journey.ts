/**
 * One journey by ear, the same on a desk and on a phone: open the page, find an event, open it, follow the flow three
 * steps, read a source, change the language. Each function is a stretch of it and asserts what was spoken on the way.
 */
import { expect, type Page } from '@playwright/test';
import type { Told } from './told';
import { inOrder, type Reader } from './virtual';

const heads = (heard: readonly string[], ...wanted: string[]) =>
  expect(inOrder(heard, wanted)).toBe('all was spoken');

/** The title, what the page is about, the heading of the view (`head`), and the sentence that says what it shows. */
export async function opening(reader: Reader, told: Told, head: string): Promise<void> {
  const heard = await reader.seek('next', `heading, ${head}, level 2`);
  heads(heard, `heading, ${told.title}, level 1`, told.subtitle, `heading, ${head}, level 2`);
  const after = await reader.read(4);
  const counted = /1975.+2026 ?: \d+ .+\d+ /;
  expect(
    after.find((phrase) => counted.test(phrase)),
    after.join('\n'),
  ).toBeDefined();
}

/** Finds the event by its words: the number of hits is spoken, then its name as the arrow reaches it. */
export async function findBySearch(reader: Reader, page: Page, told: Told): Promise<void> {
  await page.getByRole('combobox', { name: told.word('search.label') }).focus();
  await reader.hears(told.word('search.label'));
  await page.keyboard.type(told.event.slice(told.event.indexOf(':') + 1).trim());
  await reader.hears('polite: ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await reader.hears(`polite: ${told.event}`);
}

/** Finds the event by walking down the view until it is named, and opens it. */
export async function findByWalking(reader: Reader, told: Told): Promise<void> {
  await reader.seek('next', told.event, 900);
  await reader.act();
}

/** What is told of the event: its title as a heading, its text. */
export async function readEvent(reader: Reader, told: Told): Promise<void> {
  heads(await reader.seek('moveToNextHeading', `heading, ${told.event}, level 2`), told.event);
  await reader.arrives(told.eventSummary);
  await reader.readsText(told.eventSummary);
}

/** From what the event put into the flow, three steps down it; each station is spoken once it is reached, and its text. */
export async function follow(reader: Reader, told: Told): Promise<void> {
  const [first = '', ...rest] = told.stations;
  await reader.seek('moveToNextHeading', `heading, ${told.word('panel.in-flow')}, level 3`);
  await step(reader, first);
  for (const station of rest) {
    await reader.seek('moveToNextHeading', `heading, ${told.word('panel.went-out')}, level 3`);
    await step(reader, station);
  }
  heads(await reader.seek('next', told.summaries.at(-1) ?? ''), told.summaries.at(-1) ?? '');
}

async function step(reader: Reader, station: string): Promise<void> {
  await reader.seek('next', `button, ${station}`);
  await reader.act();
  await reader.hears(`heading, ${station}, level 2`);
}

/** The source of the last station: a link with its title, who published it, when, and where in the text. */
export async function readSource(reader: Reader, told: Told, lang: string): Promise<void> {
  const { title, publisher, date, at } = told.source;
  await reader.seek('moveToNextHeading', `heading, ${told.word('sources.heading')}, level 3`);
  const heard = await reader.seek('next', at);
  const day = new Intl.DateTimeFormat(`${lang}-CA`, { dateStyle: 'long', timeZone: 'UTC' });
  heads(heard, `link, ${title}`, publisher, day.format(new Date(date)), at);
}

/** The same thing in the flow down the page: what came in is named above it; a step back up, and it is in the middle. */
export async function walkFlow(reader: Reader, page: Page, told: Told): Promise<void> {
  const [before = '', last = ''] = told.stations.slice(-2);
  await reader.seek('moveToPreviousHeading', 'level 1');
  await reader.seek('next', `button, ${told.word('view.flow')}`);
  await reader.act();
  await expect(page.locator('[data-view="flow"]')).toBeVisible();
  await reader.seek('moveToNextHeading', `heading, ${told.word('view.flow')}, level 2`);
  heads(await reader.seek('next', `heading, ${last}`), told.word('panel.came-in'), `button, ${before}`, last);
  await reader.seek('previous', `button, ${before}`);
  await reader.act();
  await reader.hears(before);
  await reader.seek('moveToPreviousHeading', 'level 1');
  heads(await reader.seek('next', `heading, ${before}`), told.word('flow.trail'));
  heads(await reader.seek('next', `button, ${last}`), told.word('panel.went-out'), `button, ${last}`);
}

/** Another language: the same place is spoken in it. `way`: the buttons that lead there, by name. */
export async function turn(
  reader: Reader,
  page: Page,
  to: Told,
  station: number,
  ...way: string[]
): Promise<void> {
  await reader.seek('moveToPreviousHeading', 'level 1');
  for (const button of way) {
    await reader.seek('next', `button, ${button}`);
    await reader.act();
  }
  await reader.hears(`polite: ${to.title}`);
  await expect(page.getByRole('heading', { level: 1, name: to.title })).toBeAttached();
  await reader.seek('moveToNextHeading', `heading, ${to.stations[station]}, level 2`);
  const summary = to.summaries[station] ?? '';
  await reader.arrives(summary);
  await reader.seek('next', summary);
}
