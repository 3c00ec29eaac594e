import { DAY_MS, type LocalDate } from './clock.js';

/** The date that many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}
