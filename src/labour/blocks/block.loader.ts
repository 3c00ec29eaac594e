import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';

/** Whether either of them blocked the other. */
export async function isBlockedPair(tx: EntityManager, workerId: string, enterpriseId: string): Promise<boolean> {
  const rows = await rowsOf(tx, 'SELECT 1 FROM block WHERE worker_id = $1 AND enterprise_id = $2 LIMIT 1', [
    workerId,
    enterpriseId,
  ]);
  return rows.length > 0;
}

/** Of these enterprises, those that the worker blocked or that blocked the worker. */
export async function blockedAmong(
  tx: EntityManager,
  workerId: string,
  enterpriseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ enterprise_id: string }>(
    tx,
    'SELECT DISTINCT enterprise_id FROM block WHERE worker_id = $1 AND enterprise_id = ANY($2)',
    [workerId, enterpriseIds],
  );
  return new Set(rows.map((row) => row.enterprise_id));
}

/** Whether an enterprise knows a worker from a deal or the makings of one: only such a worker can be blocked. */
export async function hasMet(tx: EntityManager, enterpriseId: string, workerId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    `SELECT 1 FROM offer WHERE host_id = $1 AND worker_id = $2
     UNION ALL SELECT 1 FROM placement WHERE host_id = $1 AND worker_id = $2
     UNION ALL SELECT 1 FROM application a JOIN labour_need n ON n.id = a.need_id
               WHERE n.host_id = $1 AND a.worker_id = $2 AND a.kind = 'direct' LIMIT 1`,
    [enterpriseId, workerId],
  );
  return rows.length > 0;
}

/** Ends what may still lead to a deal between them: proposals, and applications as if the blocker had said no. */
export async function endOvertures(
  tx: EntityManager,
  workerId: string,
  enterpriseId: string,
  applicationState: 'withdrawn' | 'declined',
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE proposal p SET state = 'superseded', decided_at = $3 FROM labour_need n
     WHERE n.id = p.need_id AND p.state = 'proposed' AND p.worker_id = $1 AND n.host_id = $2`,
    [workerId, enterpriseId, now],
  );
  await tx.query(
    `UPDATE application a SET state = $3 FROM labour_need n
     WHERE n.id = a.need_id AND a.state = 'submitted' AND a.worker_id = $1 AND n.host_id = $2`,
    [workerId, enterpriseId, applicationState],
  );
}
