import type { LocalDate } from '../platform/clock/clock.js';

/** The same day a year later; 29 February has its anniversary on 28 February. */
export function addYear(date: LocalDate): LocalDate {
  const monthDay = date.slice(5);
  return `${String(Number(date.slice(0, 4)) + 1)}-${monthDay === '02-29' ? '02-28' : monthDay}`;
}
