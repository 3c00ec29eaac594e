import type { Tx } from '../../platform/database/database.js';
import { hostAndWork, idsOf, localTime, named, one } from '../inbox/fact.loader.js';
import type { Side } from '../inbox/notification.rules.js';

const ofDeal = (table: string, columns: string): string =>
  `SELECT ${named}, ${columns} FROM ${table} x JOIN placement p ON p.id = x.placement_id
   JOIN labour_need n ON n.id = p.need_id ${hostAndWork} WHERE x.id = $1`;

// A type, not an interface: only that can be the parameters of a message.
type OfDeal = { readonly host: string; readonly workZh: string; readonly workEn: string };

/** `on`: the last day, empty while nobody knows it. */
export function ofReturn(tx: Tx, returnId: string): Promise<OfDeal & { state: string; on: string }> {
  return one(tx, ofDeal('placement_return', `x.state, coalesce(x.effective_on::text, '') AS on`), returnId);
}

export function ofExtension(
  tx: Tx,
  extensionId: string,
): Promise<OfDeal & { by: Side; on: string; expiresAt: string }> {
  const columns = `x.proposed_by AS by, x.ends_on::text AS on, ${localTime('x.expires_at')} AS "expiresAt"`;
  return one(tx, ofDeal('placement_extension', columns), extensionId);
}

export function ofPenalty(
  tx: Tx,
  penaltyId: string,
): Promise<OfDeal & { appealBy: string; from: string; until: string; startsOn: string }> {
  const columns = `${localTime('x.appeal_by')} AS "appealBy", x.starts_on::text AS from, x.ends_on::text AS until,
    p.starts_on::text AS "startsOn"`;
  return one(tx, ofDeal('penalty', columns), penaltyId);
}

export function ofInjury(
  tx: Tx,
  injuryId: string,
): Promise<{ by: Side; host: string; occurredOn: string; fileBy: string; workerUntil: string }> {
  return one(
    tx,
    `SELECT x.reported_by AS by, h.name AS host, x.occurred_on::text AS "occurredOn", x.file_by::text AS "fileBy",
            x.worker_may_file_until::text AS "workerUntil"
     FROM injury x JOIN enterprise h ON h.id = x.host_id WHERE x.id = $1`,
    injuryId,
  );
}

export function ofLoss(tx: Tx, enterpriseId: string): Promise<{ lender: string; on: string }> {
  return one(
    tx,
    `SELECT e.name AS lender, l.lost_on::text AS on FROM lender_loss l JOIN enterprise e ON e.id = l.id WHERE l.id = $1`,
    enterpriseId,
  );
}

/** Whom an employer that is gone employed until then. */
export function employedUntilLoss(tx: Tx, enterpriseId: string): Promise<string[]> {
  return idsOf(
    tx,
    `SELECT DISTINCT e.worker_id AS id FROM employment e JOIN lender_loss l ON l.id = e.enterprise_id
     WHERE l.id = $1 AND e.ended_on = l.lost_on AND e.end_reason = l.reason`,
    [enterpriseId],
  );
}

/** The hosts whose loans of it stopped. */
export function hostsOfLoss(tx: Tx, enterpriseId: string): Promise<string[]> {
  return idsOf(
    tx,
    `SELECT DISTINCT p.host_id AS id FROM placement p JOIN lender_loss l ON l.id = p.lender_id
     WHERE l.id = $1 AND p.state IN ('ended_early', 'cancelled') AND p.ended_at >= l.declared_at`,
    [enterpriseId],
  );
}
