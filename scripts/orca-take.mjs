/** Takes a journey on a desk: opens the page, presses the keys, keeps what is heard. */
import { hasAll } from './orca-transcript.mjs';

/** ms for a browser to start and to show the page, on a loaded machine. */
const OPENING = 180_000;

/** @returns {Promise<{ steps: { press: string, heard: string[] }[], problems: string[] }>} */
export async function takeJourney(desk, journey, open) {
  await desk.heard();
  open();
  await desk.hears(/^(?!.*Firefox).*Ottawa/, OPENING); // the page, not only its window
  const steps = [{ press: 'the page opens', heard: await desk.heard() }];
  const problems = [];
  for (const { press, heard, most } of journey.steps) {
    const said = [];
    for (let i = 0; i < most && (i === 0 || !hasAll(said, heard)); i++) {
      if (i > 1 && steps.slice(-2).every((step) => step.heard.length === 0)) break;
      desk.press(press);
      const now = await desk.heard(most === 1 ? heard : undefined);
      steps.push({ press, heard: now });
      said.splice(0, said.length, ...now);
    }
    if (heard.length === 0 || hasAll(said, heard)) continue;
    problems.push(
      `after “${press}”: ${heard.join(' → ')} was not heard, but: ${said.join(' | ') || 'nothing'}`,
    );
    if (most > 1 || said.length === 0) break; // what follows would be pressed in another place
  }
  return { steps, problems };
}
