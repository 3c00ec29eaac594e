import type { LocalDate } from '../platform/clock/clock.js';

const dayMs = 86_400_000;

/** The date that many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return isoDay(Date.parse(date) + days * dayMs);
}

/** The same day a year later; 29 February has its anniversary on 28 February. */
export function addYear(date: LocalDate): LocalDate {
  const monthDay = date.slice(5);
  return `${String(Number(date.slice(0, 4)) + 1)}-${monthDay === '02-29' ? '02-28' : monthDay}`;
}

function isoDay(epochMs: number): LocalDate {
  return new Date(epochMs).toISOString().slice(0, 10);
}
