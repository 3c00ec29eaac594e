import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';

export interface ConsentKey {
  readonly id: string;
  readonly workerId: string;
}

/**
 * Moves consents whose time has passed to `expired`: requests without an answer, and granted ones that no placement
 * stands on. At most 500 a call; rows that someone else is deciding are left for the next.
 */
export async function expireConsents(tx: Tx, now: Date, today: string): Promise<ConsentKey[]> {
  return rowsOf<ConsentKey>(
    tx,
    `UPDATE consent SET state = 'expired', decided_at = $1 WHERE id IN (
       SELECT c.id FROM consent c
       WHERE (c.state = 'requested' AND (c.expires_at <= $1 OR c.ends_on < $2))
          OR (c.state = 'granted' AND c.ends_on < $2
              AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.consent_id = c.id AND p.state IN ('planned', 'active')))
       ORDER BY c.id LIMIT 500 FOR UPDATE SKIP LOCKED)
     RETURNING id, worker_id AS "workerId"`,
    [now, today],
  );
}

/** The newest consent of each worker towards their present employer. */
export async function latestConsents(tx: EntityManager, workerIds: readonly string[]): Promise<ConsentKey[]> {
  return rowsOf<ConsentKey>(
    tx,
    `SELECT DISTINCT ON (c.worker_id) c.id, c.worker_id AS "workerId"
     FROM consent c JOIN worker w ON w.id = c.worker_id AND w.home_enterprise_id = c.lender_id
     WHERE c.worker_id = ANY($1) ORDER BY c.worker_id, c.id DESC`,
    [workerIds],
  );
}

/** When the worker last said no to this employer. */
export async function lastRefusal(tx: EntityManager, workerId: string, lenderId: string): Promise<Date | null> {
  const [row] = await rowsOf<{ at: Date | null }>(
    tx,
    `SELECT max(decided_at) AS at FROM consent WHERE worker_id = $1 AND lender_id = $2 AND state = 'refused'`,
    [workerId, lenderId],
  );
  return row?.at ?? null;
}
