/** The dataset as it stands in data/, so that the picture is held against it and not against itself. */
import { readFileSync } from 'node:fs';

interface Data {
  title: Record<string, string>;
  licence: Record<string, string>;
  facts: { id: string; links: string[] }[];
  questions: { id: string; step?: string; ask: Record<string, string>; why: Record<string, string> }[];
  events: {
    id: string;
    title: Record<string, string>;
    summary: Record<string, string>;
    plain: Record<string, string>;
    date: string;
    threads: string[];
  }[];
  glossary: { id: string; term: Record<string, string>; meaning: Record<string, string> }[];
  summits: { id: string }[];
  threads: { id: string; label: Record<string, string> }[];
  columns: { id: string; label: Record<string, string> }[];
  nodes: {
    id: string;
    label: Record<string, string>;
    summary: Record<string, string>;
    threads: string[];
    column: string;
    offstage?: boolean;
  }[];
  steps: {
    id: string;
    title: Record<string, string>;
    text: Record<string, string>;
    plain: Record<string, string>;
    part: 'events' | 'flow';
    ask?: Record<string, string>;
    from?: string;
    to?: string;
    notes?: Record<string, string>;
    thread?: string;
    select?: string;
  }[];
  links: { id: string; source: string; target: string; threads: string[] }[];
}

export const data = JSON.parse(readFileSync('data/g7.json', 'utf8')) as Data;
