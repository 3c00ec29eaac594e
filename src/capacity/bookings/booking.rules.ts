import { DAY_MS, type LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { capacityMessages } from '../capacity.messages.js';
import type { BookingState } from './booking.states.js';
import { bookingTransitions } from './booking.states.js';
import type { AskedDay } from './hold.rules.js';

/** How long the customer may object to a record. */
export const objectionDays = 3;

/** A booking as far as it decides what may follow. */
export interface BookingFacts {
  readonly state: BookingState;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly heldUntil: Date;
  readonly recordedAt: Date | null;
  readonly objectedAt: Date | null;
}

export function refuseConfirm(booking: BookingFacts, now: Date, today: LocalDate): Refusal | undefined {
  return (
    refuseTransition(bookingTransitions, booking.state, 'confirmed') ??
    (booking.heldUntil <= now ? { code: 'CONFLICT', message: capacityMessages.holdExpired } : undefined) ??
    (booking.startsOn < today ? begun(booking) : undefined)
  );
}

export function refuseDecline({ state }: BookingFacts): Refusal | undefined {
  // Only what is not confirmed is declined; from there it is a release.
  if (state === 'held') return undefined;
  return refuseTransition({ ...bookingTransitions, confirmed: ['fulfilled'] }, state, 'released');
}

/** A confirmed booking is released before its first day; from then on it is recorded, with nothing where nothing was worked. */
export function refuseRelease(booking: BookingFacts, today: LocalDate): Refusal | undefined {
  return (
    refuseTransition(bookingTransitions, booking.state, 'released') ??
    (booking.state === 'confirmed' && booking.startsOn <= today ? begun(booking) : undefined)
  );
}

const begun = ({ startsOn: day }: BookingFacts): Refusal => ({
  ...{ code: 'CONFLICT', message: capacityMessages.daysBegun, params: { day } },
});

export function refuseFulfil(booking: BookingFacts, today: LocalDate): Refusal | undefined {
  return (
    refuseTransition(bookingTransitions, booking.state, 'fulfilled') ??
    (booking.endsOn > today
      ? { code: 'CONFLICT', message: capacityMessages.notOverYet, params: { day: booking.endsOn } }
      : undefined)
  );
}

/** Until when the customer may object to the record that stands; undefined where there is none. */
export function objectableUntil({ recordedAt }: Pick<BookingFacts, 'recordedAt'>): Date | undefined {
  return recordedAt ? new Date(recordedAt.getTime() + objectionDays * DAY_MS) : undefined;
}

export function refuseObjection(booking: BookingFacts, now: Date): Refusal | undefined {
  const until = objectableUntil(booking);
  if (!until) return { code: 'CONFLICT', message: capacityMessages.notRecorded };
  if (booking.objectedAt) return { code: 'CONFLICT', message: capacityMessages.objectionOnce };
  if (until > now) return undefined;
  return { code: 'CONFLICT', message: capacityMessages.objectionLate, params: { until: until.toISOString() } };
}

export function refuseCorrection({ objectedAt }: BookingFacts): Refusal | undefined {
  return objectedAt ? undefined : { code: 'CONFLICT', message: capacityMessages.notObjected };
}

/** Each booked day once, none with more than was booked on it. */
export function refuseRecord(recorded: readonly AskedDay[], booked: readonly AskedDay[]): Refusal | undefined {
  const minutesOf = new Map(booked.map(({ day, minutes }) => [day, minutes]));
  const isEach =
    recorded.length === booked.length &&
    new Set(recorded.map(({ day }) => day).filter((day) => minutesOf.has(day))).size === booked.length;
  const code = 'VALIDATION_FAILED' as const;
  if (!isEach) {
    const days = booked.map(({ day }) => day).join(', ');
    return { code, message: capacityMessages.recordEachDay, params: { days }, field: 'input.days' };
  }
  const index = recorded.findIndex(({ day, minutes }) => minutes > (minutesOf.get(day) ?? 0));
  const [day, most] = [recorded[index]?.day, minutesOf.get(recorded[index]?.day ?? '')];
  if (day === undefined || most === undefined) return undefined;
  const params = { day, booked: most };
  return { code, message: capacityMessages.recordTooMuch, params, field: `input.days.${index}.minutes` };
}
