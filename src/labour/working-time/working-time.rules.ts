import type { LocalDate } from '../../platform/clock/clock.js';
import type { AgreementTerms } from '../agreements/terms.js';
import type { DayKind, WorkCalendar } from '../../directory/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import { instantAt, MINUTE_MS, localDateOf } from './local-time.rules.js';

/** What is agreed on working time, whole: gaps are filled by what the law gives. */
export interface WorkingTerms {
  readonly shift: 'day' | 'night' | 'rotating';
  /** Planned working time of a day without breaks; what exceeds it is overtime. */
  readonly dailyMinutes: number;
  readonly breakMinutes: number;
  readonly weeklyDays: number;
  readonly overtimePercent: number;
  readonly restDayPercent: number;
  readonly holidayPercent: number;
}

/** Art. 36 of the Labour Law: eight hours a day. */
export const maxDailyMinutes = 480;
const defaults = { dailyMinutes: maxDailyMinutes, breakMinutes: 60, weeklyDays: 5 };
/** Art. 44 of the Labour Law (R17). */
export const leastPercent = { overtime: 150, restDay: 200, holiday: 300 } as const;

/** The terms that count: never worse for the worker than the law, whatever was agreed (R17). */
export function workingTerms(
  agreed: Partial<
    Pick<
      AgreementTerms,
      'shift' | 'dailyMinutes' | 'breakMinutes' | 'weeklyDays' | 'overtimePercent' | 'restDayPercent' | 'holidayPercent'
    >
  > | null,
  shift: WorkingTerms['shift'],
): WorkingTerms {
  return {
    shift: agreed?.shift ?? shift,
    dailyMinutes: Math.min(agreed?.dailyMinutes ?? defaults.dailyMinutes, maxDailyMinutes),
    breakMinutes: agreed?.breakMinutes ?? defaults.breakMinutes,
    weeklyDays: agreed?.weeklyDays ?? defaults.weeklyDays,
    overtimePercent: Math.max(agreed?.overtimePercent ?? 0, leastPercent.overtime),
    restDayPercent: Math.max(agreed?.restDayPercent ?? 0, leastPercent.restDay),
    holidayPercent: Math.max(agreed?.holidayPercent ?? 0, leastPercent.holiday),
  };
}

/** One shift as it was worked. */
export interface WorkedShift {
  readonly checkInAt: Date;
  readonly checkOutAt: Date;
  readonly breakMinutes: number;
}

/** Worked minutes by the rate at which they are paid. */
export interface WorkedMinutes {
  readonly normalMinutes: number;
  readonly overtimeMinutes: number;
  readonly restDayMinutes: number;
  readonly holidayMinutes: number;
}

const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MINUTE_MS);

/** Whole minutes between check-in and check-out, breaks included. */
export function grossMinutes({ checkInAt, checkOutAt }: Omit<WorkedShift, 'breakMinutes'>): number {
  return minuteOf(checkOutAt) - minuteOf(checkInAt);
}

/** Minutes worked: breaks are no work. */
export function workedMinutes(shift: WorkedShift): number {
  return Math.max(grossMinutes(shift) - shift.breakMinutes, 0);
}

/** A shift cut at local midnights: the minutes that lie on each date. */
export function splitAtMidnight(
  shift: Omit<WorkedShift, 'breakMinutes'>,
): { readonly day: LocalDate; readonly minutes: number }[] {
  const parts: { day: LocalDate; minutes: number }[] = [];
  const end = minuteOf(shift.checkOutAt);
  for (let at = minuteOf(shift.checkInAt); at < end;) {
    const day = localDateOf(new Date(at * MINUTE_MS));
    const until = Math.min(minuteOf(instantAt(addDays(day, 1))), end);
    parts.push({ day, minutes: until - at });
    at = until;
  }
  return parts;
}

/** What decides of a day's minutes beside the shift itself. */
export interface DayFacts {
  readonly calendar: WorkCalendar;
  readonly terms: WorkingTerms;
  /** Which worked day of its week it is at this placement, statutory holidays not counted; from 1. */
  readonly ordinalInWeek: number;
}

/**
 * Classifies what was worked in a shift. It belongs whole to the date on which it began, but for minutes that lie on a
 * statutory holiday: those are holiday minutes. Breaks are taken from the other minutes first.
 */
export function classify(shift: WorkedShift, facts: DayFacts): WorkedMinutes {
  const { calendar, terms } = facts;
  const parts = splitAtMidnight(shift);
  const onHoliday = parts.filter(({ day }) => calendar.kindOf(day) === 'holiday');
  const holidayGross = onHoliday.reduce((sum, { minutes }) => sum + minutes, 0);
  const worked = workedMinutes(shift);
  const holidayMinutes = Math.min(holidayGross, worked);
  const others = worked - holidayMinutes;
  const none = { normalMinutes: 0, overtimeMinutes: 0, restDayMinutes: 0, holidayMinutes };
  // A shift that begins on a holiday and goes on after it is, from there, work of the day it goes on into.
  const day = parts.find((part) => !onHoliday.includes(part))?.day;
  if (others === 0 || day === undefined) return none;
  if (isRestDay(day, facts)) return { ...none, restDayMinutes: others };
  const normalMinutes = Math.min(others, terms.dailyMinutes);
  return { ...none, normalMinutes, overtimeMinutes: others - normalMinutes };
}

/**
 * Whether a day is one of rest for its worker. An adjusted workday never is. A weekend day or a day off around a holiday
 * is, but for rotating shifts, whose week has its rest elsewhere: there, and on any other day, it is the worked day
 * beyond those agreed for a week; the sixth always counts as rest when it falls on a day off.
 */
export function isRestDay(day: LocalDate, { calendar, terms, ordinalInWeek }: DayFacts): boolean {
  const kind: DayKind = calendar.kindOf(day);
  if (kind === 'holiday' || calendar.isAdjusted(day)) return false;
  if (ordinalInWeek > terms.weeklyDays) return true;
  if (kind !== 'rest_day') return false;
  return terms.shift !== 'rotating' || ordinalInWeek >= 6;
}

/** The break that a check-out assumes: the agreed one in a shift of more than six hours, else none; the host corrects it. */
export function assumedBreak(shift: Omit<WorkedShift, 'breakMinutes'>, terms: WorkingTerms): number {
  return grossMinutes(shift) > 360 ? Math.min(terms.breakMinutes, 480) : 0;
}
