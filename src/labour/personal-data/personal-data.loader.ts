import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { keptYears, type OpenMatters } from './personal-data.rules.js';

const period = `starts_on::text AS "startsOn", ends_on::text AS "endsOn"`;
const nameOf = (id: string): string => `(SELECT e.name FROM enterprise e WHERE e.id = ${id})`;

/** What is kept of a worker, by kind: columns by name, so that nothing of others and nothing secret slips in. */
const sections: Readonly<Record<string, string>> = {
  profile: `SELECT w.id, w.region_id AS "regionId", w.latitude, w.longitude, w.rating, w.created_at AS "createdAt",
              ${nameOf('w.home_enterprise_id')} AS employer
            FROM worker w WHERE w.id = $1`,
  skills: `SELECT occupation_id AS "occupationId", level FROM worker_skill WHERE worker_id = $1 ORDER BY 1`,
  certificates: `SELECT certificate_code AS code, valid_until::text AS "validUntil" FROM worker_certificate WHERE worker_id = $1 ORDER BY 1`,
  availability: `SELECT id, ${period}, wage_floor_fen AS "wageFloorFen", wage_unit AS "wageUnit", radius_m AS "radiusM",
                   relocation_radius_m AS "relocationRadiusM", state, created_at AS "createdAt"
                 FROM availability WHERE worker_id = $1 ORDER BY id`,
  consents: `SELECT id, ${nameOf('lender_id')} AS lender, ${period}, radius_m AS "radiusM", state, requested_at AS "requestedAt",
               decided_at AS "decidedAt" FROM consent WHERE worker_id = $1 ORDER BY id`,
  applications: `SELECT id, need_id AS "needId", kind, state, note, created_at AS "createdAt" FROM application WHERE worker_id = $1 ORDER BY id`,
  proposals: `SELECT id, need_id AS "needId", score, parts, distance_m AS "distanceM", state, created_at AS "createdAt"
              FROM proposal WHERE worker_id = $1 ORDER BY id`,
  offers: `SELECT id, ${nameOf('host_id')} AS host, ${nameOf('lender_id')} AS lender, kind, ${period}, wage_fen AS "wageFen",
             wage_unit AS "wageUnit", currency, state, sent_at AS "sentAt", decided_at AS "decidedAt"
           FROM offer WHERE worker_id = $1 ORDER BY id`,
  placements: `SELECT id, ${nameOf('host_id')} AS host, ${nameOf('lender_id')} AS lender, kind, ${period}, state,
                 started_at AS "startedAt", ended_at AS "endedAt", terms_confirmed_at AS "termsConfirmedAt"
               FROM placement WHERE worker_id = $1 ORDER BY id`,
  returns: `SELECT id, placement_id AS "placementId", requested_by AS "requestedBy", reason, note, evidence, state,
              effective_on::text AS "effectiveOn", objection, created_at AS "createdAt"
            FROM placement_return WHERE worker_id = $1 ORDER BY id`,
  extensions: `SELECT id, placement_id AS "placementId", ends_on::text AS "endsOn", proposed_by AS "proposedBy", state,
                 worker_agreed_at AS "agreedAt" FROM placement_extension WHERE worker_id = $1 ORDER BY id`,
  attendance: `SELECT id, placement_id AS "placementId", day::text AS day, check_in_at AS "checkInAt", check_out_at AS "checkOutAt",
                 method, break_minutes AS "breakMinutes", normal_minutes AS "normalMinutes", overtime_minutes AS "overtimeMinutes",
                 rest_day_minutes AS "restDayMinutes", holiday_minutes AS "holidayMinutes", pieces, state,
                 dispute_reason AS "disputeReason", resolution
               FROM attendance_day WHERE worker_id = $1 ORDER BY day, id`,
  payLines: `SELECT l.id, s.period_starts_on::text AS "periodStartsOn", s.period_ends_on::text AS "periodEndsOn", s.state, l.days,
               l.normal_minutes AS "normalMinutes", l.overtime_minutes AS "overtimeMinutes", l.rest_day_minutes AS "restDayMinutes",
               l.holiday_minutes AS "holidayMinutes", l.pieces, l.wage_fen AS "wageFen", l.overtime_fen AS "overtimeFen",
               l.rest_day_fen AS "restDayFen", l.holiday_fen AS "holidayFen", l.correction_fen AS "correctionFen",
               l.paid_to_worker_fen AS "paidToWorkerFen"
             FROM settlement_line l JOIN settlement s ON s.id = l.settlement_id
             WHERE l.worker_id = $1 AND s.issued_at IS NOT NULL ORDER BY l.id`,
  payObjections: `SELECT id, line_id AS "lineId", state, reason, answer, correction_fen AS "correctionFen", created_at AS "createdAt"
                  FROM line_objection WHERE worker_id = $1 ORDER BY id`,
  injuries: `SELECT id, placement_id AS "placementId", reported_by AS "reportedBy", occurred_at AS "occurredAt", place, task,
               description, protection, hospital, witness, state, file_by::text AS "fileBy",
               worker_may_file_until::text AS "workerMayFileUntil", decision_number AS "decisionNumber", is_recognised AS "isRecognised"
             FROM injury WHERE worker_id = $1 ORDER BY id`,
  penalties: `SELECT id, placement_id AS "placementId", kind, state, ${period}, appeal, decision FROM penalty WHERE worker_id = $1 ORDER BY id`,
  reviews: `SELECT id, placement_id AS "placementId", kind, state, punctuality, skill, safety, terms_kept AS "termsKept", respect,
              paid_on_time AS "paidOnTime", again, text, reply, appeal, decision_note AS "decisionNote", created_at AS "createdAt"
            FROM review WHERE worker_id = $1 AND (kind = 'worker_of_host' OR (kind = 'host_of_worker' AND state <> 'sealed'))
            ORDER BY id`,
  complaints: `SELECT id, placement_id AS "placementId", ${nameOf('against_id')} AS against, kind, text, is_open AS "isOpen", state,
                 answer, created_at AS "createdAt", decided_at AS "decidedAt"
               FROM complaint WHERE worker_id = $1 ORDER BY id`,
  notificationPreferences: `SELECT p.email, p.sms, p.muted_topics AS "mutedTopics", p.quiet_from::text AS "quietFrom",
                              p.quiet_until::text AS "quietUntil", p.digest
                            FROM notification_preference p JOIN account a ON a.id = p.account_id WHERE a.worker_id = $1`,
  blocks: `SELECT ${nameOf('enterprise_id')} AS enterprise, created_at AS "createdAt"
           FROM block WHERE worker_id = $1 AND blocked_by = 'worker' ORDER BY id`,
  busSeats: `SELECT s.id, s.placement_id AS "placementId", p.day::text AS day, s.direction, b.name AS "boardsAt", l.name AS "leavesAt", s.state,
               s.decided_at AS "decidedAt"
             FROM transport_seat s JOIN transport_trip t ON t.id = s.trip_id JOIN transport_plan p ON p.id = t.plan_id
             JOIN transport_stop b ON b.id = s.boards_at JOIN transport_stop l ON l.id = s.leaves_at
             WHERE s.worker_id = $1 AND s.state <> 'foreseen' ORDER BY s.id`,
  savedSearches: `SELECT name, filters, alerts, created_at AS "createdAt" FROM saved_search WHERE worker_id = $1 ORDER BY id`,
};

