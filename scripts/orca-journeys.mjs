/**
 * What is done by ear, key by key, and what must be heard: five journeys in English and one in French. Titles come from
 * the dataset, words of the interface from the messages; only what Orca itself says (“heading level 2”) stands here.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './ensure.mjs';

const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const data = json('data/g7.json');
const words = { en: json('src/i18n/messages/en.json'), fr: json('src/i18n/messages/fr.json') };

/** As it is heard: no space is unbreakable. */
const plain = (text) => text.replace(/\s+/g, ' ');

/** One key, or “type:” and a text; then what must be heard, in this order. */
const key = (press, ...heard) => ({ press, heard: heard.map(plain), most: 1 });
/** The same key again and again until something is heard. */
const until = (press, ...heard) => ({ press, heard: heard.map(plain), most: 30 });

const TOP = 'ctrl+Home';

function wordsOf(lang) {
  const labelOf = (id) => data.nodes.find((node) => node.id === id).label[lang];
  const event = data.events.find(({ id }) => id === 'ev-20250617-smuggling');
  return {
    t: (name) => words[lang][name],
    title: data.title[lang],
    subtitle: data.subtitle[lang],
    event: event.title[lang],
    asked: { en: 'countering migrant', fr: 'trafic de migrants' }[lang],
    summary: event.summary[lang],
    stations: ['m-migrant', 'p-smuggling', 'o-call', 'a-smuggling-platforms'].map(labelOf),
    source: data.sources.find(({ id }) => id === 'g7ca-en-20251123-call').title,
    place: { en: 'paragraph 5', fr: 'paragraphe 5' }[lang],
  };
}

const en = wordsOf('en');
const fr = wordsOf('fr');

/** From one card to the next: its head, what went out of it, the next station, Enter. */
const stepDown = ({ t, stations }, level, i) => [
  until('h', t('panel.went-out'), level(3)),
  until('b', `${stations[i + 1]} `),
  key('Return', stations[i + 1], level(2)),
];

const english = (n) => `heading level ${n}`;
const french = (n) => `en-tête niveau ${n}`;

export const JOURNEYS = [
  {
    name: 'open',
    title: 'Open the page and find out what it is',
    lang: 'en',
    address: '',
    readsAll: true,
    steps: [
      key(TOP),
      until('h', `${en.title} heading level 1`),
      until('p', en.subtitle),
      until('h', `${en.t('head.stage')} heading level 2`),
      until('p', 'events in 7 threads'),
      until('h', `${en.t('how.title')} heading level 2`),
      until('h', `${en.t('credit.title')} heading level 2`),
    ],
  },
  {
    name: 'find',
    title: 'Find an event by its words, and read it',
    lang: 'en',
    address: '',
    steps: [
      key(TOP),
      until('Tab', en.t('search.label')),
      key(`type:${en.asked}`, ' result'),
      key('Down', en.event),
      key('Return'),
      key('Tab'),
      until('h', `${en.event} heading level 2`),
      until('p', en.summary.slice(0, 18)),
    ],
  },
  {
    name: 'follow',
    title: 'Follow the flow three steps, and read the source of the last',
    lang: 'en',
    address: '?select=m-migrant',
    steps: [
      key(TOP),
      until('h', `${en.stations[0]} heading level 2`),
      ...[0, 1, 2].flatMap((i) => stepDown(en, english, i)),
      until('h', `${en.t('sources.heading')} heading level 3`),
      until('k', en.source),
      until('Down', en.place),
    ],
  },
  {
    name: 'dates',
    title: 'Show only some years, and list what happened in them',
    lang: 'en',
    address: '',
    steps: [
      key(TOP),
      until('Tab', en.t('minimap.start')),
      key('Right', 'events in 7 threads'),
      key('Right', 'events in 7 threads'),
      until('shift+Tab', en.t('head.as-table')),
      key('Return', `${en.t('head.table')}. 1982–2026`),
      key('Insert+a', 'Browse mode'),
      until('t', 'table with'),
      key('alt+shift+Down', 'Row 2, column 1'),
    ],
  },
  {
    name: 'table',
    title: 'Read the table cell by cell',
    lang: 'en',
    address: '?view=table',
    steps: [
      key(TOP),
      until('h', `${en.t('head.table')} heading level 2`),
      until('t', 'table with 1'),
      key('alt+shift+Down', 'November 15, 1975'),
      key('alt+shift+Right', 'Six leaders meet at Rambouillet'),
      key('alt+shift+Down', 'Summit 1: Rambouillet'),
      key('alt+shift+Right', 'Leaders’ summit'),
    ],
  },
  {
    name: 'suivre',
    title: 'Ouvrir la page, suivre le flux trois fois, passer à l’anglais',
    lang: 'fr',
    address: '?lang=fr&select=m-migrant',
    steps: [
      key(TOP),
      until('h', `${fr.title}`),
      until('p', fr.subtitle),
      until('h', fr.stations[0], french(2)),
      ...[0, 1, 2].flatMap((i) => stepDown(fr, french, i)),
      until('shift+h', `${fr.title}`),
      until('b', 'English'),
      key('Return'), // the title in the new language, but not in Firefox
      until('h', en.stations[3]),
    ],
  },
];
