import type { LocalDate } from '../../platform/clock/clock.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import type { Message } from '../../platform/i18n/message.js';
import type { RuleId } from '../compliance/rule.js';
import { addDays } from '../../platform/clock/local-date.js';
import { maxDailyMinutes, type WorkedMinutes } from './working-time.rules.js';
import { workingTimeMessages } from './working-time.messages.js';

/** Art. 41 of the Labour Law (R16), in minutes. */
export const guardLimits = { usualOvertime: 60, dailyOvertime: 180, monthlyOvertime: 2_160, daysInARow: 6 } as const;
/** A shift longer than this without a break gives no rest (R15; the law names no figure, so this is ours). */
const longWithoutBreak = 360;

/** All that a worker worked on one day: at hosts, and for their own employer as it states. */
export interface DayLoad extends WorkedMinutes {
  readonly day: LocalDate;
  readonly otherMinutes: number;
  /** Whether the calendar gives the day off: what the employer alone has them work is then rest-day work. */
  readonly isDayOff: boolean;
  /** Whether a shift of the day was long and had no break. */
  readonly hasNoBreak: boolean;
}

export type Severity = 'warning' | 'breach';

/** What the guard of hours has found. Worked time is a fact and is always recorded and paid; what exceeds is shown. */
export interface HoursFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Message;
  readonly params: MessageParams;
  /** The day it is about; none where it is about the month. */
  readonly day: LocalDate | null;
  /** What was found, and what the rule allows: minutes, or days in a row. */
  readonly figure: number;
  readonly limit: number;
}

const total = (load: DayLoad): number =>
  load.normalMinutes + load.overtimeMinutes + load.restDayMinutes + load.holidayMinutes + load.otherMinutes;

/** Overtime of a day over both employers: beyond the agreed minutes at the host, and beyond eight hours together. */
export function overtimeOf(load: DayLoad): number {
  return Math.max(load.overtimeMinutes, total(load) - maxDailyMinutes, 0);
}

/**
 * What a day adds to the 36 hours of a month. Work on rest days is counted with it; work within eight hours on a statutory
 * holiday is not.
 */
export function monthlyShareOf(load: DayLoad): number {
  const isRestWork = load.restDayMinutes > 0 || (load.isDayOff && load.holidayMinutes === 0 && total(load) > 0);
  return isRestWork ? total(load) - load.normalMinutes - load.holidayMinutes : overtimeOf(load);
}

/** Findings on the days of one month. `loads` begin six days before it, so that days in a row are seen across its edge. */
export function hoursFindings(loads: readonly DayLoad[], month: string): HoursFinding[] {
  const inMonth = loads.filter(({ day }) => day.startsWith(month));
  const monthly = inMonth.reduce((sum, load) => sum + monthlyShareOf(load), 0);
  const params = { hours: hours(monthly), limit: hours(guardLimits.monthlyOvertime) };
  return [
    ...(monthly > guardLimits.monthlyOvertime
      ? [breach('R16', workingTimeMessages.monthlyOvertime, params, null, monthly, guardLimits.monthlyOvertime)]
      : []),
    ...inMonth.flatMap((load) => [...overtimeFindings(load), ...breakFindings(load)]),
    ...rowFindings(loads).filter(({ day }) => day?.startsWith(month)),
  ];
}

function overtimeFindings(load: DayLoad): HoursFinding[] {
  const overtime = overtimeOf(load);
  const [usual, most] = [guardLimits.usualOvertime, guardLimits.dailyOvertime];
  if (overtime <= usual) return [];
  const limit = overtime > most ? most : usual;
  const params = { day: load.day, hours: hours(overtime), limit: hours(limit) };
  const finding = breach('R16', workingTimeMessages.dailyOvertime, params, load.day, overtime, limit);
  return [overtime > most ? finding : { ...finding, severity: 'warning' }];
}

function breakFindings({ day, hasNoBreak }: DayLoad): HoursFinding[] {
  if (!hasNoBreak) return [];
  const params = { day, limit: hours(longWithoutBreak) };
  return [
    { ...breach('R15', workingTimeMessages.noBreak, params, day, 0, longWithoutBreak), severity: 'warning' as const },
  ];
}

/** One finding for each day of a row that is the seventh or a later one. */
function rowFindings(loads: readonly DayLoad[]): HoursFinding[] {
  const worked = new Set(loads.filter((load) => total(load) > 0).map(({ day }) => day));
  return [...worked].sort().flatMap((day) => {
    const row = daysInARow(worked, day);
    if (row <= guardLimits.daysInARow) return [];
    return [breach('R16', workingTimeMessages.noRestDay, { day, days: row }, day, row, guardLimits.daysInARow)];
  });
}

/** How many days in a row were worked up to and with this one. */
export function daysInARow(worked: ReadonlySet<LocalDate>, day: LocalDate): number {
  let count = 1;
  while (worked.has(addDays(day, -count))) count += 1;
  return count;
}

/** What beginning a shift on `day` would break, whatever is worked in it: the month's overtime is used up, or no day of rest. */
export function startFindings(loads: readonly DayLoad[], day: LocalDate): HoursFinding[] {
  const earlier = loads.filter((load) => load.day < day);
  const monthly = earlier
    .filter((load) => load.day.startsWith(day.slice(0, 7)))
    .reduce((sum, load) => sum + monthlyShareOf(load), 0);
  const row = daysInARow(new Set(earlier.filter((load) => total(load) > 0).map((load) => load.day)), day);
  const [most, mostDays] = [guardLimits.monthlyOvertime, guardLimits.daysInARow];
  const params = { hours: hours(monthly), limit: hours(most) };
  return [
    ...(monthly >= most ? [breach('R16', workingTimeMessages.monthlyOvertime, params, null, monthly, most)] : []),
    ...(row > mostDays ? [breach('R16', workingTimeMessages.noRestDay, { day, days: row }, day, row, mostDays)] : []),
  ];
}

/** Whether a shift is long and without a break. */
export function isWithoutBreak(worked: number, breakMinutes: number): boolean {
  return breakMinutes === 0 && worked > longWithoutBreak;
}

function breach(
  rule: RuleId,
  message: Message,
  params: MessageParams,
  day: LocalDate | null,
  figure: number,
  limit: number,
): HoursFinding {
  return { rule, severity: 'breach', message, params, day, figure, limit };
}

const hours = (minutes: number): number => Math.round(minutes / 6) / 10;
