import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calendarOf } from '../../directory/index.js';
import { addDays, daysBetween, weekdayOf } from '../../platform/clock/local-date.js';
import { isOut, type LineShifts, plannedDays, workedMinutes } from './line-calendar.rules.js';

const calendar = calendarOf(new Map());
const line = (changes: Partial<LineShifts> = {}): LineShifts => ({
  ...{ shiftMinutes: [480, 480, 480, 480, 480, 240, 0], machines: 2, worksHolidays: false },
  ...changes,
});
const plan = (changes: Partial<Parameters<typeof plannedDays>[0]> = {}) =>
  plannedDays({
    ...{ line: line(), calendar, outages: [], taken: new Set<string>(), dayMinutes: null },
    ...{ period: { startsOn: '2026-09-21', endsOn: '2026-10-11' } },
    ...changes,
  });

describe('when a line works', () => {
  it.each([
    ['a Monday', '2026-09-21', 960],
    ['a Saturday with a shift', '2026-09-12', 480],
    ['a Sunday without one', '2026-09-13', 0],
    ['a statutory holiday', '2026-10-01', 0],
    ['a weekday that is off around one', '2026-10-06', 0],
    ['a Saturday with a shift in a run of days off', '2026-09-26', 0],
    ['a weekend day that people work for it, without a shift', '2026-09-20', 0],
    ['a weekend day that people work for it, with a shift', '2026-10-10', 480],
  ])('on %s, %s, it works %i minutes', (_, day, minutes) => {
    expect(workedMinutes(line(), day, calendar)).toBe(minutes);
  });

  it('works holidays by its shifts where its owner says so', () => {
    expect(workedMinutes(line({ worksHolidays: true }), '2026-10-01', calendar)).toBe(960);
  });

  it('follows what the operator enters into the calendar', () => {
    const entered = calendarOf(new Map([['2026-09-21', 'rest_day' as const]]));
    expect(workedMinutes(line(), '2026-09-21', entered)).toBe(0);
  });
});

describe('what a window offers', () => {
  it('is nothing on holidays, on days without shifts and on days of another window', () => {
    const days = plan({ taken: new Set(['2026-09-22']) }).map(({ day }) => day);
    expect(days).toEqual([
      ...['2026-09-21', '2026-09-23', '2026-09-24', '2026-09-28', '2026-09-29', '2026-09-30'],
      ...['2026-10-08', '2026-10-09', '2026-10-10'],
    ]);
  });

  it('is kept as planned, and none of it, while the line is out', () => {
    const outages = [{ startsOn: '2026-09-24', endsOn: '2026-09-30' }];
    const byDay = new Map(plan({ outages }).map((one) => [one.day, one]));
    expect(byDay.get('2026-09-23')).toMatchObject({ plannedMinutes: 960, minutes: 960 });
    expect(byDay.get('2026-09-24')).toMatchObject({ plannedMinutes: 960, minutes: 0 });
    expect(byDay.get('2026-10-08')).toMatchObject({ minutes: 960 });
  });

  const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
  const anyRange = fc.tuple(anyDay, fc.integer({ min: 0, max: 60 })).map(([startsOn, days]) => ({
    ...{ startsOn, endsOn: addDays(startsOn, days) },
  }));
  const anyLine = fc.record({
    shiftMinutes: fc.array(fc.integer({ min: 0, max: 1440 }), { minLength: 7, maxLength: 7 }),
    machines: fc.integer({ min: 1, max: 500 }),
    worksHolidays: fc.boolean(),
  });

  it('is never more than the line works, nor than was said, nor anything while it is out or taken', () => {
    fc.assert(
      fc.property(
        ...([anyLine, anyRange, fc.array(anyRange, { maxLength: 4 }), fc.array(anyDay, { maxLength: 9 })] as const),
        fc.option(fc.integer({ min: 1, max: 720_000 })),
        (shifts, period, outages, takenDays, dayMinutes) => {
          const taken = new Set(takenDays);
          const days = plannedDays({ line: shifts, calendar, outages, taken, period, dayMinutes });
          for (const { day, plannedMinutes, minutes } of days) {
            expect(plannedMinutes).toBeLessThanOrEqual(workedMinutes(shifts, day, calendar));
            expect(plannedMinutes).toBeLessThanOrEqual(dayMinutes ?? Infinity);
            expect(plannedMinutes).toBeGreaterThan(0);
            expect(minutes).toBe(isOut(outages, day) ? 0 : plannedMinutes);
            expect(taken.has(day)).toBe(false);
            expect(shifts.shiftMinutes[weekdayOf(day) - 1]).toBeGreaterThan(0);
          }
          const offered = new Set(days.map(({ day }) => day));
          for (const day of daysBetween(period.startsOn, period.endsOn))
            expect(offered.has(day)).toBe(workedMinutes(shifts, day, calendar) > 0 && !taken.has(day));
        },
      ),
    );
  });
});
