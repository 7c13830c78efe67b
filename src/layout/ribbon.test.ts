/**
 * The outline of ribbons, read back from their paths. Does not prove that a ribbon meets its nodes: the flow’s
 * layout and scene see to that.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeze, runs } from '../../tests/fixtures/stories';
import { centrePath, ribbonAcross, ribbonPath, type Waypoint } from './ribbon';

const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((n) => n / 10);
/** Ways forward; their points often fall together, as those of columns that left the stage do. */
const ways: fc.Arbitrary<Waypoint[]> = fc
  .array(fc.tuple(fc.oneof(fc.constant(0), tenths(300)), fc.oneof(fc.constant(0), tenths(40)), tenths(600)), {
    minLength: 2,
    maxLength: 7,
  })
  .map((steps) => {
    let along = -50;
    return steps.map(([step, run, across], i) => {
      const start = (along += step);
      const straight = i > 0 && i < steps.length - 1 ? run : 0;
      along += straight;
      return { in: start, out: along, across };
    });
  });
const thicknesses = fc.integer({ min: 1, max: 96 }).map((n) => n / 2);

interface Command {
  type: string;
  at: number[];
}
function parse(d: string): Command[] {
  expect(d).toMatch(/^M[-\d.,MLCZ]*$/);
  return [...d.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, type = '', numbers = '']) => ({
    type,
    at: [...numbers.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text)),
  }));
}
const end = ({ at }: Command) => at.slice(-2) as [number, number];
/** Points along a run of commands, ends of curves and points between them. */
function sample(commands: readonly Command[]): [number, number][] {
  const points: [number, number][] = [];
  let from: [number, number] = [NaN, NaN];
  for (const command of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = command.at;
    const to = end(command);
    if (command.type === 'C')
      for (const s of [0.25, 0.5, 0.75]) {
        const mix = (p: number, q: number, r: number, t: number) =>
          (1 - s) ** 3 * p + 3 * s * (1 - s) ** 2 * q + 3 * s * s * (1 - s) * r + s ** 3 * t;
        points.push([mix(from[0], a, c, to[0]), mix(from[1], b, d, to[1])]);
      }
    points.push(to);
    from = to;
  }
  return points;
}

describe('ribbons', () => {
  it('run from their start to their end, never outside of them along the axis', () => {
    fc.assert(
      fc.property(ways, thicknesses, (way, thickness) => {
        const [first, last] = [way[0] as Waypoint, way.at(-1) as Waypoint];
        for (const d of [ribbonPath(freeze(way), thickness), centrePath(way)]) {
          const xs = sample(parse(d).filter(({ type }) => type !== 'Z')).map(([x]) => x);
          expect(Math.min(...xs)).toBeGreaterThanOrEqual(first.in - 0.06);
          expect(Math.max(...xs)).toBeLessThanOrEqual(last.out + 0.06);
        }
        const line = parse(centrePath(way));
        expect(end(line[0] as Command)[0]).toBeCloseTo(first.in, 1);
        expect(end(line[0] as Command)[1]).toBeCloseTo(first.across, 1);
        expect(end(line.at(-1) as Command)[0]).toBeCloseTo(last.out, 1);
        expect(end(line.at(-1) as Command)[1]).toBeCloseTo(last.across, 1);
      }),
      runs(200),
    );
  });

  it('are as thick everywhere as they should be, measured across the direction of time', () => {
    fc.assert(
      fc.property(ways, thicknesses, (way, thickness) => {
        const commands = parse(ribbonPath(way, thickness)).filter(({ type }) => type !== 'Z');
        const turn = commands.findIndex(({ type }, i) => i > 0 && type === 'L');
        const one = sample(commands.slice(0, turn));
        const other = sample([
          { type: 'M', at: end(commands[turn] as Command) },
          ...commands.slice(turn + 1),
        ]);
        expect(other).toHaveLength(one.length);
        other.reverse();
        const off = one.map(([x, y], i) => {
          const [x2, y2] = other[i] as [number, number];
          return Math.max(Math.abs(x2 - x), Math.abs(Math.abs(y2 - y) - thickness));
        });
        expect(Math.max(...off)).toBeLessThan(0.11);
      }),
      runs(200),
    );
  });

  it('run down as they run to the right, with x and y in each other’s place', () => {
    const turned = (d: string) => d.replace(/(-?[\d.]+),(-?[\d.]+)/g, '$2,$1');
    fc.assert(
      fc.property(ways, thicknesses, (way, thickness) => {
        expect(ribbonPath(way, thickness, 'down')).toBe(turned(ribbonPath(way, thickness)));
        expect(centrePath(way, 'down')).toBe(turned(centrePath(way)));
      }),
      runs(200),
    );
  });

  it('are found where they are drawn, and nowhere before or after', () => {
    fc.assert(
      fc.property(ways, (way) => {
        const [first, last] = [way[0] as Waypoint, way.at(-1) as Waypoint];
        const steep = way.some((step, i) => i > 0 && step.in - (way[i - 1] as Waypoint).out < 1);
        // Where it all but runs across, a tenth of a px along is many px across.
        if (!steep)
          for (const [along, across] of sample(parse(centrePath(way))))
            if (along >= first.in && along <= last.out) {
              const slope =
                (ribbonAcross(way, along + 0.06) ?? across) - (ribbonAcross(way, along - 0.06) ?? across);
              expect(Math.abs((ribbonAcross(way, along) ?? NaN) - across)).toBeLessThan(
                0.2 + Math.abs(slope),
              );
            }
        expect(ribbonAcross(way, first.in - 1)).toBeNull();
        expect(ribbonAcross(way, last.out + 1)).toBeNull();
      }),
      runs(200),
    );
  });

  it('are drawn without NaN where all of a way falls together', () => {
    const way = [1, 2, 3].map((across) => ({ in: 10, out: 10, across }));
    expect(ribbonPath(way, 4)).not.toMatch(/NaN|Infinity/);
    expect(centrePath(way)).not.toMatch(/NaN|Infinity/);
    expect(ribbonPath([], 4)).toBe('');
    expect(centrePath([])).toBe('');
  });
});
