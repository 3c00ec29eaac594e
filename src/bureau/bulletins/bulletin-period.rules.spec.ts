import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../platform/clock/local-date.js';
import { duePeriod, periodOver, trendOf } from './bulletin-period.rules.js';

const plan = { cadence: 'weekly', atHour: 7, plannedOn: '2026-11-01' } as const;

describe('a plan’s due period', () => {
  it.each([
    ['daily', '2026-11-27', { from: '2026-11-26', until: '2026-11-26' }],
    ['weekly', '2026-11-27', { from: '2026-11-16', until: '2026-11-22' }],
    ['weekly', '2026-11-23', { from: '2026-11-16', until: '2026-11-22' }],
    ['monthly', '2026-11-27', { from: '2026-10-01', until: '2026-10-31' }],
  ] as const)('%s on %s', (cadence, today, period) => expect(periodOver(cadence, today)).toEqual(period));

  it('waits for its hour on the first day, not on later ones', () => {
    expect(duePeriod(plan, '2026-11-23', 6)).toBeUndefined();
    expect(duePeriod(plan, '2026-11-23', 7)).toBeDefined();
    expect(duePeriod(plan, '2026-11-24', 0)).toBeDefined();
  });

  it('is none that was over before there was a plan, and none of what is made once', () => {
    expect(duePeriod({ ...plan, plannedOn: '2026-11-23' }, '2026-11-24', 9)).toBeUndefined();
    expect(duePeriod({ ...plan, cadence: 'once' }, '2026-11-24', 9)).toBeUndefined();
  });

  it('is over, and there is none between it and today', () => {
    const cadences = fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const);
    fc.assert(
      fc.property(cadences, fc.nat({ max: 3_000 }), (cadence, days) => {
        const today = addDays('2024-01-01', days);
        const { until } = periodOver(cadence, today);
        expect(until < today).toBe(true);
        expect(periodOver(cadence, addDays(until, 1)).until).toBe(until);
      }),
    );
  });
});

describe('the way to a period', () => {
  it.each([
    ['2026-11-26', '2026-11-26', { from: '2026-11-13', step: 'day' }],
    ['2026-11-16', '2026-11-22', { from: '2026-08-24', step: 'week' }],
    ['2026-10-01', '2026-10-31', { from: '2025-10-01', step: 'month' }],
    ['2026-10-05', '2026-10-20', { from: '2026-10-05', step: 'day' }],
    ['2026-01-05', '2026-10-20', { from: '2026-01-05', step: 'month' }],
  ])('from %s until %s', (from, until, trend) => expect(trendOf({ from, until })).toEqual({ ...trend, until }));
});
