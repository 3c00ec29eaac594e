import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, daysFrom, weekdayOf, weeksOf } from './calendar.rules';

describe('days in weeks', () => {
  it('has whole weeks from Monday around the days', () => {
    // 2026-11-27 is a Friday.
    expect(weekdayOf('2026-11-27')).toBe(5);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(weeksOf(daysFrom('2026-11-27', '2026-11-30')).map(([monday]) => monday)).toEqual([
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(weeksOf([])).toEqual([]);
  });

  it('loses no day and repeats none, over any period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 100 }), (start, length) => {
        const first = addDays('2000-01-01', start);
        const days = daysFrom(first, addDays(first, length));
        const all = weeksOf(days).flat();
        return (
          days.length === length + 1 &&
          days.every((day) => all.includes(day)) &&
          new Set(all).size === all.length &&
          all.length % 7 === 0 &&
          all.length <= days.length + 12
        );
      }),
    );
  });
});
