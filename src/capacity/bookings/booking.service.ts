import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { capacityBookingConfirmed } from '../capacity.events.js';
import { CapacityBooking, type ReleaseReason } from './booking.entity.js';
import type { HoldCapacityInput, ReasonedBookingInput } from './booking.input.js';
import { type BookingSide, bookingsOf } from './booking.policy.js';
import { refuseConfirm, refuseDecline, refuseRelease } from './booking.rules.js';
import { refuseHalfStep } from './hold.rules.js';
import { CapacityHolds, eventOf } from './hold.service.js';
import { releaseFen } from './notice.rules.js';

/** The steps of a booking up to its first day: held by the customer, answered by the owner, released by either. */
@Injectable()
export class CapacityBookings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly holds: CapacityHolds,
    private readonly sanctions: Sanctions,
  ) {}

  /** Holds minutes for the viewer's enterprise; the same key again answers the same booking. */
  async hold(viewer: EnterpriseViewer, input: HoldCapacityInput): Promise<CapacityBooking> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'holdCapacity', input, async () => {
        refuse(refuseHalfStep(input));
        const booking = await this.holds.hold(tx, {
          windowId: input.capacityWindowId,
          ...{ requestId: input.capacityRequestId ?? null, step: input.step ?? null },
          ...{ enterpriseId: viewer.enterpriseId, days: input.days },
          until: this.clock.in(input.holdHours * HOUR_MS),
        });
        await this.record(tx, viewer, 'capacity-booking.hold', booking.id);
        return booking.id;
      }),
    );
    return this.db.reader.findOneByOrFail(CapacityBooking, { id });
  }

  /** The owner agrees to a hold that has not lapsed. */
  async confirm(viewer: EnterpriseViewer, id: string): Promise<CapacityBooking> {
    return this.step(viewer, id, 'owner', async (tx, booking) => {
      const now = this.clock.now();
      refuse(refuseConfirm(booking, now, this.clock.today()));
      refuse(await this.sanctions.refuseDealing(tx, [booking.ownerId, booking.customerId]));
      await tx.update(CapacityBooking, id, {
        ...{ state: 'confirmed', confirmedAt: now, changes: booking.changes + 1, changedAt: now },
      });
      await this.outbox.record(tx, capacityBookingConfirmed(eventOf(booking)));
      return 'capacity-booking.confirm';
    });
  }

  /** The owner declines a hold. */
  async decline(viewer: EnterpriseViewer, input: ReasonedBookingInput): Promise<CapacityBooking> {
    return this.step(viewer, input.capacityBookingId, 'owner', async (tx, booking) => {
      refuse(refuseDecline(booking));
      await this.holds.free(tx, [booking], { reason: 'declined', note: input.reason });
      return 'capacity-booking.decline';
    });
  }

  /** A party steps back. The customer's late release has its stated figure; the owner's never costs the customer anything. */
  async release(viewer: EnterpriseViewer, input: ReasonedBookingInput): Promise<CapacityBooking> {
    return this.step(viewer, input.capacityBookingId, undefined, async (tx, booking) => {
      const today = this.clock.today();
      const isOwner = viewer.enterpriseId === booking.ownerId;
      refuse(refuseRelease(booking, today));
      const reason: ReleaseReason = isOwner ? (booking.state === 'held' ? 'declined' : 'by_owner') : 'by_customer';
      const lateFenOf = isOwner ? undefined : (left: CapacityBooking) => releaseFen(left, today);
      await this.holds.free(tx, [booking], { reason, note: input.reason, ...(lateFenOf && { lateFenOf }) });
      return 'capacity-booking.release';
    });
  }

  /** Releases holds that nobody confirmed in time; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(CapacityBooking, 'booking')
        .where(`booking.state = 'held' AND booking.heldUntil <= :now`, { now: this.clock.now() })
        .orderBy('booking.id')
        .setLock('pessimistic_write')
        .take(100)
        .getMany();
      await this.holds.free(tx, past, { reason: 'expired', note: '' });
      for (const { id } of past) await this.record(tx, system, 'capacity-booking.expire', id);
      return past.length;
    });
  }

  /** One step of a booking whose `side` the viewer is: it is locked, the work names what it did for the trail. */
  private async step(
    viewer: EnterpriseViewer,
    id: string,
    side: BookingSide | undefined,
    work: (tx: Tx, booking: CapacityBooking) => Promise<string>,
  ): Promise<CapacityBooking> {
    await this.db.transaction(async (tx) => {
      const booking = await lockBooking(tx, viewer, id, side);
      await this.record(tx, viewer, await work(tx, booking), id);
    });
    return this.db.reader.findOneByOrFail(CapacityBooking, { id });
  }

  private async record(tx: Tx, viewer: Viewer, action: string, subjectId: string): Promise<void> {
    await this.audit.record(tx, viewer, { action, subjectType: 'capacity_booking', subjectId });
  }
}

/** A booking of the viewer's, locked; NOT_FOUND when the viewer is not that side of it. */
export async function lockBooking(
  tx: Tx,
  viewer: EnterpriseViewer,
  id: string,
  side?: BookingSide,
): Promise<CapacityBooking> {
  const query = tx.createQueryBuilder(CapacityBooking, 'booking').where('booking.id = :id', { id });
  const booking = await bookingsOf(query, viewer, side).setLock('pessimistic_write').getOne();
  return orRefuse(booking, notFound('input.capacityBookingId'));
}
