import { describe, expect, it } from 'vitest';
import {
  byRule,
  changedDayOf,
  dayAfter,
  daysOf,
  draftOf,
  hoursOf,
  isFilled,
  isInMonth,
  isMonth,
  isOpenDay,
  monthFrom,
  operationOf,
  standingOf,
  timesOf,
  workedMinutes,
} from './attendance.rules';

describe('a month', () => {
  it('has its days, and one before and after', () => {
    expect(daysOf('2028-02')).toHaveLength(29);
    expect(daysOf('2026-11').at(-1)).toBe('2026-11-30');
    expect(monthFrom('2026-12', 1)).toBe('2027-01');
    expect(monthFrom('2026-01', -1)).toBe('2025-12');
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
  });

  it('is told from any other text', () => {
    expect(isMonth('2026-11')).toBe(true);
    expect(isMonth('2026-13')).toBe(false);
    expect(isMonth(null)).toBe(false);
  });

  it('has the placements that reach into it, but for cancelled ones', () => {
    const placement = { startsOn: '2026-10-31', endsOn: '2026-12-01', state: 'ACTIVE' } as const;
    expect(isInMonth(placement, '2026-11')).toBe(true);
    expect(isInMonth(placement, '2027-01')).toBe(false);
    expect(isInMonth({ ...placement, state: 'CANCELLED' }, '2026-11')).toBe(false);
    expect(isOpenDay(placement, '2026-11-25', '2026-11-24')).toBe(false);
    expect(isOpenDay(placement, '2026-11-24', '2026-11-24')).toBe(true);
  });
});

describe('the times of a day', () => {
  it('are local to the place of work', () => {
    const times = timesOf('2026-11-25', { from: '08:00', to: '17:30', rest: '60' });
    expect(times).toEqual({
      checkInAt: '2026-11-25T00:00:00.000Z',
      checkOutAt: '2026-11-25T09:30:00.000Z',
      breakMinutes: 60,
    });
    expect(draftOf(times)).toEqual({ from: '08:00', to: '17:30', rest: '60' });
  });

  it('end on the next day when they end before they begin', () => {
    expect(timesOf('2026-11-30', { from: '22:00', to: '06:00', rest: '30' }).checkOutAt).toBe(
      '2026-11-30T22:00:00.000Z',
    );
  });

  it('are complete, or the form waits', () => {
    expect(isFilled({ from: '08:00', to: '17:00', rest: '0' })).toBe(true);
    expect(isFilled({ from: '', to: '17:00', rest: '0' })).toBe(false);
    expect(isFilled({ from: '08:00', to: '17:00', rest: '-1' })).toBe(false);
  });
});

it('hours are said to the tenth, of all classes together', () => {
  const day = { normalMinutes: 480, overtimeMinutes: 45, restDayMinutes: 0, holidayMinutes: 0 };
  expect(hoursOf(workedMinutes(day))).toBe(8.8);
});

it('a day stands open, waiting, agreed or disputed', () => {
  expect(standingOf({ state: 'RECORDED', checkOutAt: null })).toBe('open');
  expect(standingOf({ state: 'RECORDED', checkOutAt: 'x' })).toBe('waiting');
  expect(standingOf({ state: 'RESOLVED', checkOutAt: 'x' })).toBe('agreed');
  expect(standingOf({ state: 'DISPUTED', checkOutAt: 'x' })).toBe('disputed');
});

it('the trail is read as far as it is known', () => {
  expect(operationOf('attendance.check-in')).toBe('check-in');
  expect(operationOf('attendance.fold')).toBe('other');
  expect(changedDayOf('{"checkInAt":"x","checkOutAt":null,"breakMinutes":30,"state":"recorded"}')).toEqual({
    ...{ checkInAt: 'x', checkOutAt: null, breakMinutes: 30 },
  });
});

it('each rule is told once, with all that was found by it', () => {
  const finding = (rule: string, message: string, severity: 'WARNING' | 'BREACH') =>
    ({ rule, ruleTitle: `title of ${rule}`, severity, message, day: null }) as const;
  const found = [finding('R16', 'a', 'WARNING'), finding('R15', 'b', 'WARNING'), finding('R16', 'c', 'BREACH')];
  expect(byRule(found)).toEqual([
    { rule: 'R16', title: 'title of R16', messages: ['a', 'c'], isBreach: true },
    { rule: 'R15', title: 'title of R15', messages: ['b'], isBreach: false },
  ]);
});
