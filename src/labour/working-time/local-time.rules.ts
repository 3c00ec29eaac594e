import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays, weekdayOf } from '../../platform/clock/local-date.js';

export const MINUTE_MS = 60_000;
/** China keeps one time, eight hours ahead of UTC, and no summer time. */
const offsetMs = 8 * 3_600_000;

/** The local date that an instant lies on. */
export function localDateOf(instant: Date): LocalDate {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The instant of a local wall-clock time `HH:MM`. */
export function instantAt(day: LocalDate, time = '00:00'): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - offsetMs);
}

/** The Monday of the week that a day lies in. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** First and last day of a month `YYYY-MM`. */
export function monthPeriod(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = `${month}-01`;
  const next = new Date(from);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { from, to: addDays(next.toISOString().slice(0, 10), -1) };
}
