import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calendarOf, type DayKind } from '../../directory/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import { instantAt, localDateOf, MINUTE_MS } from './local-time.rules.js';
import {
  assumedBreak,
  classify,
  grossMinutes,
  splitAtMidnight,
  workedMinutes,
  workingTerms,
  type WorkedShift,
} from './working-time.rules.js';

const calendar = calendarOf(new Map());
const terms = workingTerms(null, 'day');
const shift = (day: string, from: string, to: string, breakMinutes = 60): WorkedShift => {
  const checkInAt = instantAt(day, from);
  const sameDay = instantAt(day, to);
  return { checkInAt, checkOutAt: sameDay > checkInAt ? sameDay : instantAt(addDays(day, 1), to), breakMinutes };
};
const minutes = (normalMinutes: number, overtimeMinutes: number, restDayMinutes: number, holidayMinutes: number) => ({
  ...{ normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes },
});
const plain = { calendar, terms, ordinalInWeek: 1 };

describe('R17 pay of overtime, rest days and holidays', () => {
  it('R17 is never less than 150, 200 and 300 per cent, whatever was agreed', () => {
    const agreed = { overtimePercent: 120, restDayPercent: null, holidayPercent: 350 };
    expect(workingTerms(agreed, 'day')).toMatchObject({
      overtimePercent: 150,
      restDayPercent: 200,
      holidayPercent: 350,
    });
  });

  it('R17 what exceeds the agreed minutes of a workday is overtime, and nobody agrees on more than eight hours', () => {
    expect(classify(shift('2026-11-23', '08:00', '19:00'), plain)).toEqual(minutes(480, 120, 0, 0));
    const long = workingTerms({ dailyMinutes: 600 }, 'day');
    expect(classify(shift('2026-11-23', '08:00', '19:00'), { ...plain, terms: long })).toEqual(minutes(480, 120, 0, 0));
    const short = workingTerms({ dailyMinutes: 420 }, 'day');
    expect(classify(shift('2026-11-23', '08:00', '17:00'), { ...plain, terms: short })).toEqual(minutes(420, 60, 0, 0));
  });

  it('R17 a weekend is a rest day, an adjusted workday is not', () => {
    expect(classify(shift('2026-11-28', '08:00', '17:00'), plain)).toEqual(minutes(0, 0, 480, 0));
    expect(classify(shift('2026-10-10', '08:00', '17:00'), { ...plain, ordinalInWeek: 6 })).toEqual(
      minutes(480, 0, 0, 0),
    );
  });

  it('R17 a day off around a holiday is a rest day, the statutory day itself a holiday', () => {
    expect(classify(shift('2026-10-06', '08:00', '17:00'), plain)).toEqual(minutes(0, 0, 480, 0));
    expect(classify(shift('2026-10-02', '08:00', '17:00'), plain)).toEqual(minutes(0, 0, 0, 480));
  });

  it('R17 rotating shifts rest after the agreed days of the week, and on the sixth at the latest on a day off', () => {
    const rotating = { ...plain, terms: workingTerms({ weeklyDays: 6 }, 'rotating') };
    const saturday = shift('2026-11-28', '08:00', '17:00');
    expect(classify(saturday, { ...rotating, ordinalInWeek: 5 })).toEqual(minutes(480, 0, 0, 0));
    expect(classify(saturday, { ...rotating, ordinalInWeek: 6 })).toEqual(minutes(0, 0, 480, 0));
    const friday = shift('2026-11-27', '08:00', '17:00');
    const five = { ...rotating, terms: workingTerms({ weeklyDays: 4 }, 'rotating') };
    expect(classify(friday, { ...five, ordinalInWeek: 5 })).toEqual(minutes(0, 0, 480, 0));
  });

  it('R17 of a night shift into a holiday, the minutes after midnight are holiday minutes', () => {
    expect(classify(shift('2026-09-30', '20:00', '08:00'), plain)).toEqual(minutes(180, 0, 0, 480));
    // Out of a holiday into a day off of the same holiday week.
    expect(classify(shift('2026-10-03', '20:00', '08:00'), plain)).toEqual(minutes(0, 0, 420, 240));
  });
});

describe('a shift', () => {
  it('over midnight belongs to the date on which it began', () => {
    const night = shift('2026-11-27', '22:00', '06:00', 0);
    expect(localDateOf(night.checkInAt)).toBe('2026-11-27');
    expect(splitAtMidnight(night)).toEqual([
      { day: '2026-11-27', minutes: 120 },
      { day: '2026-11-28', minutes: 360 },
    ]);
    // Saturday is a rest day, but the shift is Friday's.
    expect(classify(night, plain)).toEqual(minutes(480, 0, 0, 0));
  });

  it('of more than six hours is taken to have had its break', () => {
    expect(assumedBreak(shift('2026-11-23', '08:00', '14:00'), terms)).toBe(0);
    expect(assumedBreak(shift('2026-11-23', '08:00', '14:01'), terms)).toBe(60);
  });

  const anyShift = fc
    .record({
      start: fc.integer({ min: Date.parse('2025-01-01') / 1000, max: Date.parse('2027-12-31') / 1000 }),
      seconds: fc.integer({ min: 60, max: 86_400 }),
      breakMinutes: fc.integer({ min: 0, max: 480 }),
    })
    .map(({ start, seconds, breakMinutes }) => ({
      checkInAt: new Date(start * 1000),
      checkOutAt: new Date((start + seconds) * 1000),
      breakMinutes,
    }));
  const anyCalendar = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1094 }), fc.constantFrom<DayKind>('holiday', 'workday', 'rest_day')))
    .map((days) => calendarOf(new Map(days.map(([day, kind]) => [addDays('2025-01-01', day), kind]))));
  const anyTerms = fc.record({
    dailyMinutes: fc.integer({ min: 60, max: 600 }),
    weeklyDays: fc.integer({ min: 1, max: 7 }),
    shift: fc.constantFrom('day' as const, 'night' as const, 'rotating' as const),
  });

  it('loses nothing at midnight', () => {
    fc.assert(
      fc.property(anyShift, (worked) => {
        const parts = splitAtMidnight(worked);
        expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(grossMinutes(worked));
        expect(parts.every((part) => part.minutes > 0)).toBe(true);
        for (const [index, part] of parts.entries())
          if (index > 0) expect(part.day).toBe(addDays(parts[index - 1]?.day ?? '', 1));
        expect(grossMinutes(worked) * MINUTE_MS).toBeGreaterThan(
          worked.checkOutAt.getTime() - worked.checkInAt.getTime() - MINUTE_MS,
        );
      }),
    );
  });

  it('is classified whole: the classes sum to the minutes worked', () => {
    fc.assert(
      fc.property(anyShift, anyCalendar, anyTerms, fc.integer({ min: 1, max: 7 }), (worked, days, agreed, ordinal) => {
        const agreedTerms = workingTerms(agreed, 'day');
        const classes = classify(worked, { calendar: days, terms: agreedTerms, ordinalInWeek: ordinal });
        const { normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes } = classes;
        const all = [normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes];
        expect(all.reduce((sum, one) => sum + one, 0)).toBe(workedMinutes(worked));
        expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
        expect(classes.normalMinutes).toBeLessThanOrEqual(480);
      }),
    );
  });
});
