import type { Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { one } from '../inbox/fact.loader.js';

/** A booking by its two parties, where it is, what is worked and when; no price. */
export function ofBooking(tx: Tx, bookingId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT o.name AS owner, c.name AS customer, s.name AS workshop, p.name_zh AS "processZh", p.name_en AS "processEn",
            b.starts_on::text AS "startsOn", b.ends_on::text AS "endsOn"
     FROM capacity_booking b JOIN enterprise o ON o.id = b.owner_id JOIN enterprise c ON c.id = b.customer_id
     JOIN production_line l ON l.id = b.line_id JOIN workshop s ON s.id = l.workshop_id
     JOIN machine_type t ON t.id = l.machine_type_id JOIN process p ON p.id = t.process_id WHERE b.id = $1`,
    bookingId,
  );
}

/** A request by its steps, in their order. */
export function ofCapacityRequest(tx: Tx, requestId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT string_agg(p.name_zh, '、' ORDER BY s.step) AS "processZh", string_agg(p.name_en, ', ' ORDER BY s.step) AS "processEn"
     FROM capacity_request_step s JOIN process p ON p.id = s.process_id WHERE s.request_id = $1`,
    requestId,
  );
}
