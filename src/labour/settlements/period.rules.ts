import type { LocalDate } from '../../platform/clock/clock.js';

export interface Period {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** The period whose last day lies in the month of `day`: up to the cut-off day, from the day after the one before. */
export function periodOf(day: LocalDate, cutOffDay: number): Period {
  const [year, month] = yearMonth(day);
  return { startsOn: nextDay(dayOfMonth(year, month - 1, cutOffDay)), endsOn: dayOfMonth(year, month, cutOffDay) };
}

/** The newest period that is over on `today`. */
export function lastPeriod(today: LocalDate, cutOffDay: number): Period {
  const current = periodOf(today, cutOffDay);
  if (current.endsOn < today) return current;
  const [year, month] = yearMonth(today);
  return periodOf(dayOfMonth(year, month - 1, 1), cutOffDay);
}

/** The day of the month after the period's by which something is due. */
export function dueOn(period: Period, day: number): LocalDate {
  const [year, month] = yearMonth(period.endsOn);
  return dayOfMonth(year, month + 1, day);
}

/** The first day of a date's month: how a month is written. */
export const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01`;

/** Days from the first to the last, both counted; none when the last lies before. */
export function daysBetween(startsOn: LocalDate, endsOn: LocalDate): number {
  return Math.max((utc(endsOn) - utc(startsOn)) / DAY + 1, 0);
}

const DAY = 86_400_000;
const utc = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`);
const iso = (epochMs: number): LocalDate => new Date(epochMs).toISOString().slice(0, 10);
const nextDay = (day: LocalDate): LocalDate => iso(utc(day) + DAY);

function yearMonth(day: LocalDate): [number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
}

/** A month that has no such day ends with its last. */
function dayOfMonth(year: number, month: number, day: number): LocalDate {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, month, Math.min(day, last)));
}
