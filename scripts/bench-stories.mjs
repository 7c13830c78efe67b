/**
 * Made-up stories for the bench, of any number of events or of nodes, always the same. They are made in the page, in
 * the place of what it reads from the bundled story's own file: from there on it takes the way it always takes, and
 * nothing of the bench is shipped. (A file of 100 000 events would be more than the page takes from anyone.)
 */

/** The story with `count` events all along its scale in place of its own: dense in its last days, like its own. */
export function withEvents(story, count) {
  const DAY = 864e5;
  const random = window.__seeded(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const threads = story.threads.map(({ id }) => id);
  const events = Array.from({ length: count }, (_, i) => {
    const chapter = pick(story.chapters);
    const t = chapter.t0 + random() * (chapter.t1 - chapter.t0 - 1);
    const day = Math.floor(t / DAY) * DAY;
    const kind = random();
    const importance = kind < 0.02 ? 1 : kind < 0.12 ? 2 : kind < 0.4 ? 3 : 4;
    const lanes = random();
    const own =
      lanes < 0.1 ? [] : [...new Set(lanes < 0.8 ? [pick(threads)] : [pick(threads), pick(threads)])];
    // One in a hundred lasts for some months, like a presidency.
    const days = random() < 0.01 ? 30 + Math.floor(random() * 150) : 1;
    const label = `Event ${i + 1} of the bench`;
    const dates = { t0: day, t1: day + days * DAY, t, precision: 'day' };
    return {
      id: `b${i}`,
      kind: 'milestone',
      ...dates,
      label,
      title: label,
      threads: own,
      importance,
      nodes: [],
      next: false,
    };
  }).sort((a, b) => a.t - b.t || a.importance - b.importance);
  return { ...story, events };
}

/** The story with a flow of `count` nodes in twelve columns, each tied to two or three of later ones. */
export function withFlow(story, count) {
  const random = window.__seeded(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const whole = story.chapters.reduce((sum, { share }) => sum + share, 0);
  // Evenly along the scale as it is drawn, not along the years.
  const timeAt = (place) => {
    let left = place * whole;
    for (const { t0, t1, share } of story.chapters) {
      if (left < share) return t0 + (left / share) * (t1 - t0);
      left -= share;
    }
    return story.t1;
  };
  const columns = Array.from({ length: 12 }, (_, i) => {
    const t = timeAt((i + 0.5) / 12);
    return { id: `c${i}`, label: `Column ${i + 1}`, t, undated: false, strong: false };
  });
  const nodes = Array.from({ length: count }, (_, i) => {
    const column = columns[i % columns.length];
    const node = { id: `n${i}`, column: column.id, t: column.t, dated: null, label: `Node ${i + 1}` };
    return { ...node, threads: [pick(story.threads).id], offstage: false };
  });
  const links = new Map();
  nodes.forEach((node, i) => {
    const place = i % columns.length;
    for (let k = 0; k < 2 + (i % 2) && place < columns.length - 1; k++) {
      const skip = random() < 0.9 ? 1 : 2;
      const layer = Math.min(place + skip, columns.length - 1);
      const rows = Math.floor((count - 1 - layer) / columns.length) + 1;
      const target = nodes[Math.floor(random() * rows) * columns.length + layer];
      if (!target) continue;
      const id = `${node.id}__${target.id}`;
      const weight = 1 + Math.floor(random() * 3);
      links.set(id, {
        id,
        source: node.id,
        target: target.id,
        threads: node.threads,
        weight,
        inferred: false,
      });
    }
  });
  return { ...story, columns, nodes, links: [...links.values()] };
}

/** A small seeded generator (mulberry32). */
export function seeded(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lets every page of this context read a made-up story: `make` is one of the above. */
export async function serveStory(context, make, count) {
  await context.addInitScript(`
    window.__seeded = ${seeded};
    {
      const make = ${make};
      const isStory = (value) => value?.events && Array.isArray(value.chapters);
      const swap = (value) => (isStory(value) ? make(value, ${count}) : value);
      const { parse } = JSON;
      JSON.parse = (...given) => swap(parse(...given));
      const { json } = Response.prototype;
      Response.prototype.json = async function () {
        return swap(await json.call(this));
      };
    }`);
}
