import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { daysBetween, dueOn, lastPeriod, monthOf, periodOf } from './period.rules.js';

describe('a settlement’s period', () => {
  it.each([
    ['2026-11-10', 31, '2026-11-01', '2026-11-30'],
    ['2026-03-01', 31, '2026-03-01', '2026-03-31'],
    ['2026-03-20', 30, '2026-03-01', '2026-03-30'],
    ['2028-02-05', 30, '2028-01-31', '2028-02-29'],
    ['2026-01-05', 25, '2025-12-26', '2026-01-25'],
  ])('in the month of %s with cut-off %i runs from %s to %s', (day, cutOff, startsOn, endsOn) => {
    expect(periodOf(day, cutOff)).toEqual({ startsOn, endsOn });
  });

  it('follows the one before without a gap or a day twice, at any cut-off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 600 }), (cutOff, index) => {
        const month = (n: number): string => `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
        const [before, after] = [periodOf(month(index), cutOff), periodOf(month(index + 1), cutOff)];
        expect(daysBetween(before.startsOn, after.endsOn)).toBe(
          daysBetween(before.startsOn, before.endsOn) + daysBetween(after.startsOn, after.endsOn),
        );
        expect(daysBetween(before.endsOn, after.startsOn)).toBe(2);
      }),
    );
  });

  it('is over from the day after its last', () => {
    expect(lastPeriod('2026-11-25', 25).endsOn).toBe('2026-10-25');
    expect(lastPeriod('2026-11-26', 25).endsOn).toBe('2026-11-25');
    expect(lastPeriod('2027-01-01', 31)).toEqual({ startsOn: '2026-12-01', endsOn: '2026-12-31' });
  });

  it('is due in the month after it', () => {
    const period = periodOf('2026-12-01', 25);
    expect(dueOn(period, 10)).toBe('2027-01-10');
    expect(dueOn(periodOf('2027-01-01', 31), 31)).toBe('2027-02-28');
    expect(monthOf('2027-02-28')).toBe('2027-02-01');
    expect(daysBetween('2027-02-02', '2027-02-01')).toBe(0);
  });
});
