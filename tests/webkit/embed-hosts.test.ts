/**
 * An article on another origin, in WebKit: with our script, with pym, with WordPress’ handler and with nothing at all,
 * each in the open and in the tightest sandbox, the story stands there whole, at its right height, and does nothing that
 * its policy forbids.
 * What a green run does not prove: Safari’s own rules for frames of other sites, and what tests/e2e/embed-guest.spec.ts
 * asks of the other two engines.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ASKED, wordPress } from '../e2e/support/heights';
import { article, frame, serveHost, type Host } from '../e2e/support/host';
import { visitWebKit } from './setup';

const visit = visitWebKit();
const NAMES = ['loader', 'wordpress', 'pym', 'nothing'];

/** Four frames of an address; nothing minds the last one, which has the height of the snippet. */
const page = (src: string, root: string, sandbox: string): string => {
  const attribute = sandbox && `sandbox="${sandbox}"`;
  return article(`${ASKED}
    ${frame('loader', src, attribute)}
    ${frame('wordpress', `${src}#?secret=abcdefghij`, attribute)}
    <div id="pym"></div>
    ${frame('nothing', src, attribute).replace('height="300"', 'height="640"')}
    <script src="/pym.js"></script>
    <script>
      new pym.Parent('pym', '${src}', { ${sandbox && `sandbox: '${sandbox}'`} });
      ${wordPress('wordpress')}
    </script>
    <script src="${root}embed.v1.js"></script>`);
};

let host: Host;
beforeAll(async () => {
  const root = visit.server.url;
  host = await serveHost({
    open: page(`${root}embed/?lang=en`, root, ''),
    shut: page(`${root}embed.html?lang=en`, root, 'allow-scripts'),
  });
});
afterAll(() => host?.close());

for (const way of ['open', 'shut'])
  it(`the story is whole and at its right height, ${way === 'open' ? 'in the open' : 'in a sandbox'}`, async () => {
    const { session } = visit;
    await session.goto(host.url(way));
    await session.until('heights', () => (Reflect.get(window, 'asked') as Map<unknown, number>)?.size === 4);
    for (const i of NAMES.keys()) {
      await session.frame(i);
      await session.until(
        'a picture',
        () => document.querySelectorAll('[data-stage] g[data-id]').length > 50,
      );
      const faults = await session.run(() => {
        const root = document.documentElement;
        const foot = document.querySelector('footer')?.getBoundingClientRect();
        return [
          ...(root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ['scrolls'] : []),
          ...(Reflect.get(window, 'faults') as string[]),
          ...(!foot || foot.height === 0 || foot.bottom > innerHeight + 0.5 ? ['no credit'] : []),
        ];
      });
      expect(faults, NAMES[i]).toEqual([]);
      await session.frame(null);
    }
    const unfit = await session.run(() =>
      [...document.querySelectorAll('iframe')]
        .filter(({ id }) => id !== 'nothing')
        .filter(
          (each) =>
            each.clientHeight !==
            (Reflect.get(window, 'asked') as Map<unknown, number>).get(each.contentWindow),
        )
        .map((each) => `${each.id || 'pym'} has ${each.clientHeight}`),
    );
    expect(unfit).toEqual([]);
  });
