/**
 * The story in WebKitGTK, the engine Safari comes from: drawn, traced, moved, translated, as a table and by touch.
 * What a green run does not prove: that Safari does so on a telephone, with its own bars, its own touch and VoiceOver.
 * Touches are made by a script, for this engine has no touch screen here; so is a wheel with Ctrl.
 */
import { afterEach, describe, expect, it } from 'vitest';
import en from '@/i18n/messages/en.json' with { type: 'json' };
import { data } from '../e2e/support/story';
import { drawn, expectNoFault, open, settled, visitWebKit } from './setup';

const [RIGHT, ENTER] = ['\uE014', '\uE007'] as const;
const visit = visitWebKit();
afterEach(() => expectNoFault(visit.session));

/** A button by its name, as XPath. */
const button = (key: keyof typeof en) =>
  `//button[normalize-space(.)=${JSON.stringify(en[key])} or @aria-label=${JSON.stringify(en[key])}]`;

/** The visible period in words, and where it stands on the whole line (0 to 100). */
const period = () =>
  visit.session.run(() => {
    const part = (name: string) => document.querySelector(`[data-minimap] [data-part="${name}"]`);
    const at = (name: string) => Number(part(name)?.getAttribute('aria-valuenow'));
    return { words: part('window')?.getAttribute('aria-valuetext'), start: at('start'), end: at('end') };
  });
const middle = () =>
  visit.session.run(() => {
    const box = document.querySelector('[data-ground]')?.getBoundingClientRect() ?? new DOMRect();
    return { x: box.x + box.width * 0.6, y: box.y + box.height * 0.1 };
  });
const lit = (kind: string) =>
  visit.session.run(
    (kind) => document.querySelectorAll(`[data-stage] g[data-kind="${kind}"][data-lit="true"]`).length,
    kind,
  );

describe('the stage', () => {
  it('is drawn, and holds every event', async () => {
    await open(visit);
    const held = await visit.session.run(() => {
      const all = (kind: string) => [
        ...document.querySelectorAll<SVGElement>(`[data-stage] g[data-kind="${kind}"]`),
      ];
      const box = document.querySelector('[data-stage] > svg')?.getBoundingClientRect();
      return {
        events:
          all('event').length + all('cluster').reduce((sum, each) => sum + Number(each.dataset.count), 0),
        nodes: all('node').length,
        links: all('link').length,
        size: [box?.width ?? 0, box?.height ?? 0],
        less: matchMedia('(prefers-reduced-motion: reduce)').matches,
      };
    });
    expect(held.events).toBe(data.events.length);
    expect(held.nodes).toBeGreaterThan(20);
    expect(held.links).toBeGreaterThan(20);
    expect(Math.min(...held.size)).toBeGreaterThan(300);
    expect(held.less, 'the desk asks for less motion').toBe(true);
  });

  it('traces a thread through both halves and counts it in words', async () => {
    await open(visit);
    await visit.session.click('button[data-kind="thread"][data-id="cybercrime"]');
    await settled(visit.session);
    const words = await visit.session.run(() => document.querySelector('[data-trace]')?.textContent ?? '');
    expect(words).toMatch(/\d+ events?, \d+ links?/);
    expect(await lit('event')).toBeGreaterThan(0);
    expect(await lit('link')).toBe(Number(/(\d+) links?/.exec(words)?.[1]));
    await visit.session.until('the address', () => location.search.includes('thread=cybercrime'));
  });

  it('comes closer by the wheel with Ctrl and by a button, and a button shows all again', async () => {
    await open(visit);
    const whole = await period();
    await visit.session.run(
      ({ x, y }) => {
        const turn = { ctrlKey: true, deltaY: -400, clientX: x, clientY: y, bubbles: true, cancelable: true };
        document.elementFromPoint(x, y)?.dispatchEvent(new WheelEvent('wheel', turn));
      },
      await middle(),
    );
    await settled(visit.session);
    const near = await period();
    expect(near.end - near.start).toBeLessThan(whole.end - whole.start);
    await visit.session.click(button('zoom.in'));
    await settled(visit.session);
    const nearer = await period();
    expect(nearer.end - nearer.start).toBeLessThan(near.end - near.start);
    await visit.session.click(button('zoom.fit'));
    await settled(visit.session);
    expect(await period()).toEqual(whole);
  });

  it('slides under the mouse, and leaves a plain wheel to the page', async () => {
    await open(visit, '?from=1990&to=2005');
    const before = await period();
    const from = await middle();
    await visit.session.wheel(from, 200);
    await settled(visit.session);
    expect(await period()).toEqual(before);
    await visit.session.drag(from, { x: from.x - 200, y: from.y });
    await settled(visit.session);
    const after = await period();
    expect(after.start).toBeGreaterThan(before.start);
    expect(after.end).toBeGreaterThan(before.end);
  });

  it('takes the arrow keys and Enter', async () => {
    await open(visit);
    const focused = () => visit.session.run(() => (document.activeElement as SVGElement).dataset.id);
    await visit.session.run(() =>
      document.querySelector<SVGElement>('[data-stage] [data-id="s-2001-rome"]')?.focus(),
    );
    expect(await focused()).toBe('s-2001-rome');
    await visit.session.keys(ENTER);
    await visit.session.until('the panel', () => document.querySelector('[data-panel]'));
    await visit.session.until('the address', () => location.search.includes('select=s-2001-rome'));
    await visit.session.run(() =>
      document.querySelector<SVGElement>('[data-stage] [data-id="s-2001-rome"]')?.focus(),
    );
    await visit.session.keys(RIGHT);
    await settled(visit.session);
    expect(await focused()).toBeDefined();
    expect(await focused()).not.toBe('s-2001-rome');
  });
});

