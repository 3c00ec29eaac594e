import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { capacityBookingFulfilled, capacityBookingObjected } from '../capacity.events.js';
import { CapacityBooking } from './booking.entity.js';
import type { ObjectToRecordInput, RecordBookingInput } from './booking.input.js';
import { daysOfBookings, recordDays } from './booking.loader.js';
import { refuseCorrection, refuseFulfil, refuseObjection, refuseRecord } from './booking.rules.js';
import { lockBooking } from './booking.service.js';
import { eventOf } from './hold.service.js';
import { amountFen } from './price.rules.js';

/** What was worked of a booking: recorded by the owner, objected to by the customer, corrected by the owner. */
@Injectable()
export class CapacityRecords {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The owner records what was worked; the amount follows from it. */
  async fulfil(viewer: EnterpriseViewer, input: RecordBookingInput): Promise<CapacityBooking> {
    return this.write(viewer, input, 'capacity-booking.fulfil', (booking) => {
      refuse(refuseFulfil(booking, this.clock.today()));
    });
  }

  /** The owner answers an objection: with other minutes, or with the same and a note why. The time to object begins anew. */
  async correct(viewer: EnterpriseViewer, input: RecordBookingInput): Promise<CapacityBooking> {
    return this.write(viewer, input, 'capacity-booking.correct', (booking) => {
      refuse(refuseCorrection(booking));
    });
  }

  /** The customer objects to the record that stands. */
  async object(
    viewer: EnterpriseViewer,
    { capacityBookingId: id, objection }: ObjectToRecordInput,
  ): Promise<CapacityBooking> {
    await this.db.transaction(async (tx) => {
      const booking = await lockBooking(tx, viewer, id, 'customer');
      const now = this.clock.now();
      refuse(refuseObjection(booking, now));
      await tx.update(CapacityBooking, id, {
        objection,
        objectedAt: now,
        changes: booking.changes + 1,
        changedAt: now,
      });
      await this.outbox.record(tx, capacityBookingObjected(eventOf(booking)));
      await this.record(tx, viewer, 'capacity-booking.object', id, {});
    });
    return this.db.reader.findOneByOrFail(CapacityBooking, { id });
  }

  private async write(
    viewer: EnterpriseViewer,
    { capacityBookingId: id, days, note }: RecordBookingInput,
    action: string,
    decide: (booking: CapacityBooking) => void,
  ): Promise<CapacityBooking> {
    await this.db.transaction(async (tx) => {
      const booking = await lockBooking(tx, viewer, id, 'owner');
      decide(booking);
      refuse(refuseRecord(days, await daysOfBookings(tx, [id])));
      await recordDays(tx, id, days);
      const now = this.clock.now();
      const worked = days.reduce((sum, { minutes }) => sum + minutes, 0);
      const amount = amountFen(worked, booking.fenPerHour);
      await tx.update(CapacityBooking, id, {
        ...{ state: 'fulfilled', fulfilledAt: booking.fulfilledAt ?? now, recordedAt: now, recordNote: note },
        ...{ amountFen: amount, objection: '', objectedAt: null },
        ...{ changes: booking.changes + 1, changedAt: now },
      });
      await this.outbox.record(tx, capacityBookingFulfilled(eventOf(booking)));
      const before = booking.objection && { objection: booking.objection, amountFen: booking.amountFen };
      await this.record(tx, viewer, action, id, { minutes: worked, amountFen: amount, ...(before && { before }) });
    });
    return this.db.reader.findOneByOrFail(CapacityBooking, { id });
  }

  private async record(tx: Tx, viewer: EnterpriseViewer, action: string, id: string, details: object): Promise<void> {
    await this.audit.record(tx, viewer, {
      ...{ action, subjectType: 'capacity_booking', subjectId: id },
      details: { ...details },
    });
  }
}
