/** What is offered as an answer, in an order that gives nothing away and is the same on every print. Pure. */
import type { Offer, Question } from '@/story/story';

export interface Lettered {
  letter: string;
  offer: Offer;
  /** Its place in the right order, from 1; where one is right, that is 1. */
  place: number;
}

export function offersOnPaper({ id, kind, offers }: Question): Lettered[] {
  const mixed = offers
    .map((offer, i) => ({ offer, place: i + 1, at: hash(`${id} ${offer.id} ${offer.text}`) }))
    .sort((a, b) => (kind === 'joined' ? Number(a.offer.text) - Number(b.offer.text) : a.at - b.at));
  // An order that chance has left right would be its own answer.
  if (kind === 'order' && mixed.every(({ place }, i) => place === i + 1)) mixed.push(...mixed.splice(0, 1));
  return mixed.map(({ offer, place }, i) => ({ letter: String.fromCharCode(97 + i), offer, place }));
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum;
}
