import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { AskingFacts } from './consent.rules.js';

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

/** By consent: what decides whether its employer may ask again. */
export async function askingFacts(tx: EntityManager, ids: readonly string[]): Promise<Map<string, AskingFacts>> {
  const rows = await rowsOf<AskingFacts & { readonly id: string }>(
    tx,
    `SELECT c.id, w.home_enterprise_id IS NOT DISTINCT FROM c.lender_id AS "isEmployed",
            EXISTS (SELECT 1 FROM consent o WHERE o.worker_id = c.worker_id AND o.starts_on = c.starts_on
                      AND o.ends_on = c.ends_on AND o.state IN ('requested', 'granted')) AS "isOpen",
            (SELECT max(r.decided_at) FROM consent r WHERE r.worker_id = c.worker_id AND r.lender_id = c.lender_id
               AND r.state = 'refused') AS "lastRefusedAt"
     FROM consent c JOIN worker w ON w.id = c.worker_id WHERE c.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
