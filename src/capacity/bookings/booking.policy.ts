import type { SelectQueryBuilder } from 'typeorm';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { CapacityBooking } from './booking.entity.js';

export type BookingSide = 'owner' | 'customer';

/** Limits a query to bookings whose owner or customer the viewer's enterprise is: nobody else sees them. */
export function bookingsOf(
  query: SelectQueryBuilder<CapacityBooking>,
  { enterpriseId }: EnterpriseViewer,
  side?: BookingSide | null,
): SelectQueryBuilder<CapacityBooking> {
  const party = {
    owner: 'booking.ownerId = :party',
    customer: 'booking.customerId = :party',
    either: '(booking.ownerId = :party OR booking.customerId = :party)',
  }[side ?? 'either'];
  return query.andWhere(party, { party: enterpriseId });
}
