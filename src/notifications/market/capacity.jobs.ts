import { Injectable } from '@nestjs/common';
import {
  type BookingEvent,
  capacityBookingConfirmed,
  capacityBookingFulfilled,
  capacityBookingHeld,
  capacityBookingObjected,
  capacityBookingReleased,
  capacityProposalsAdded,
  capacityRequestClosed,
} from '../../capacity/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { type Reader, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofBooking, ofCapacityRequest } from './capacity.loader.js';
import { type BookingSide, toldOfRelease } from './capacity.rules.js';

type BookingOf = DomainEvent<BookingEvent>;
type ReleaseOf = DomainEvent<BookingEvent & { readonly reason: string }>;
type RequestOf = DomainEvent<{ readonly requestId: string; readonly enterpriseId: string }>;
type ClosedOf = DomainEvent<RequestOf['payload'] & { readonly state: string }>;

/** Machine hours: what one side of a booking does is told to the other, what time does to both. */
@Injectable()
export class CapacityNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(capacityProposalsAdded, 'notifications.capacity-proposals-added')
  async proposalsAdded(event: RequestOf, tx: Tx): Promise<void> {
    await this.tellCustomer(tx, event, 'capacityProposalsAdded');
  }

  /** Whoever closed or cancelled a request knows. */
  @OnEvent(capacityRequestClosed, 'notifications.capacity-request-closed')
  async requestClosed(event: ClosedOf, tx: Tx): Promise<void> {
    if (event.payload.state === 'expired') await this.tellCustomer(tx, event, 'capacityRequestExpired');
  }

  @OnEvent(capacityBookingHeld, 'notifications.capacity-held')
  async held(event: BookingOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'capacityHeld', ['owner']);
  }

  @OnEvent(capacityBookingConfirmed, 'notifications.capacity-confirmed')
  async confirmed(event: BookingOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'capacityConfirmed', ['customer']);
  }

  @OnEvent(capacityBookingReleased, 'notifications.capacity-released')
  async released(event: ReleaseOf, tx: Tx): Promise<void> {
    const { kind, sides } = toldOfRelease(event.payload.reason);
    await this.tell(tx, event, kind, sides);
  }

  @OnEvent(capacityBookingFulfilled, 'notifications.capacity-recorded')
  async recorded(event: BookingOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'capacityRecorded', ['customer']);
  }

  @OnEvent(capacityBookingObjected, 'notifications.capacity-objected')
  async objected(event: BookingOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'capacityObjected', ['owner']);
  }

  private async tellCustomer(tx: Tx, { id, payload }: RequestOf, kind: NotificationKind): Promise<void> {
    const told = { to: { enterpriseId: payload.enterpriseId }, link: '/capacity/requests' };
    await this.notifications.tell(tx, id, toEach([told], kind, await ofCapacityRequest(tx, payload.requestId)));
  }

  private async tell(
    tx: Tx,
    { id, payload }: BookingOf,
    kind: NotificationKind,
    sides: readonly BookingSide[],
  ): Promise<void> {
    const readers: Reader[] = sides.map((side) => ({
      to: { enterpriseId: side === 'owner' ? payload.ownerId : payload.customerId },
      link: '/capacity/bookings',
    }));
    await this.notifications.tell(tx, id, toEach(readers, kind, await ofBooking(tx, payload.bookingId)));
  }
}
