import type { WorkCalendar } from '../../directory/index.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays, daysBetween, weekdayOf } from '../../platform/clock/local-date.js';

/** When a line works. */
export interface LineShifts {
  /** Of one machine, Monday first. */
  readonly shiftMinutes: readonly number[];
  readonly machines: number;
  readonly worksHolidays: boolean;
}

/** A period of whole days, both ends included. */
export interface Days {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** A day that a window is to offer. */
export interface PlannedDay {
  readonly day: LocalDate;
  readonly plannedMinutes: number;
  /** None while the line is out. */
  readonly minutes: number;
}

/** What a line is asked for a window. */
export interface PlanFacts {
  readonly line: LineShifts;
  readonly calendar: WorkCalendar;
  readonly outages: readonly Days[];
  /** Days that another window of the line holds. */
  readonly taken: ReadonlySet<LocalDate>;
  readonly period: Days;
  /** Offered per day, never more than the line works; left out: all that it works. */
  readonly dayMinutes: number | null;
}

/**
 * Machine minutes that a line works on a day by its shifts. Unless it works holidays, it rests over the whole run of days
 * off that a public holiday lies in, and on weekdays that are off. A weekend day that the calendar has people work is
 * worked only where the line has a shift on it.
 */
export function workedMinutes(line: LineShifts, day: LocalDate, calendar: WorkCalendar): number {
  const weekday = weekdayOf(day);
  const isOff = calendar.kindOf(day) !== 'workday' && (weekday <= 5 || isAroundHoliday(day, calendar));
  if (isOff && !line.worksHolidays) return 0;
  return (line.shiftMinutes[weekday - 1] ?? 0) * line.machines;
}

/** Whether one of the days off that follow each other around a day, itself among them, is a public holiday. */
function isAroundHoliday(day: LocalDate, calendar: WorkCalendar): boolean {
  const hasHoliday = (step: 1 | -1): boolean => {
    for (let at = day; calendar.kindOf(at) !== 'workday'; at = addDays(at, step))
      if (calendar.kindOf(at) === 'holiday') return true;
    return false;
  };
  return hasHoliday(1) || hasHoliday(-1);
}

export function isOut(outages: readonly Days[], day: LocalDate): boolean {
  return outages.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

/** The days that a window over a period offers: those that the line works and that no other window of it holds. */
export function plannedDays({ line, calendar, outages, taken, period, dayMinutes }: PlanFacts): PlannedDay[] {
  return daysBetween(period.startsOn, period.endsOn).flatMap((day) => {
    const worked = workedMinutes(line, day, calendar);
    const plannedMinutes = Math.min(worked, dayMinutes ?? worked);
    if (plannedMinutes === 0 || taken.has(day)) return [];
    return [{ day, plannedMinutes, minutes: isOut(outages, day) ? 0 : plannedMinutes }];
  });
}
