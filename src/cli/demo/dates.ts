import type { LocalDate } from '../../platform/clock/clock.js';

/** Nine in the morning of a date, in Shanghai. */
export function morningOf(date: LocalDate): string {
  return `${date}T09:00:00+08:00`;
}
