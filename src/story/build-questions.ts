/** Makes the questions of one language out of a checked dataset, with what is offered and the answer. Pure. */
import type { Dataset } from '@/dataset/format';
import type { Question as Asked } from '@/dataset/format/steps';
import { answering } from './answers';
import { buildStory, intervalOf, pictureOf } from './build-story';
import { sayIn } from './choose-text';
import { storyNeighbours } from './neighbours';
import { indexStory, type Offer, type Question } from './story';
import { weightsOf } from './weights';

/** `locale` is a language code; texts fall back to the first language. */
export function buildQuestions(dataset: Dataset, locale: string): Question[] {
  const say = sayIn(locale, dataset.languages);
  const story = buildStory(dataset, locale);
  const { titleOf } = storyNeighbours(story, indexStory(story));
  const answer = answering(dataset);
  const weights = weightsOf(dataset);
  const dated = new Map([...dataset.events, ...dataset.summits].map((thing) => [thing.id, thing]));
  const facts = new Map(dataset.facts.map((fact) => [fact.id, fact]));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));

  const when = (id: string) => {
    const thing = dated.get(id);
    return intervalOf(thing?.date ?? '', thing?.end);
  };
  /** By their kind: what an offer says before the answer, and what is said of it afterwards. */
  const offer = (asked: Asked, id: string): Offer => {
    switch (asked.kind) {
      case 'order':
        return { id, text: titleOf(id), when: when(id) };
      case 'wider':
        return { id, text: titleOf(id), weight: weights.get(id) ?? 0 };
      case 'thread':
        return { id, text: titleOf(id) };
      case 'joined':
        return { id, text: String(new Date(when(id).t0).getUTCFullYear()), what: titleOf(id) };
      case 'says':
        return { id, text: say(id === asked.fact ? facts.get(id)?.text : asked.wrong[Number(id)]) };
    }
  };
  const saysOf = (asked: Asked): Question['says'] =>
    (asked.kind === 'says' ? (facts.get(asked.fact)?.places ?? []) : []).map(({ source, at }) => {
      const { publisher = '', date } = sources.get(source) ?? {};
      return { publisher, date: date === undefined ? null : intervalOf(date), at: say(at) };
    });

  return (dataset.questions ?? []).map((asked) => {
    const given = answer(asked);
    return {
      id: asked.id,
      kind: asked.kind,
      ask: say(asked.ask),
      why: say(asked.why),
      offers: 'options' in given ? given.options.map((id) => offer(asked, id)) : [],
      says: saysOf(asked),
      step: asked.step ?? null,
      picture: pictureOf(asked, story),
    };
  });
}
