/** Why an event is drawn, in sentences made from the facts about it. */
import type { Words } from '@/i18n/words';
import type { EventDetail } from '@/story/story-detail';

export function whyDrawn(words: Words, threads: readonly string[], told: EventDetail, next: boolean): string {
  const sources = new Set(told.sources.map(({ source }) => source)).size;
  const sentences = [
    threads.length > 0
      ? words.t('panel.why-lanes', { n: threads.length, threads: words.list(threads) })
      : words.t('panel.why-no-lane'),
  ];
  if (sources > 0) sentences.push(words.t('panel.why-sources', { n: sources }));
  if (told.facts.length > 0) sentences.push(words.t('panel.why-facts', { n: told.facts.length }));
  if (!told.verified) sentences.push(words.t('panel.why-knowledge'));
  if (next) sentences.push(words.t('panel.why-next'));
  return sentences.join(' ');
}
