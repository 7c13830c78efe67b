/** What the journeys must hear, taken from the dataset and the messages, so that no test types a title. */
import { readFileSync } from 'node:fs';
import en from '@/i18n/messages/en.json' with { type: 'json' };
import fr from '@/i18n/messages/fr.json' with { type: 'json' };

export type Lang = 'en' | 'fr';
type Text = Record<Lang, string>;

interface Cited {
  source: string;
  at: Text;
}
interface Data {
  title: Text;
  subtitle: Text;
  events: { id: string; title: Text; summary: Text; nodes?: string[] }[];
  nodes: { id: string; label: Text; summary: Text; sources: Cited[] }[];
  links: { source: string; target: string }[];
  sources: { id: string; title: string; publisher: string; url: string; date: string }[];
}

const data = JSON.parse(readFileSync('data/g7.json', 'utf8')) as Data;

/** A record that must be there. */
function the<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Error(`the dataset has no ${id}`);
  return found;
}

/** What leaders asked, what ministers took up, what they agreed, what they would do. */
export const STATIONS = ['m-migrant', 'p-smuggling', 'o-call', 'a-smuggling-platforms'] as const;
const EVENT = 'ev-20250617-smuggling';
const SOURCE = 'g7ca-en-20251123-call';

for (const [i, id] of STATIONS.slice(1).entries())
  if (!data.links.some((link) => link.source === STATIONS[i] && link.target === id))
    throw new Error(`no link leads from ${STATIONS[i]} to ${id}`);

/** From which language to which, and what the button to it is called. */
export const TURNS = [
  { lang: 'en', other: 'fr', language: 'Français' },
  { lang: 'fr', other: 'en', language: 'English' },
] as const satisfies { lang: Lang; other: Lang; language: string }[];

/** The words of a language that the journeys listen for. */
export function told(lang: Lang) {
  const event = the(data.events, EVENT);
  const last = the(data.nodes, STATIONS[3]);
  const source = the(data.sources, SOURCE);
  const cited = last.sources.find((each) => each.source === SOURCE);
  if (!cited) throw new Error(`${last.id} does not cite ${SOURCE}`);
  return {
    title: data.title[lang],
    subtitle: data.subtitle[lang],
    event: event.title[lang],
    eventSummary: event.summary[lang],
    stations: STATIONS.map((id) => the(data.nodes, id).label[lang]),
    summaries: STATIONS.map((id) => the(data.nodes, id).summary[lang]),
    source: { title: source.title, publisher: source.publisher, date: source.date, at: cited.at[lang] },
    word: (key: keyof typeof en): string => ({ en, fr })[lang][key],
  };
}

export type Told = ReturnType<typeof told>;
