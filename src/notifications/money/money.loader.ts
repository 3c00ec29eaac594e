import type { Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { idsOf, one } from '../inbox/fact.loader.js';

const facts = `SELECT h.name AS host, l.name AS lender, s.period_starts_on::text AS "startsOn", s.period_ends_on::text AS "endsOn",
    s.host_pays_by::text AS "dueOn"
  FROM settlement s JOIN enterprise h ON h.id = s.host_id JOIN enterprise l ON l.id = s.lender_id`;

/** Names, period and the day on which the host is to pay; no amounts, for mail is read by others. */
export function ofSettlement(tx: Tx, settlementId: string): Promise<MessageParams> {
  return one(tx, `${facts} WHERE s.id = $1`, settlementId);
}

export function ofLine(tx: Tx, lineId: string): Promise<MessageParams> {
  return one(tx, `${facts} WHERE s.id = (SELECT settlement_id FROM settlement_line WHERE id = $1)`, lineId);
}

export function settlementOfLine(tx: Tx, lineId: string): Promise<{ settlementId: string }> {
  return one(tx, `SELECT settlement_id AS "settlementId" FROM settlement_line WHERE id = $1`, lineId);
}

export function workersOf(tx: Tx, settlementId: string): Promise<string[]> {
  return idsOf(tx, `SELECT worker_id AS id FROM settlement_line WHERE settlement_id = $1`, [settlementId]);
}

/** Workers whose pay is not proven in full. */
export function unpaidWorkersOf(tx: Tx, settlementId: string): Promise<string[]> {
  return idsOf(
    tx,
    `SELECT worker_id AS id FROM settlement_line l WHERE l.settlement_id = $1
       AND l.paid_to_worker_fen < l.wage_fen + l.overtime_fen + l.rest_day_fen + l.holiday_fen + l.correction_fen`,
    [settlementId],
  );
}
