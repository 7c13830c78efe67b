/** The long texts of a story, with its facts, sources and people, in one language: they come when asked for. Like the story plain, immutable values. */
import type { Interval, Precision } from './story';

export interface Citation {
  source: string;
  at: string;
}

interface Told {
  /** Plain words. */
  summary: string;
  note: string;
  sources: Citation[];
  /** Ids of the facts that stand behind it. */
  facts: string[];
  verified: boolean;
}

export interface EventDetail extends Told {
  /** The summary for a reader of about twelve; empty where there is none, missing in the one file. */
  plain?: string;
}
export interface SummitDetail extends Told {
  venue: string;
  country: string;
  otherDates: { dates: Interval & { precision: Precision }; source: string }[];
}
export interface NodeDetail extends Omit<Told, 'verified'> {
  official: string;
}
export interface LinkDetail {
  why: string;
  sources: Citation[];
  facts: string[];
  confidence: 'high' | 'medium' | 'low' | null;
}
export interface FactDetail {
  id: string;
  text: string;
  places: (Citation & { says: string; who: string })[];
  events: string[];
  nodes: string[];
  links: string[];
}
export interface SourceDetail {
  id: string;
  title: string;
  publisher: string;
  date: (Interval & { precision: Precision }) | null;
  dateNote: string;
  lang: string;
  /** Empty unless the source may be linked to. */
  url: string;
  titleRebuilt: boolean;
  kind: 'official' | 'news' | 'analysis' | 'secondary' | null;
  read: string;
  note: string;
}
export interface PersonDetail {
  id: string;
  name: string;
  role: string;
  member: string;
  note: string;
  said: {
    date: Interval & { precision: Precision };
    text: string;
    quote: string;
    note: string;
    sources: Citation[];
  }[];
  sources: Citation[];
}
export interface ParticipantDetail {
  id: string;
  name: string;
  person: string | null;
  status: 'confirmed' | 'reported' | 'unknown';
  capacity: string;
  sources: Citation[];
}
export interface StepDetail {
  /** With its marked words as the dataset writes them. */
  text: string;
  /** The same for a reader of about twelve; as at an event. */
  plain?: string;
  /** For whoever tells it to a class; may be empty. */
  notes: string;
  /** What a class is asked before it is shown; may be empty. */
  ask: string;
}
export interface TermDetail {
  id: string;
  term: string;
  meaning: string;
  variants: string;
  caution: string;
  note: string;
  contrast: string | null;
  source: string | null;
}

export interface StoryDetail {
  locale: string;
  caveats: string[];
  events: Record<string, EventDetail>;
  summits: Record<string, SummitDetail>;
  nodes: Record<string, NodeDetail>;
  links: Record<string, LinkDetail>;
  facts: Record<string, FactDetail>;
  sources: Record<string, SourceDetail>;
  people: PersonDetail[];
  participants: ParticipantDetail[];
  glossary: TermDetail[];
  steps: Record<string, StepDetail>;
}