/** Everything kept of one worker, by kind. */
export async function recordsOf(tx: EntityManager, workerId: string): Promise<Record<string, object[]>> {
  const found: Record<string, object[]> = {};
  for (const [name, sql] of Object.entries(sections)) found[name] = await rowsOf<object>(tx, sql, [workerId]);
  return found;
}

/** Pay is open while an issued line is not paid out, an objection waits, or days of a loan are in no settlement yet. */
const mattersSql = `
  SELECT EXISTS (SELECT 1 FROM placement WHERE worker_id = $1 AND state IN ('planned', 'active')) AS "hasPlacement",
         EXISTS (SELECT 1 FROM offer WHERE worker_id = $1 AND state IN ('sent', 'accepted')) AS "hasOffer",
         EXISTS (SELECT 1 FROM settlement_line l JOIN settlement s ON s.id = l.settlement_id WHERE l.worker_id = $1 AND s.state <> 'paid')
           OR EXISTS (SELECT 1 FROM line_objection WHERE worker_id = $1 AND (state = 'open' OR (correction_fen > 0 AND settlement_id IS NULL)))
           OR EXISTS (SELECT 1 FROM attendance_day WHERE worker_id = $1 AND lender_id IS NOT NULL AND settlement_id IS NULL)
           AS "hasOpenPay",
         EXISTS (SELECT 1 FROM injury WHERE worker_id = $1 AND state <> 'closed') AS "hasOpenInjury"`;

