import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, periodBefore, periodYearAgo, refusePeriod, type Step, stepAround, stepsOf } from './period.rules.js';

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, until: b } : { from: b, until: a }));
const step = fc.constantFrom<Step>('day', 'week', 'month', 'quarter', 'year');

describe('a period', () => {
  it('is compared with as many days before it, or as many whole months', () => {
    expect(periodBefore({ from: '2026-03-05', until: '2026-03-11' })).toEqual({
      from: '2026-02-26',
      until: '2026-03-04',
    });
    expect(periodBefore({ from: '2026-03-01', until: '2026-03-31' })).toEqual({
      from: '2026-02-01',
      until: '2026-02-28',
    });
    expect(periodBefore({ from: '2026-01-01', until: '2026-12-31' })).toEqual({
      from: '2025-01-01',
      until: '2025-12-31',
    });
  });

  it('is compared with the same days a year ago', () => {
    expect(periodYearAgo({ from: '2024-02-01', until: '2024-02-29' })).toEqual({
      from: '2023-02-01',
      until: '2023-02-28',
    });
    expect(periodYearAgo({ from: '2025-02-01', until: '2025-02-28' })).toEqual({
      from: '2024-02-01',
      until: '2024-02-29',
    });
    expect(periodYearAgo({ from: '2026-03-05', until: '2026-03-11' })).toEqual({
      from: '2025-03-05',
      until: '2025-03-11',
    });
  });

  it('lies just before itself, whatever it is', () => {
    fc.assert(
      fc.property(period, (one) => {
        const before = periodBefore(one);
        expect(before.from <= before.until).toBe(true);
        expect(daysOf({ from: before.until, until: one.from })).toBe(2);
      }),
    );
  });

  it('falls into steps without a gap', () => {
    fc.assert(
      fc.property(period, step, (one, by) => {
        const steps = stepsOf(one, by);
        expect(steps[0]?.from).toBe(one.from);
        expect(steps.at(-1)?.until).toBe(one.until);
        expect(steps.reduce((sum, part) => sum + daysOf(part), 0)).toBe(daysOf(one));
      }),
      { numRuns: 30 },
    );
    expect(stepAround('2026-11-27', 'week')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(stepAround('2026-11-27', 'quarter')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
    expect(stepAround('2024-02-10', 'month')).toEqual({ from: '2024-02-01', until: '2024-02-29' });
  });

  it('is neither backwards nor endless', () => {
    expect(refusePeriod({ from: '2026-01-02', until: '2026-01-01' }, undefined)?.field).toBe('input.until');
    expect(refusePeriod({ from: '2010-01-01', until: '2026-01-01' }, undefined)?.field).toBe('input.until');
    expect(refusePeriod({ from: '2020-01-01', until: '2026-01-01' }, 'day')?.field).toBe('input.until');
    expect(refusePeriod({ from: '2020-01-01', until: '2026-01-01' }, 'month')).toBeUndefined();
  });
});
