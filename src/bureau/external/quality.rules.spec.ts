import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOf } from './external-period.rules.js';
import { type Point, qualityOf } from './quality.rules.js';

const monthly = { cadence: 'month', lateDays: 20 } as const;

/** Months from January 2024 on; what is null has no value. */
function months(values: readonly (number | null)[]): Point[] {
  let firstDay = '2024-01-01';
  return values.flatMap((value) => {
    const point = value === null ? [] : [{ firstDay, value }];
    firstDay = nextOf(firstDay, 'month');
    return point;
  });
}

describe('the quality of a series', () => {
  it('months without a value between others are gaps', () => {
    const { gaps } = qualityOf(months([1, null, null, 2, 3, null]), monthly, null);
    expect(gaps).toEqual(['2024-02-01', '2024-03-01']);
    expect(qualityOf([], monthly, '2026-01-01')).toEqual({ gaps: [], jumps: [], lateSince: null });
  });

  it('a change that stands out is a jump, with its modified z-score', () => {
    const { jumps } = qualityOf(months([10, 11, 9, 10, 12, 11, 10, 11, 60, 59, 60]), monthly, null);
    expect(jumps.map(({ firstDay, change }) => [firstDay, change])).toEqual([['2024-09-01', 49]]);
    // Changes 1 -2 1 2 -1 -1 1 49 -1 1: median 1, distances 0 0 0 0 1 2 2 2 3 48 to it: median 1.5.
    expect(jumps[0]?.score).toBeCloseTo((0.6745 * 48) / 1.5, 6);
  });

  it('where most changes are the same, their mean deviation has to do', () => {
    const { jumps } = qualityOf(months([5, 5, 5, 5, 5, 5, 5, 5, 5, 9]), monthly, null);
    expect(jumps.map(({ score }) => Number(score.toFixed(3)))).toEqual([Number((4 / (1.253314 * (4 / 9))).toFixed(3))]);
    expect(qualityOf(months([5, 5, 5, 5, 5, 5, 5, 5, 5]), monthly, null).jumps).toEqual([]);
  });

  it('of few changes, and across a gap, nothing is said', () => {
    expect(qualityOf(months([1, 1, 1, 900]), monthly, null).jumps).toEqual([]);
    expect(qualityOf(months([10, 11, 9, 10, 12, 11, 10, 11, null, 90]), monthly, null).jumps).toEqual([]);
  });

  it('the next value is late once its days are over, unless the series is off', () => {
    const points = months([1, 2]);
    // March is over on the 31st; its value may come until 20 April.
    expect(qualityOf(points, monthly, '2024-04-20').lateSince).toBeNull();
    expect(qualityOf(points, monthly, '2024-04-21').lateSince).toBe('2024-04-21');
    expect(qualityOf(points, monthly, '2024-07-01').lateSince).toBe('2024-04-21');
    expect(qualityOf(points, monthly, null).lateSince).toBeNull();
  });

  const values = fc.array(fc.option(fc.integer({ min: -1_000, max: 1_000 })), { maxLength: 40 });

  it('does not depend on the order of the rows', () => {
    const shuffled = values.chain((all) => {
      const points = months(all);
      return fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length }));
    });
    fc.assert(
      fc.property(shuffled, ([points, others]) => {
        expect(qualityOf(others, monthly, '2026-01-01')).toEqual(qualityOf(points, monthly, '2026-01-01'));
      }),
    );
  });

  it('gaps and values together are every period from the first to the last', () => {
    fc.assert(
      fc.property(values, (all) => {
        const points = months(all);
        const days = [...points.map(({ firstDay }) => firstDay), ...qualityOf(points, monthly, null).gaps].toSorted();
        expect(days.slice(1)).toEqual(days.slice(0, -1).map((day) => nextOf(day, 'month')));
      }),
    );
  });

  it('jumps are the same in any unit', () => {
    fc.assert(
      fc.property(values, (all) => {
        const days = (points: Point[]): string[] =>
          qualityOf(points, monthly, null).jumps.map(({ firstDay }) => firstDay);
        const points = months(all);
        expect(days(points.map((one) => ({ ...one, value: one.value * 1024 })))).toEqual(days(points));
      }),
    );
  });
});
