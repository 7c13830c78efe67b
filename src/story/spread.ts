/** Events of one day in one lane would cover each other: spread them over the day, for no hour is known. */
import type { Precision } from '@/time/partial-date';
import { standOf } from '@/time/stand';

const DAY = 864e5;

export interface Dated {
  id: string;
  t0: number;
  t1: number;
  precision: Precision;
  threads: readonly string[];
  orderInDay: number;
}

/**
 * Places (ms UTC) for events that stand in one day and share a lane with another of that day: a thread, or the
 * lane of those without any. Events not in the map stay where they are; so do those whose minute is known.
 */
export function spreadOverDays(events: readonly Dated[]): Map<string, number> {
  const days = new Map<number, Dated[]>();
  for (const event of events) {
    if (event.precision === 'minute') continue;
    const day = Math.floor(standOf(event) / DAY) * DAY;
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  const places = new Map<string, number>();
  for (const [day, found] of days)
    for (const group of together(found)) {
      if (group.length === 1) continue;
      group.sort((a, b) => a.orderInDay - b.orderInDay);
      group.forEach(({ id }, index) => places.set(id, day + (DAY * (index + 0.5)) / group.length));
    }
  return places;
}

/** Groups of events that share a lane, directly or by way of one another; order is kept. */
function together(events: readonly Dated[]): Dated[][] {
  let groups: { lanes: Set<string>; events: Dated[] }[] = [];
  events.forEach((event) => {
    const lanes = event.threads.length > 0 ? event.threads : ['no thread'];
    const touched = groups.filter((group) => lanes.some((lane) => group.lanes.has(lane)));
    const merged = {
      lanes: new Set([...touched.flatMap((group) => [...group.lanes]), ...lanes]),
      events: [...touched.flatMap((group) => group.events), event],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), merged];
  });
  const place = new Map(events.map((event, index) => [event, index]));
  return groups.map((group) => group.events.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}
