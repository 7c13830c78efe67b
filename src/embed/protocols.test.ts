/**
 * The pure reader of what hosts say, and the words in which heights are said. A green run does not prove that real
 * parents understand them: tests/e2e/embed-hosts.spec.ts does.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightMessages, readGreeting, readHost } from './protocols';

const host = readHost('?mode=embed&childId=graphic-1&parentUrl=x', '#?secret=abcdefghij');

describe('greetings', () => {
  it('knows those of the hosts, and what they call the frame', () => {
    const sizer =
      '[iFrameSizer]story:8:false:true:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true';
    expect(readGreeting(sizer, host)).toEqual({ sizer: 'story' });
    expect(readGreeting('pymxPYMxgraphic-1xPYMxwidthxPYMx600', host)).toEqual({});
    expect(readGreeting({ sentinel: 'amp', type: 'frames-init' }, host)).toEqual({});
    expect(readGreeting({ type: 'iframe-child-init' }, host)).toEqual({});
    expect(readGreeting({ message: 'ready', secret: 'abcdefghij' }, host)).toEqual({});
    expect(readGreeting({ type: 'setHeight', id: 3 }, host)).toEqual({ numbered: 3 });
    expect(readGreeting({ g7: 1, hello: 1, state: '?thread=cybercrime' }, host)).toEqual({
      state: '?thread=cybercrime',
    });
  });

  it('answers no stranger, whatever the stranger says', () => {
    const ours = fc.constantFrom('g7', 'hello', 'type', 'sentinel', 'message', 'secret', 'id', 'state', 'x');
    const said = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.dictionary(ours, fc.oneof(fc.anything(), fc.constantFrom('ready', 'amp', 'init', 'height'))),
      fc.string().map((text) => `pymxPYMx${text}xPYMxwidthxPYMx1`),
      fc.string().map((text) => `[iFrameSizer]${text}`),
    );
    const before = structuredClone(host);
    fc.assert(
      fc.property(said, (data) => {
        const greeting = readGreeting(data, host);
        const { g7, hello, type } = Object(data) as Record<string, unknown>;
        const meant =
          (g7 === 1 && hello === 1) ||
          type === 'setHeight' ||
          (typeof data === 'string' && data.startsWith('[iFrameSizer]'));
        if (!meant) expect(greeting).toBeNull();
        expect(host).toEqual(before);
      }),
      { numRuns: 10_000 },
    );
  });
});

it('says one whole height in all languages, and names only what the host named', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.boolean(), (height, first) => {
      const size = { height, width: 600, href: 'https://x.example/embed/', first };
      const all = heightMessages(size, { ...host, sizer: 'story', numbered: 7 });
      expect(all).toHaveLength(10);
      for (const message of all) expect(JSON.stringify(message)).toContain(String(height));
      const stranger = heightMessages(size, readHost('', ''));
      expect(stranger).toHaveLength(6);
      expect(JSON.stringify(stranger)).not.toMatch(/null|undefined|pym|iFrameSizer/);
    }),
  );
});
