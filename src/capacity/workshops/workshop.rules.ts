import { type Refusal } from '../../platform/errors/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import { capacityMessages } from '../capacity.messages.js';
import type { Days } from './line-calendar.rules.js';

/** A period runs forward. */
export function refuseBackward({ startsOn, endsOn }: Days, field: string): Refusal | undefined {
  if (endsOn >= startsOn) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.endsBeforeStart, field };
}

/** A period of at most so many days. */
export function refuseLong({ startsOn, endsOn }: Days, days: number, field: string): Refusal | undefined {
  if (endsOn < addDays(startsOn, days)) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.tooLong, params: { days }, field };
}

export function refusePast(day: string, today: string, field: string): Refusal | undefined {
  if (day >= today) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.inPast, params: { today }, field };
}

/** A line out of use takes no windows and no changes. */
export function refuseRetired({ retiredAt }: { readonly retiredAt: Date | null }, field: string): Refusal | undefined {
  return retiredAt ? { code: 'CONFLICT', message: capacityMessages.lineRetired, field } : undefined;
}

/** What customers chose a line for cannot change below them, nor can it go, while a window of it is open. */
export function refuseWhileOffered(openWindows: number, field: string): Refusal | undefined {
  if (openWindows === 0) return undefined;
  return { code: 'CONFLICT', message: capacityMessages.lineOffered, params: { count: openWindows }, field };
}

/** An outage never takes days that are booked; it names whose. */
export function refuseBooked(bookingIds: readonly string[], field: string): Refusal | undefined {
  if (bookingIds.length === 0) return undefined;
  const params = { bookings: bookingIds.join(', ') };
  return { code: 'CONFLICT', message: capacityMessages.outageBooked, params, field };
}
