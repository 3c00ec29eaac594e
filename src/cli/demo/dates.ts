import { DAY_MS, type LocalDate } from '../../platform/clock/clock.js';

/** The date `days` after another; before it where negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Nine in the morning of a date, in Shanghai. */
export function morningOf(date: LocalDate): string {
  return `${date}T09:00:00+08:00`;
}
