/**
 * The geometry of every mark, to be compared between engines. The page is served with one fixed measurer of text
 * and a stage of one size, so what is left is our own arithmetic.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildMark } from './built';
import { measureByLetters, scriptOf, watch } from './page-scripts';

const WINDOWS = [
  '',
  'from=1975&to=1989',
  'from=1995-03&to=2005-10',
  'from=2025-06-01&to=2025-06-30',
  'from=2025-11-20&to=2025-11-26&others=1',
];

/** The addresses that are compared. */
export const QUERIES = WINDOWS.flatMap((window) =>
  ['story', 'even'].flatMap((scale) =>
    ['stage', 'flow'].map((view) => `?lang=en&view=${view}&scale=${scale}&${window}`),
  ),
);

/** To be served in front of the page. */
export const FIXED = {
  'fixed.js': scriptOf(watch, measureByLetters),
  // Stronger than the page’s own, wherever that comes from.
  'fixed.css': `
    html:root [data-stage][data-stage] { inline-size: 1100px !important; block-size: 620px !important; }
    html:root [data-view="flow"][data-view] { inline-size: 480px !important; }
  `,
};

/** Runs in the page: a line for every element of a drawing with numbers in its attributes, each to 0.1 px. */
export function readLayout(): string[] {
  const NAMES = [
    'transform',
    'x',
    'y',
    'width',
    'height',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'd',
    'points',
  ];
  // Halves are rounded up however an engine came by their last digit.
  const round = (text: string) =>
    text.replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/g, (number) =>
      String(Math.round(Number(number) * 10 + 1e-6) / 10 + 0),
    );
  return [...document.querySelectorAll('[data-view] svg *')].flatMap((element) => {
    const said = NAMES.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [`${name}=${round(value)}`];
    });
    const owner = element.closest<SVGElement>('[data-id]')?.dataset.id ?? '';
    return said.length > 0 ? [`${owner} ${element.localName} ${said.join(' ')}`] : [];
  });
}

/** Another state by its address, drawn: loading twenty pages takes an engine longer than all else here. */
export async function turnAndDraw(query: string): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  history.pushState(null, '', location.pathname + query);
  dispatchEvent(new PopStateEvent('popstate'));
  const view = new URLSearchParams(query).get('view');
  for (let i = 0; !document.querySelector(`[data-view="${view}"] svg`); i++) {
    if (i > 600) throw new Error(`${query} is not drawn`);
    await frame();
  }
  await frame();
  await frame();
}

export type Layouts = Record<string, string[]>;

const FOLDER = '.generated/engines';
const fileOf = (engine: string) => path.join(FOLDER, `${engine}.json`);

interface Kept {
  build: string;
  layouts: Layouts;
}

/** Keeps what an engine drew, for the others to be compared with. */
export function keepLayouts(engine: string, layouts: Layouts): void {
  mkdirSync(FOLDER, { recursive: true });
  const kept: Kept = { build: buildMark(), layouts };
  // Another engine may be reading at this moment: it finds all of it or nothing.
  const unfinished = path.join(FOLDER, engine);
  writeFileSync(unfinished, JSON.stringify(kept));
  renameSync(unfinished, fileOf(engine));
}

/** What the other engines drew of this very build, by their names. */
export function layoutsOfOthers(engine: string): Map<string, Layouts> {
  mkdirSync(FOLDER, { recursive: true });
  const others = new Map<string, Layouts>();
  for (const file of readdirSync(FOLDER)) {
    const name = path.basename(file, '.json');
    if (name === engine || file === name) continue;
    const { build, layouts } = JSON.parse(readFileSync(fileOf(name), 'utf8')) as Kept;
    if (build === buildMark()) others.set(name, layouts);
  }
  return others;
}

/** A short mark of all of it: equal marks, equal layouts. */
export const hashOf = (layouts: Layouts): string =>
  createHash('sha256').update(JSON.stringify(layouts)).digest('hex').slice(0, 16);

/** Where two engines differ, a line a difference, at most some. */
export function differences(here: Layouts, there: Layouts): string[] {
  const found: string[] = [];
  for (const query of QUERIES) {
    const [a, b] = [here[query] ?? [], there[query] ?? []];
    for (let i = 0; i < Math.max(a.length, b.length); i++)
      if (a[i] !== b[i]) found.push(`${query}\n  here:  ${a[i]}\n  there: ${b[i]}`);
  }
  return found.slice(0, 10);
}
