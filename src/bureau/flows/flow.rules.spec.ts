import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, type Flow, foldFlows, leastForeign } from './flow.rules.js';

const flow: fc.Arbitrary<Flow> = fc.record({
  source: fc.option(fc.constantFrom('A', 'B', 'C')),
  target: fc.constantFrom('X', 'Y', 'Z'),
  heads: fc.integer({ min: 1, max: 50 }),
  isOwn: fc.boolean(),
});

describe('flows', () => {
  it('lose nobody when they are folded', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 40 }), fc.integer({ min: 0, max: 10 }), (flows, most) => {
        const { links, others, heads } = foldFlows(flows, most);
        expect(links.length).toBeLessThanOrEqual(most);
        expect(links.reduce((sum, one) => sum + one.heads, others)).toBe(heads);
        expect(heads).toBe(flows.reduce((sum, one) => sum + one.heads, 0));
        expect(links.every((one) => one.isOwn || one.heads >= leastForeign)).toBe(true);
        expect(links.map((one) => one.heads)).toEqual(links.map((one) => one.heads).toSorted((a, b) => b - a));
      }),
    );
  });

  it('of a few people from elsewhere are not told, those of one’s own are', () => {
    const few = { source: 'A', target: 'X', heads: leastForeign - 1 };
    expect(foldFlows([{ ...few, isOwn: false }], 9)).toMatchObject({ links: [], others: few.heads });
    expect(foldFlows([{ ...few, isOwn: true }], 9)).toMatchObject({ others: 0 });
  });
});

it('bands of distances follow one another, the last without an end', () => {
  const bands = bandsOf(new Map([[5, 3]]));
  expect(bands.map(({ fromKm }) => fromKm).slice(1)).toEqual(bands.map(({ untilKm }) => untilKm).slice(0, -1));
  expect(bands.at(-1)).toEqual({ fromKm: 50, untilKm: null, heads: 3 });
  expect(bands[0]).toEqual({ fromKm: 0, untilKm: 2, heads: 0 });
});
