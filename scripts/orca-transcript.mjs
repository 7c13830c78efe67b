/** A journey by ear as text: one line a key, below it what was heard; a star marks what must be heard again. */

const MARK = '* ';

/** @param {{ journey: object, steps: { press: string, heard: string[] }[], head: string }} told */
export function writeTranscript({ journey, steps, head }) {
  const wanted = journey.steps.flatMap(({ heard }) => heard);
  const starred = (phrase) => wanted.some((each) => phrase.includes(each) || each.includes(phrase));
  const lines = steps.flatMap(({ press, heard }) => [
    '',
    `> ${press}`,
    ...(heard.length > 0 ? heard : ['(nothing)']).map(
      (phrase) => `${starred(phrase) ? MARK : '  '}${phrase}`,
    ),
  ]);
  return [`${journey.title} (${journey.address || 'the page itself'})`, head, ...lines, ''].join('\n');
}

/** What a transcript's stars hold that a new run did not say, in order; empty when all was said again. */
export function notHeardAgain(transcript, steps) {
  const starred = transcript.split('\n').filter((line) => line.startsWith(MARK));
  const heard = steps.flatMap((step) => step.heard);
  const missing = [];
  let from = 0;
  for (const line of starred) {
    const at = heard.indexOf(line.slice(MARK.length), from);
    if (at < 0) missing.push(line.slice(MARK.length));
    else from = at + 1;
  }
  return missing;
}

/** Whether phrases hold all that is wanted, in this order. At least one phrase, whatever is wanted. */
export function hasAll(phrases, wanted) {
  const text = phrases.join('\n');
  let place = 0;
  for (const each of wanted) {
    const found = text.indexOf(each, place);
    if (found < 0) return false;
    place = found + each.length;
  }
  return phrases.length > 0;
}