describe('the language', () => {
  it('changes and keeps the window, the choice and the thread', async () => {
    await open(visit, '?from=1990&to=2010&thread=cybercrime&select=s-2001-rome');
    const state = () =>
      visit.session.run(() => ({
        pressed: [...document.querySelectorAll<SVGElement>('[data-id][aria-pressed="true"]')].map(
          (e) => e.dataset.id,
        ),
        window: document.querySelector('[data-minimap] [data-part="window"]')?.getAttribute('style'),
      }));
    const before = await state();
    expect(before.pressed).toContain('s-2001-rome');
    await visit.session.click('header button[lang="fr"]');
    await visit.session.until('French', () => document.documentElement.lang === 'fr');
    await settled(visit.session);
    expect(await state()).toEqual(before);
    await visit.session.until('the address', () => location.search.includes('lang=fr'));
    await visit.session.reload();
    await drawn(visit.session);
    expect(await state()).toEqual(before);
  });
});

describe('the other views', () => {
  it('the tables can be sorted, both ways', async () => {
    await open(visit, '?view=table');
    const dates = () =>
      visit.session.run(() =>
        [
          ...(document.querySelector('main table')?.querySelectorAll<HTMLElement>('tbody [data-id]') ?? []),
        ].map((e) => e.dataset.id),
      );
    const up = await dates();
    expect(up.length).toBe(data.events.length + data.summits.length);
    const head = `//main//table[not(preceding::table)]//th//button[contains(., "${en['table.column-when']}")]`;
    await visit.session.click(head);
    await settled(visit.session);
    const down = await dates();
    expect(down).not.toEqual(up);
    expect([...down].sort()).toEqual([...up].sort());
    await visit.session.click(head);
    await settled(visit.session);
    expect(await dates()).toEqual(up);
  });

  for (const view of ['threads', 'flow'] as const) {
    it(`${view} opens by its button, and draws`, async () => {
      await open(visit);
      await visit.session.click(button(`view.${view}`));
      await visit.session.until(
        view,
        (id) => document.querySelector(`[data-view="${id}"] [data-id]`) !== null,
        view,
      );
      const seen = await visit.session.run(() => {
        const root = document.querySelector<HTMLElement>('[data-view]');
        return {
          height: root?.getBoundingClientRect().height ?? 0,
          marks: root?.querySelectorAll('[data-id]').length ?? 0,
        };
      });
      expect(seen.height).toBeGreaterThan(200);
      expect(seen.marks).toBeGreaterThan(10);
      await visit.session.until('the address', (id) => location.search.includes(`view=${id}`), view);
    });
  }
});

describe('made-up touches', () => {
  /** Fingers that go from one place to another, in px from the middle of the stage. */
  const touch = (fingers: { from: number; to: number }[]) =>
    visit.session.run((fingers) => {
      const stage = document.querySelector('[data-stage]') as HTMLElement;
      const box = stage.getBoundingClientRect();
      const y = box.y + 12;
      const at = (along: number) => box.x + box.width * 0.6 + along;
      const target = document.elementFromPoint(at(fingers[0]?.from ?? 0), y) ?? stage;
      const send = (type: string, i: number, along: number) =>
        target.dispatchEvent(
          new PointerEvent(type, {
            pointerId: 100 + i,
            pointerType: 'touch',
            isPrimary: i === 0,
            bubbles: true,
            cancelable: true,
            composed: true,
            clientX: at(along),
            clientY: y,
            buttons: type === 'pointerup' ? 0 : 1,
            button: type === 'pointermove' ? -1 : 0,
          }),
        );
      fingers.forEach(({ from }, i) => send('pointerdown', i, from));
      for (let step = 1; step <= 10; step++)
        fingers.forEach(({ from, to }, i) => send('pointermove', i, from + ((to - from) * step) / 10));
      fingers.forEach(({ to }, i) => send('pointerup', i, to));
    }, fingers);

  it('one finger across slides the stage', async () => {
    await open(visit, '?from=1990&to=2005');
    const before = await period();
    await touch([{ from: 0, to: -200 }]);
    await settled(visit.session);
    expect((await period()).start).toBeGreaterThan(before.start);
  });

  it('two fingers pinch', async () => {
    await open(visit, '?from=1990&to=2005');
    const before = await period();
    await touch([
      { from: -40, to: -160 },
      { from: 40, to: 160 },
    ]);
    await settled(visit.session);
    const after = await period();
    expect(after.end - after.start).toBeLessThan(before.end - before.start);
  });

  it('a tap chooses', async () => {
    await open(visit);
    const id = 's-2001-rome';
    await visit.session.run((id) => {
      const mark = document.querySelector(`[data-stage] g[data-id="${id}"]`) as SVGElement;
      const { x, y, width, height } = mark.getBoundingClientRect();
      const at = {
        pointerId: 100,
        pointerType: 'touch',
        bubbles: true,
        cancelable: true,
        composed: true,
        isPrimary: true,
        clientX: x + width / 2,
        clientY: y + height / 2,
      };
      mark.dispatchEvent(new PointerEvent('pointerdown', at));
      mark.dispatchEvent(new PointerEvent('pointerup', at));
      mark.dispatchEvent(new PointerEvent('click', { ...at, detail: 1 }));
    }, id);
    await visit.session.until(
      'the choice',
      (id) => document.querySelector(`g[data-id="${id}"]`)?.getAttribute('aria-pressed') === 'true',
      id,
    );
  });
});
