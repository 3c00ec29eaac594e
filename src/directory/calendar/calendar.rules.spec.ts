import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.rules.js';
import { daysBetween } from '../../platform/clock/local-date.js';

const calendar = calendarOf(new Map());
const ofKind = (year: number, kind: string): string[] =>
  daysBetween(`${year}-01-01`, `${year}-12-31`).filter((day) => calendar.kindOf(day) === kind);
const adjusted = (year: number): string[] =>
  daysBetween(`${year}-01-01`, `${year}-12-31`).filter((day) => calendar.isAdjusted(day));
const weekdaysOff = (from: string, to: string): string[] =>
  daysBetween(from, to).filter((day) => calendar.kindOf(day) === 'workday');

describe('the kept calendar', () => {
  it('R17 knows the thirteen statutory holidays of 2025', () => {
    expect(ofKind(2025, 'holiday')).toEqual([
      ...['2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04', '2025-05-01'],
      ...['2025-05-02', '2025-05-31', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06'],
    ]);
  });

  it('R17 knows the thirteen statutory holidays of 2026', () => {
    expect(ofKind(2026, 'holiday')).toEqual([
      ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-05', '2026-05-01'],
      ...['2026-05-02', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-03'],
    ]);
  });

  it('knows the adjusted workdays of both years', () => {
    expect(adjusted(2025)).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
    expect(adjusted(2026)).toEqual([
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ]);
  });

  it('has no workday inside the published periods off', () => {
    const periods = [
      ...['2025-01-28 2025-02-04', '2025-04-04 2025-04-06', '2025-05-01 2025-05-05', '2025-05-31 2025-06-02'],
      ...['2025-10-01 2025-10-08', '2026-01-01 2026-01-03', '2026-02-15 2026-02-23', '2026-04-04 2026-04-06'],
      ...['2026-05-01 2026-05-05', '2026-06-19 2026-06-21', '2026-09-25 2026-09-27', '2026-10-01 2026-10-07'],
    ];
    expect(
      periods.flatMap((period) => {
        const [from = '', to = ''] = period.split(' ');
        return weekdaysOff(from, to);
      }),
    ).toEqual([]);
    expect(calendar.kindOf('2026-10-08')).toBe('workday');
    expect(calendar.kindOf('2026-10-06')).toBe('rest_day');
  });

  it('says where it is not kept, and still knows the statutory days and weekends there', () => {
    expect([calendar.isKept('2026-12-31'), calendar.isKept('2027-01-01')]).toEqual([true, false]);
    expect(calendar.kindOf('2027-01-01')).toBe('holiday');
    expect(calendar.kindOf('2027-02-06')).toBe('holiday');
    expect(calendar.kindOf('2027-03-06')).toBe('rest_day');
  });

  it('is overruled by the operator, day by day', () => {
    const entered = calendarOf(new Map([['2027-02-10', 'rest_day' as const]]));
    expect(entered.kindOf('2027-02-10')).toBe('rest_day');
    expect(entered.isKept('2027-05-04')).toBe(true);
    expect(calendarOf(new Map([['2026-03-07', 'workday' as const]])).isAdjusted('2026-03-07')).toBe(true);
  });
});
