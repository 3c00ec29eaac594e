import { describe, expect, it } from 'vitest';
import {
  type DayLoad,
  hoursFindings,
  isWithoutBreak,
  monthlyShareOf,
  overtimeOf,
  startFindings,
} from './hours-guard.rules.js';
import { addDays } from '../../platform/clock/local-date.js';

const load = (day: string, changes: Partial<DayLoad> = {}): DayLoad => ({
  ...{ day, normalMinutes: 480, overtimeMinutes: 0, restDayMinutes: 0, holidayMinutes: 0, otherMinutes: 0 },
  ...{ isDayOff: false, hasNoBreak: false },
  ...changes,
});
const brief = (loads: readonly DayLoad[]) =>
  hoursFindings(loads, '2026-11').map(({ rule, severity, day, figure }) => [rule, severity, day, figure]);

describe('the guard of hours', () => {
  it('R16 warns above one hour of overtime a day, and finds a breach above three', () => {
    expect(brief([load('2026-11-02', { overtimeMinutes: 60 })])).toEqual([]);
    expect(brief([load('2026-11-02', { overtimeMinutes: 61 })])).toEqual([['R16', 'warning', '2026-11-02', 61]]);
    expect(brief([load('2026-11-02', { overtimeMinutes: 180 })])).toEqual([['R16', 'warning', '2026-11-02', 180]]);
    expect(brief([load('2026-11-02', { overtimeMinutes: 181 })])).toEqual([['R16', 'breach', '2026-11-02', 181]]);
  });

  it('R16 sums both employers: eight hours at the host and four at home are four hours of overtime', () => {
    expect(overtimeOf(load('2026-11-02', { otherMinutes: 240 }))).toBe(240);
    expect(brief([load('2026-11-02', { otherMinutes: 240 })])).toEqual([['R16', 'breach', '2026-11-02', 240]]);
    // Three hours there and five here are a day’s work.
    expect(overtimeOf(load('2026-11-02', { normalMinutes: 180, otherMinutes: 300 }))).toBe(0);
  });

  it('R16 finds a breach above 36 hours a month, rest days included and holidays not', () => {
    const days = ['02', '03', '04', '05', '09', '10', '11', '12', '16', '17', '18', '19'];
    const loads = days.map((day) => load(`2026-11-${day}`, { overtimeMinutes: 180 }));
    const monthly = (more: DayLoad[]) => brief([...loads, ...more]).filter(([, , day]) => day === null);
    expect(monthly([])).toEqual([]);
    expect(monthly([load('2026-11-23', { overtimeMinutes: 1 })])).toEqual([['R16', 'breach', null, 2161]]);
    const saturday = load('2026-11-28', { normalMinutes: 0, restDayMinutes: 480, isDayOff: true });
    expect(monthly([saturday])).toEqual([['R16', 'breach', null, 2640]]);
    expect(monthlyShareOf(load('2026-10-01', { normalMinutes: 0, holidayMinutes: 480, isDayOff: true }))).toBe(0);
    expect(monthlyShareOf(load('2026-11-28', { normalMinutes: 0, otherMinutes: 300, isDayOff: true }))).toBe(300);
  });

  it('R16 finds the seventh day of work in a row, across the edge of a month and over both employers', () => {
    const row = Array.from({ length: 7 }, (_, index) => load(addDays('2026-10-27', index)));
    expect(brief(row)).toEqual([['R16', 'breach', '2026-11-02', 7]]);
    expect(brief(row.map((one, index) => (index === 3 ? { ...one, normalMinutes: 0 } : one)))).toEqual([]);
    const atHome = row.map((one, index) => (index === 3 ? { ...one, normalMinutes: 0, otherMinutes: 60 } : one));
    expect(brief(atHome)).toHaveLength(1);
  });

  it('R16 says before a shift begins that it would have no day of rest, or no overtime left', () => {
    const six = Array.from({ length: 6 }, (_, index) => load(addDays('2026-11-02', index)));
    expect(startFindings(six, '2026-11-08').map(({ figure }) => figure)).toEqual([7]);
    expect(startFindings(six, '2026-11-09')).toEqual([]);
    const used = ['02', '04', '06', '10', '12', '16'].map((day) => load(`2026-11-${day}`, { overtimeMinutes: 360 }));
    expect(startFindings(used, '2026-11-20').map(({ figure }) => figure)).toEqual([2160]);
    expect(startFindings(used, '2026-12-01')).toEqual([]);
  });

  it('R15 warns of a long shift without a break', () => {
    expect([isWithoutBreak(361, 0), isWithoutBreak(360, 0), isWithoutBreak(600, 30)]).toEqual([true, false, false]);
    expect(brief([load('2026-11-02', { hasNoBreak: true })])).toEqual([['R15', 'warning', '2026-11-02', 0]]);
  });
});
