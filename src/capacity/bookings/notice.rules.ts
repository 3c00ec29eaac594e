import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { shareFen } from './price.rules.js';

/** What a booking says of its release. */
export interface NoticeTerms {
  readonly state: string;
  readonly startsOn: LocalDate;
  readonly noticeDays: number;
  readonly latePercent: number;
  readonly bookedFen: number;
}

/** The last day on which a confirmed booking is released free of charge: so many whole days before its first. */
export function freeUntil({ startsOn, noticeDays }: Pick<NoticeTerms, 'startsOn' | 'noticeDays'>): LocalDate {
  return addDays(startsOn, -noticeDays);
}

/** What a release by the customer on a day is said to cost. A hold binds nobody; a figure for the parties, never charged. */
export function releaseFen(booking: NoticeTerms, today: LocalDate): number {
  if (booking.state !== 'confirmed' || today <= freeUntil(booking)) return 0;
  return shareFen(booking.bookedFen, booking.latePercent);
}
