import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastTold, monthOf, openRow, published } from './open-statistics.rules.js';

/** Every count that is published so. */
const possible = (told: number | null): number[] =>
  told === null
    ? [0, 1, 2, 3, 4]
    : [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4].map((off) => told + off).filter((count) => count >= leastTold);

/** Whether some choice of the others adds up to the total with this one. */
function fits(one: number, others: readonly (number | null)[], total: number | null): boolean {
  const ranges = others.map(possible);
  const least = one + ranges.reduce((sum, values) => sum + Math.min(...values), 0);
  const most = one + ranges.reduce((sum, values) => sum + Math.max(...values), 0);
  return possible(total).some((all) => all >= least && all <= most);
}

describe('open statistics', () => {
  it('tell nobody of few, and the rest by tens', () => {
    expect([0, 1, 4, 5, 7, 14, 15, 104].map(published)).toEqual([null, null, null, 10, 10, 10, 20, 100]);
    const counts = { wanted: 554, seekers: 509, seats: 100, onSite: 3, personDays: 1_003 };
    expect(openRow(counts)).toEqual({
      ...{
        wanted: 550,
        seekers: 510,
        openingsPerSeeker: 1.08,
        seats: 100,
        onSite: null,
        fillRate: null,
        personDays: 1_000,
      },
    });
  });

  it('never give a small count away by a difference between two of them', () => {
    const counts = fc.array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 60 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat({ max: leastTold - 1 }), counts, (small, others) => {
        const total = published(small + others.reduce((sum, count) => sum + count, 0));
        const told = others.map(published);
        // All that anybody can ask: the cell, its neighbours, their total; and any of them against any other.
        const candidates = possible(published(small)).filter((one) => fits(one, told, total));
        expect(candidates).toContain(small);
        expect(candidates.length).toBeGreaterThan(1);
      }),
      { numRuns: 5_000 },
    );
  });

  it('are of months that are over', () => {
    expect(monthOf('2026-10', '2026-11-27')).toEqual({ from: '2026-10-01', until: '2026-10-31' });
    for (const text of ['2026-11', '2027-01', '2023-10', '2026-13', '2026-1', 'x', undefined])
      expect(monthOf(text, '2026-11-27')).toBeUndefined();
  });
});
