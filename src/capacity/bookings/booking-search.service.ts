import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { CapacityBooking } from './booking.entity.js';
import type { CapacityBookingArgs } from './booking.input.js';
import { type BookingDayRow, daysOfBookings } from './booking.loader.js';
import { bookingsOf } from './booking.policy.js';

/** Reading bookings, by their parties. */
@Injectable()
export class CapacityBookingSearch {
  constructor(private readonly db: Database) {}

  /** By booking: its days, in their order. */
  readonly daysOf: BatchLoad<BookingDayRow[]> = async (ids) => {
    const rows = await daysOfBookings(this.db.reader, ids);
    return new Map(ids.map((id) => [id, rows.filter(({ bookingId }) => bookingId === id)]));
  };

  async require(viewer: EnterpriseViewer, id: string): Promise<CapacityBooking> {
    const query = this.db.reader.createQueryBuilder(CapacityBooking, 'booking').where('booking.id = :id', { id });
    return orRefuse(await bookingsOf(query, viewer).getOne(), notFound());
  }

  /** Bookings of the viewer's enterprise, newest first. */
  async mine(viewer: EnterpriseViewer, args: CapacityBookingArgs): Promise<Page<CapacityBooking>> {
    const query = bookingsOf(
      this.db.reader.createQueryBuilder(CapacityBooking, 'booking').where('TRUE'),
      viewer,
      args.side,
    );
    if (args.state) query.andWhere('booking.state = :state', { state: args.state });
    if (args.capacityWindowId) query.andWhere('booking.windowId = :windowId', { windowId: args.capacityWindowId });
    if (args.capacityRequestId) query.andWhere('booking.requestId = :requestId', { requestId: args.capacityRequestId });
    return pageOf(query, args);
  }
}
