/**
 * The checks for understanding: all of them by keys alone, their picture and the way back, before a class, and on a
 * phone. What a green run does not prove: that the questions are good, or that a class learns from them: people.
 */
import { expect, type Page } from '@playwright/test';
import en from '@/i18n/class-messages/en.json' with { type: 'json' };
import { checkDataset } from '@/dataset/check';
import { buildQuestions } from '@/story/build-questions';
import { readFileSync } from 'node:fs';
import { told } from '../speech/told';
import { open } from './support/stage';
import { test } from './support/test';

const { dataset } = checkDataset(JSON.parse(readFileSync('data/g7.json', 'utf8')));
const QUESTIONS = dataset ? buildQuestions(dataset, 'en') : [];
type Question = (typeof QUESTIONS)[number];
const { word } = told('en');
const card = (page: Page) => page.locator('[data-check]');
const button = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true });
const title = (page: Page) => card(page).getByRole('heading', { level: 2 });
const said = (page: Page) => card(page).getByRole('status');
const first = (kind: Question['kind']) => {
  const found = QUESTIONS.find((question) => question.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};
const offer = (page: Page, { offers }: Question, i: number) =>
  card(page).getByRole('list', { name: en['check.answers'] }).getByRole('button', { name: offers[i]?.text });
/** As one who has no mouse: the focus, then a key. */
async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press(key);
}

/** Puts things in order from the first place on, and sees that the focus stays on what is moved. */
async function order(page: Page, { offers }: Question): Promise<void> {
  const list = card(page).getByRole('list', { name: en['check.order'] });
  // The questions come when they are asked for.
  await expect(list.getByRole('listitem')).toHaveCount(offers.length);
  for (const [to, { text }] of offers.entries()) {
    const rows = await list.getByRole('listitem').allInnerTexts();
    const up = list.getByRole('button', { name: en['check.up'].replace('{what}', text) });
    for (let at = rows.findIndex((row) => row.includes(text)); at > to; at--) {
      await up.focus();
      await page.keyboard.press('Enter');
      await expect(up).toBeFocused();
    }
  }
}

test('are answered by keys alone, explained at once, and summed up @slow-firefox', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.getByRole('button', { name: word('class.name') }).press('Enter');
  await page.getByRole('link', { name: word('step.check') }).press('Enter');
  const tried = new Set<string>();
  for (const [i, question] of QUESTIONS.entries()) {
    await expect(title(page)).toHaveText(question.ask);
    await expect(title(page)).toBeFocused();
    // Nothing gives the answer away: neither the page nor its address.
    await expect(page).toHaveURL(new RegExp(`[?]check=${question.id}$`));
    expect(await page.content()).not.toContain(question.why.slice(0, 40));
    await expect(said(page)).toHaveText('');

    // The first of each kind wrongly at first.
    const isFirst = !tried.has(question.kind);
    tried.add(question.kind);
    if (question.kind === 'order') {
      if (isFirst) {
        await press(page, en['check.answer'], 'Space');
        await expect(said(page)).toContainText('Not yet');
      }
      await order(page, question);
      await press(page, en['check.answer']);
    } else {
      if (isFirst) {
        await offer(page, question, 1).press('Space');
        await expect(offer(page, question, 1)).toBeFocused();
        await expect(said(page)).toContainText('No');
        if (question.kind === 'wider') await press(page, en['check.again']);
        else await expect(said(page)).not.toContainText(question.why);
      }
      await offer(page, question, 0).press('Enter');
      await expect(offer(page, question, 0)).toBeFocused();
    }
    await expect(said(page)).toHaveText(`${en['check.right']} ${question.why}`);
    await press(page, i < QUESTIONS.length - 1 ? en['check.next'] : en['check.result']);
  }
  expect(tried.size).toBe(5);

  await expect(title(page)).toHaveText(en['check.result']);
  await expect(title(page)).toBeFocused();
  // A question of two ribbons that is asked again is a new one; of the four other kinds one was wrong first.
  const sum = `${QUESTIONS.length}, ${QUESTIONS.length - 4} of them right at the first attempt`;
  await press(page, en['check.copy']);
  await expect(said(page)).toHaveText(en['check.copied']);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(sum);
  expect(copied).toContain(QUESTIONS.at(-1)?.ask);
  // It is nowhere but in the page.
  expect(await page.evaluate(() => [document.cookie, JSON.stringify(localStorage)])).toEqual(['', '{}']);
  await page.reload();
  await expect(title(page)).toHaveText(QUESTIONS.at(-1)?.ask ?? '');
  await expect(said(page)).toHaveText('');
});

