import type { LocalDate } from '../../platform/clock/clock.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';

export interface LapsedOffer {
  readonly offerId: string;
  readonly needId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string;
  readonly regionId: string;
}

/** People whom the enterprise employs, of those given or of all; locked, in the order of their ids. */
export async function lockEmployed(tx: Tx, enterpriseId: string, workerId?: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT w.id FROM worker w JOIN worker_person p ON p.worker_id = w.id
     WHERE w.home_enterprise_id = $1 AND ($2::uuid IS NULL OR w.id = $2) ORDER BY w.id FOR UPDATE OF w`,
    [enterpriseId, workerId ?? null],
  );
  return rows.map(({ id }) => id);
}

/** How many contracts an employer ended since a day, and whom it still employs. */
export async function reductionOf(
  tx: Tx,
  enterpriseId: string,
  since: LocalDate,
): Promise<{ dismissed: number; staff: number }> {
  const [row] = await rowsOf<{ dismissed: number; staff: number }>(
    tx,
    `SELECT (SELECT count(DISTINCT worker_id)::int FROM employment
             WHERE enterprise_id = $1 AND end_reason = 'dismissed' AND ended_on > $2) AS dismissed,
            (SELECT count(*)::int FROM worker WHERE home_enterprise_id = $1) AS staff`,
    [enterpriseId, since],
  );
  return row ?? { dismissed: 0, staff: 0 };
}

/** Running and planned loans of these workers. */
export async function openLoans(tx: Tx, lenderId: string, workerIds: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT id FROM placement WHERE lender_id = $1 AND worker_id = ANY($2) AND state IN ('planned', 'active') ORDER BY id`,
    [lenderId, workerIds],
  );
  return rows.map(({ id }) => id);
}

export async function endContracts(
  tx: Tx,
  enterpriseId: string,
  workerIds: readonly string[],
  end: { readonly on: string; readonly reason: string },
): Promise<void> {
  await tx.query(
    `UPDATE employment SET ended_on = $3, end_reason = $4
     WHERE enterprise_id = $1 AND worker_id = ANY($2) AND ended_on IS NULL`,
    [enterpriseId, workerIds, end.on, end.reason],
  );
}

/** Offers that wait for a yes to a loan that can no longer be. */
export async function lapseLoanOffers(
  tx: Tx,
  lenderId: string,
  workerIds: readonly string[],
  now: Date,
): Promise<LapsedOffer[]> {
  return rowsOf<LapsedOffer>(
    tx,
    `UPDATE offer o SET state = 'expired', decided_at = $3 FROM labour_need n
     WHERE n.id = o.need_id AND o.lender_id = $1 AND o.worker_id = ANY($2) AND o.state IN ('sent', 'accepted')
     RETURNING o.id AS "offerId", o.need_id AS "needId", o.worker_id AS "workerId", o.host_id AS "hostId",
       o.lender_id AS "lenderId", n.region_id AS "regionId"`,
    [lenderId, workerIds, now],
  );
}

/** Consents towards the former employer; whoever it lent is asked by nobody through it again. */
export async function endConsents(
  tx: Tx,
  lenderId: string,
  workerIds: readonly string[],
  now: Date,
): Promise<{ readonly id: string; readonly workerId: string }[]> {
  return rowsOf(
    tx,
    `UPDATE consent SET state = 'expired', decided_at = $3
     WHERE lender_id = $1 AND worker_id = ANY($2) AND state IN ('requested', 'granted')
     RETURNING id, worker_id AS "workerId"`,
    [lenderId, workerIds, now],
  );
}

/**
 * Takes the employer's conditions off the market: an availability that it set, proposals, and interests that were routed
 * to it. Returns the workers whose availability it was, with their regions.
 */
export async function withdrawSupply(
  tx: Tx,
  employerId: string,
  workerIds: readonly string[],
  now: Date,
): Promise<{ readonly workerId: string; readonly regionId: string }[]> {
  await tx.query(
    `UPDATE proposal SET state = 'superseded', decided_at = $2 WHERE worker_id = ANY($1) AND state = 'proposed'`,
    [workerIds, now],
  );
  await tx.query(
    `UPDATE application SET state = 'withdrawn' WHERE employer_id = $1 AND worker_id = ANY($2) AND state = 'submitted'`,
    [employerId, workerIds],
  );
  return rowsOf(
    tx,
    `UPDATE availability a SET state = 'closed' FROM worker w
     WHERE w.id = a.worker_id AND a.worker_id = ANY($1) AND a.state = 'open' AND a.surplus_line_id IS NOT NULL
     RETURNING a.worker_id AS "workerId", w.region_id AS "regionId"`,
    [workerIds],
  );
}

/** Closes the listings of a lost lender with the heads in them, named or not. Returns where they are. */
export async function closeListings(tx: Tx, lenderId: string, now: Date): Promise<string[]> {
  await tx.query(`UPDATE surplus_listing SET state = 'closed' WHERE lender_id = $1 AND state IN ('draft', 'open')`, [
    lenderId,
  ]);
  const heads = await rowsOf<{ workerId: string; regionId: string }>(
    tx,
    `UPDATE availability a SET state = 'closed' FROM surplus_line l JOIN surplus_listing s ON s.id = l.listing_id
     WHERE l.id = a.surplus_line_id AND s.lender_id = $1 AND a.state = 'open'
     RETURNING a.worker_id AS "workerId", l.region_id AS "regionId"`,
    [lenderId],
  );
  await tx.query(
    `UPDATE proposal SET state = 'superseded', decided_at = $2 WHERE worker_id = ANY($1) AND state = 'proposed'`,
    [heads.map(({ workerId }) => workerId), now],
  );
  return [...new Set(heads.map(({ regionId }) => regionId))].sort();
}