export async function openMatters(tx: Tx, workerId: string): Promise<OpenMatters | undefined> {
  const [matters] = await rowsOf<OpenMatters>(tx, mattersSql, [workerId]);
  return matters;
}

/** Whether records that the law wants kept name this worker. */
export async function isOnRecord(tx: Tx, workerId: string): Promise<boolean> {
  const rows = await rowsOf(tx, 'SELECT 1 FROM placement WHERE worker_id = $1 LIMIT 1', [workerId]);
  return rows.length > 0;
}

/** Takes a worker off the market and forgets what only the market needed. */
export async function leaveMarket(tx: Tx, workerId: string): Promise<void> {
  await tx.query(`UPDATE availability SET state = 'closed' WHERE worker_id = $1 AND state = 'open'`, [workerId]);
  await tx.query(`UPDATE application SET state = 'withdrawn' WHERE worker_id = $1 AND state = 'submitted'`, [workerId]);
  await tx.query(`UPDATE proposal SET state = 'superseded' WHERE worker_id = $1 AND state = 'proposed'`, [workerId]);
  await tx.query(`UPDATE consent SET state = 'withdrawn' WHERE worker_id = $1 AND state = 'granted'`, [workerId]);
  await tx.query(`UPDATE consent SET state = 'refused' WHERE worker_id = $1 AND state = 'requested'`, [workerId]);
  await tx.query(`UPDATE application SET note = '' WHERE worker_id = $1`, [workerId]);
  await tx.query('DELETE FROM block WHERE worker_id = $1', [workerId]);
  await tx.query('DELETE FROM saved_search WHERE worker_id = $1', [workerId]);
}

/** Letters to an account that nobody reads any more. */
export async function dropLetters(tx: Tx, accountId: string): Promise<void> {
  await tx.query(
    'DELETE FROM notification_delivery d USING notification n WHERE n.id = d.notification_id AND n.account_id = $1',
    [accountId],
  );
  await tx.query('DELETE FROM notification WHERE account_id = $1', [accountId]);
  await tx.query('DELETE FROM notification_preference WHERE account_id = $1', [accountId]);
  await tx.query('DELETE FROM push_device WHERE account_id = $1', [accountId]);
}

/** Names kept for the law alone whose last placement ended before the legal term. At most 500. */
export async function outlived(tx: Tx, now: Date): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT p.worker_id AS id FROM worker_person p
     WHERE p.phone = '' AND NOT EXISTS (
       SELECT 1 FROM placement l WHERE l.worker_id = p.worker_id AND coalesce(l.ended_at, l.ends_on) > $1::timestamptz - make_interval(years => $2))
     LIMIT 500 FOR UPDATE SKIP LOCKED`,
    [now, keptYears],
  );
  return rows.map(({ id }) => id);
}