test('are summed up alone on paper @chromium', async ({ page }) => {
  const question = QUESTIONS.at(-1);
  if (!question) throw new Error('no questions');
  await open(page, `?check=${question.id}`);
  await offer(page, question, 0).click();
  await button(page, en['check.result']).click();
  await page.emulateMedia({ media: 'print' });
  const sum = `Answered 1 of ${QUESTIONS.length}, 1 of them right at the first attempt`;
  await expect(page.locator('[data-check-sheet]').getByText(sum)).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
});

test('show the answer in the picture, and are there again after a walk @slow-firefox', async ({ page }) => {
  const question = first('joined');
  await open(page, `?check=${question.id}`);
  await button(page, en['check.look']).click();
  await expect(page).toHaveURL(/from=1975/);
  await expect(page).not.toHaveURL(/select=/);
  await offer(page, question, 1).click();
  await button(page, en['check.tell']).click();
  await expect(said(page)).toContainText(question.why);
  await button(page, en['check.show']).click();
  await expect(page).toHaveURL(new RegExp(`select=${question.picture.select}`));
  await expect(title(page)).toHaveText(question.ask);

  await page.locator('[data-stage] [data-id="m-1975-g6"]').first().click();
  const panel = page.locator('[data-panel]');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Six leaders meet at Rambouillet');
  await panel.getByRole('button', { name: word('step.check') }).click();
  await expect(title(page)).toHaveText(question.ask);
  await expect(said(page)).toContainText(question.why);
  await page.reload();
  await expect(title(page)).toHaveText(question.ask);
});

test('wait for the teacher before a class, by the keys of a clicker', async ({ page }) => {
  const [one, two] = QUESTIONS;
  if (!one || !two) throw new Error('no questions');
  await open(page, `?check=${one.id}&pace=class`);
  const board = page.locator('dialog[data-check-board]');
  await expect(board.getByRole('heading')).toHaveText(one.ask);
  await expect(board.getByRole('heading')).toBeFocused();
  await board.getByRole('spinbutton').first().fill('7');
  expect(await page.content()).not.toContain(one.why.slice(0, 40));
  await page.keyboard.press('PageDown');
  await expect(board.getByText(one.why)).toBeVisible();
  // Large enough for the back row: 2.8 % of the height, the question 4.2 %.
  const size = (name: string) =>
    board
      .locator(name)
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize) / innerHeight);
  expect(await size('.why')).toBeGreaterThanOrEqual(0.028);
  expect(await size('h2')).toBeGreaterThanOrEqual(0.042);
  await page.keyboard.press('PageDown');
  await expect(board.getByRole('heading')).toHaveText(two.ask);
  await expect(page).toHaveURL(new RegExp(`check=${two.id}&pace=class$`));
  await expect(board.getByText(two.why)).toHaveCount(0);
  await page.keyboard.press('PageUp');
  await expect(board.getByText(one.why)).toBeVisible();
  await board.getByRole('button', { name: en['check.show'] }).click();
  await expect(board).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`select=${one.picture.select}`));
  await button(page, en['check.to-board']).click();
  await expect(board.getByText(one.why)).toBeVisible();
});

test('stand on a phone, and make room for the picture @slow-firefox', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const question = first('order');
  await open(page, `?check=${question.id}`);
  await order(page, question);
  await button(page, en['check.answer']).click();
  await expect(said(page)).toContainText(question.why);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await button(page, en['check.show']).click();
  await expect(page.locator('[data-dock]')).toHaveAttribute('data-stop', 'half');
  await expect(button(page, en['check.show'])).toBeFocused();
});
