import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { BookingState } from '../bookings/booking.states.js';

/** A booked day as the feed tells of it. */
export interface FeedDay {
  readonly bookingId: string;
  readonly day: string;
  readonly minutes: number;
  readonly state: BookingState;
  readonly isOwner: boolean;
  readonly party: string;
  readonly line: string;
  readonly workshop: string;
  readonly processZh: string;
  readonly processEn: string;
  readonly changes: number;
  readonly changedAt: Date;
}

/** Booked days of an enterprise from a day on, on either side of the booking; the latest where there are more than `limit`. */
export async function feedDays(
  tx: EntityManager,
  enterpriseId: string,
  from: string,
  limit: number,
): Promise<FeedDay[]> {
  return rowsOf(
    tx,
    `SELECT b.id AS "bookingId", d.day::text AS day, d.minutes, b.state, b.owner_id = $1 AS "isOwner", e.name AS party,
            l.name AS line, s.name AS workshop, p.name_zh AS "processZh", p.name_en AS "processEn", b.changes,
            b.changed_at AS "changedAt"
     FROM capacity_booking b
     JOIN capacity_booking_day d ON d.booking_id = b.id
     JOIN production_line l ON l.id = b.line_id
     JOIN workshop s ON s.id = l.workshop_id
     JOIN machine_type t ON t.id = l.machine_type_id
     JOIN process p ON p.id = t.process_id
     JOIN enterprise e ON e.id = CASE WHEN b.owner_id = $1 THEN b.customer_id ELSE b.owner_id END
     WHERE (b.owner_id = $1 OR b.customer_id = $1) AND d.day >= $2
     ORDER BY d.day DESC, b.id LIMIT $3`,
    [enterpriseId, from, limit],
  );
}
