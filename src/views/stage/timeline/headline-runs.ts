/**
 * The headlines of a level, run by run: so that a period asks only for those near it, the marks are cut into runs at
 * places that no window moves. A headline keeps clear of the next run; a story of few events is one run.
 */
import { bisectRight } from 'd3-array';
import { layoutHeadlines, type Headline, type HeadlineRoom } from './headlines';
import { shownMark, type TimelineLevel } from './level';

/** A run is at least so many marks and so many stages long: what is lost at its end is little beside it. */
const MARKS = 256;
const STAGES = 2;

export class HeadlineRuns {
  #level: TimelineLevel;
  #room: HeadlineRoom;
  /** Which of the shown events may have one, rising; where runs begin among them, and when. */
  #candidates: number[] = [];
  #starts: number[] = [];
  #times: number[] = [];
  #made: (Headline[] | undefined)[] = [];

  /** `chosen`: when something is traced, only its events have headlines. */
  constructor(level: TimelineLevel, room: HeadlineRoom, chosen: ReadonlySet<string> | null) {
    this.#level = level;
    this.#room = room;
    const { index, shown } = level;
    const own = chosen && new Set([...chosen].map((id) => index.number.get(id)));
    shown.forEach((i, n) => {
      if (own ? own.has(i) : (index.importance[i] ?? 0) <= 2 + room.level) this.#add(n);
    });
  }

  #add(n: number): void {
    const start = this.#starts.at(-1);
    const far =
      start !== undefined &&
      this.#candidates.length - start >= MARKS &&
      this.#along(n) - this.#along(this.#candidates[start] ?? 0) >= STAGES * this.#room.length;
    if (start === undefined || far) {
      this.#starts.push(this.#candidates.length);
      this.#times.push(this.#level.times[n] ?? 0);
    }
    this.#candidates.push(n);
  }

  /** Those of all runs that [t0, t1) (ms UTC) lies in, and of the run before: its last may reach into it. */
  in([t0, t1]: readonly [number, number]): Headline[] {
    const found: Headline[] = [];
    const from = Math.max(bisectRight(this.#times, t0) - 2, 0);
    for (let run = from; run < this.#starts.length && (this.#times[run] ?? 0) < t1; run++)
      found.push(...(this.#made[run] ??= this.#make(run)));
    return found;
  }

  #make(run: number): Headline[] {
    const next = this.#starts[run + 1];
    const marks = this.#candidates.slice(this.#starts[run], next).map((n) => shownMark(this.#level, n));
    const until = next === undefined ? Infinity : this.#along(this.#candidates[next] ?? 0);
    return layoutHeadlines(marks, this.#room, until);
  }

  /** px along the level. */
  #along(n: number): number {
    const { length, level } = this.#room;
    return (this.#level.index.places[this.#level.shown[n] ?? 0] ?? 0) * length * 2 ** level;
  }
}
