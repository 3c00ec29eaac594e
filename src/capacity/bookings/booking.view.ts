import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { Clock } from '../../platform/clock/clock.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { MaterialBy } from '../windows/window.entity.js';
import { MaterialByEnum } from '../windows/window.input.js';
import { bookingActions, type BookingAction } from './booking-action.rules.js';
import type { CapacityBooking, ReleaseReason } from './booking.entity.js';
import { BookingStateEnum } from './booking.input.js';
import { objectableUntil } from './booking.rules.js';
import type { BookingState } from './booking.states.js';
import { freeUntil, releaseFen } from './notice.rules.js';

const ReleaseReasonEnum = {
  DECLINED: 'declined',
  EXPIRED: 'expired',
  BY_CUSTOMER: 'by_customer',
  BY_OWNER: 'by_owner',
  BY_SERVICE: 'by_service',
} as const satisfies Record<string, ReleaseReason>;
registerEnumType(ReleaseReasonEnum, {
  name: 'CapacityReleaseReason',
  description: 'Why a booking was released.',
  valuesMap: {
    DECLINED: { description: 'The owner declined the hold.' },
    EXPIRED: { description: 'Nobody confirmed the hold in time.' },
    BY_CUSTOMER: { description: 'The customer stepped back.' },
    BY_OWNER: { description: 'The owner stepped back.' },
    BY_SERVICE: { description: 'What it was held for was given up, e.g. an order.' },
  },
});

const BookingActionEnum = {
  CONFIRM: 'confirm',
  DECLINE: 'decline',
  RELEASE: 'release',
  FULFIL: 'fulfil',
  OBJECT: 'object',
  CORRECT: 'correct',
} as const satisfies Record<string, BookingAction>;
registerEnumType(BookingActionEnum, {
  name: 'CapacityBookingAction',
  description: 'What can be done with a booking; each is a mutation.',
  valuesMap: {
    CONFIRM: { description: '`confirmCapacityBooking`.' },
    DECLINE: { description: '`declineCapacityBooking`.' },
    RELEASE: { description: '`releaseCapacityBooking`.' },
    FULFIL: { description: '`fulfilCapacityBooking`.' },
    OBJECT: { description: '`objectToRecord`.' },
    CORRECT: { description: '`correctCapacityRecord`.' },
  },
});

@ObjectType('CapacityBookingDay', { description: 'A day of a booking.' })
export class CapacityBookingDayView {
  @Field(() => LocalDateScalar, { description: 'The day.' }) day: string;
  @Field(() => Int, { description: 'Machine minutes that are booked, on the first day with the setup.' })
  minutes: number;
  @Field(() => Int, { nullable: true, description: 'Machine minutes that were worked; null until they are recorded.' })
  recordedMinutes: number | null;
}

@ObjectType('CapacityBooking', {
  description:
    '产能预订: machine minutes of a window that a customer holds or has booked. Its terms are the window’s on the day of the hold.',
})
export class CapacityBookingView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => BookingStateEnum, { description: 'Where it stands.' }) state: BookingState;
  @Field(() => Int, { nullable: true, description: 'The step of the request that it is for.' }) step: number | null;
  @Field(() => LocalDateScalar, { description: 'First booked day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last booked day.' }) endsOn: string;
  @Field(() => Int, { description: 'Minutes of setup on the first day.' }) setupMinutes: number;
  @Field(() => Int, { description: 'Price of an hour of machine time, in the hundredth part of the currency.' })
  fenPerHour: number;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field({ description: 'Whether the owner’s workers operate the machines.' }) withOperators: boolean;
  @Field(() => MaterialByEnum, { description: 'Who brings the material.' }) materialBy: MaterialBy;
  @Field(() => Int, { description: 'What the booked minutes cost, half up to the fen.' }) bookedFen: number;
  @Field(() => Int, { nullable: true, description: 'What the recorded minutes cost; null until they are recorded.' })
  amountFen: number | null;
  @Field({ description: 'When a hold that nobody confirms lapses.' }) heldUntil: Date;
  @Field(() => Int, { description: 'Days of notice for a release free of charge.' }) noticeDays: number;
  @Field(() => Int, { description: 'Share of the booked amount that a later release is said to cost, per cent.' })
  latePercent: number;
  @Field(() => LocalDateScalar, { description: 'Last day on which the customer can release it free of charge.' })
  freeUntil: string;
  @Field(() => Int, {
    description:
      'What a release by the customer would be said to cost today. A figure for the parties; nothing is charged here.',
  })
  releaseFen: number;
  @Field(() => Int, { nullable: true, description: 'What its release was said to cost; null unless it is released.' })
  lateFen: number | null;
  @Field(() => Date, { nullable: true, description: 'When the owner confirmed it.' }) confirmedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When what was worked was first recorded.' })
  fulfilledAt: Date | null;
  @Field({ description: 'The owner’s note on the record.' }) recordNote: string;
  @Field(() => Date, { nullable: true, description: 'Until when the customer may object to the record.' })
  objectableUntil: Date | null;
  @Field({ description: 'The customer’s objection that waits for an answer; empty where none does.' })
  objection: string;
  @Field(() => Date, { nullable: true, description: 'When that was raised.' }) objectedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was released.' }) releasedAt: Date | null;
  @Field(() => ReleaseReasonEnum, { nullable: true, description: 'Why it was released.' })
  releaseReason: ReleaseReason | null;
  @Field({ description: 'What was said of the release.' }) releaseNote: string;
  @Field(() => [BookingActionEnum], { description: 'What you can do with it now.' }) actions: BookingAction[];

  /** For extension fields only; not part of the API. */
  windowId: string;
  ownerId: string;
  customerId: string;
  requestId: string | null;
}

export const CapacityBookingConnection = ConnectionOf(CapacityBookingView, 'CapacityBooking');

/** A booking as its parties see it: all of it. */
export function toBookingView(booking: CapacityBooking, viewer: EnterpriseViewer, clock: Clock): CapacityBookingView {
  const { id, state, step, startsOn, endsOn, setupMinutes, fenPerHour, currency, withOperators, materialBy } = booking;
  const { bookedFen, amountFen, heldUntil, noticeDays, latePercent, lateFen, confirmedAt, fulfilledAt } = booking;
  const { recordNote, objection, objectedAt, releasedAt, releaseReason, releaseNote } = booking;
  const { windowId, ownerId, customerId, requestId } = booking;
  return {
    ...{ id, state, step, startsOn, endsOn, setupMinutes, fenPerHour, currency, withOperators, materialBy },
    ...{ bookedFen, amountFen, heldUntil, noticeDays, latePercent, lateFen, confirmedAt, fulfilledAt },
    ...{ recordNote, objection, objectedAt, releasedAt, releaseReason, releaseNote },
    ...{ freeUntil: freeUntil(booking), releaseFen: releaseFen(booking, clock.today()) },
    objectableUntil: objectableUntil(booking) ?? null,
    actions: bookingActions(booking, viewer, clock.now(), clock.today()),
    ...{ windowId, ownerId, customerId, requestId },
  };
}
