import { defineEvent } from '../platform/queue/job.js';

interface WindowEvent {
  readonly windowId: string;
  readonly lineId: string;
  readonly ownerId: string;
}
export const capacityWindowPublished = defineEvent<WindowEvent>('capacity.window.published');
/** Withdrawn by its owner, or past: it takes no more bookings. */
export const capacityWindowWithdrawn = defineEvent<WindowEvent & { readonly state: string }>(
  'capacity.window.withdrawn',
);

interface RequestEvent {
  readonly requestId: string;
  readonly enterpriseId: string;
  readonly regionId: string;
}
export const capacityRequestPublished = defineEvent<RequestEvent>('capacity.request.published');
/** Closed, cancelled or past. */
export const capacityRequestClosed = defineEvent<RequestEvent & { readonly state: string }>('capacity.request.closed');

/** What the matching newly found for a request. */
export const capacityProposalsAdded = defineEvent<Omit<RequestEvent, 'regionId'> & { readonly runId: string }>(
  'capacity.proposals.added',
);

export interface BookingEvent {
  readonly bookingId: string;
  readonly windowId: string;
  readonly ownerId: string;
  readonly customerId: string;
  readonly requestId: string | null;
}
export const capacityBookingHeld = defineEvent<BookingEvent>('capacity.booking.held');
export const capacityBookingConfirmed = defineEvent<BookingEvent>('capacity.booking.confirmed');
/** Recorded for the first time, or corrected. */
export const capacityBookingFulfilled = defineEvent<BookingEvent>('capacity.booking.fulfilled');
/** Declined, expired, or released by a party: its minutes are free again. */
export const capacityBookingReleased = defineEvent<BookingEvent & { readonly reason: string }>(
  'capacity.booking.released',
);
export const capacityBookingObjected = defineEvent<BookingEvent>('capacity.booking.objected');
