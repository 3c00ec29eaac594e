import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { Complainant } from './complaint.rules.js';

/** Whether the two had to do with each other: as employer, or in any deal or the makings of one. */
export async function hadToDo(tx: EntityManager, who: Complainant, enterpriseId: string): Promise<boolean> {
  const rows =
    'workerId' in who
      ? await rowsOf(
          tx,
          `SELECT 1 FROM worker WHERE id = $1 AND home_enterprise_id = $2
           UNION ALL SELECT 1 FROM offer WHERE worker_id = $1 AND $2 IN (host_id, lender_id)
           UNION ALL SELECT 1 FROM consent WHERE worker_id = $1 AND lender_id = $2
           UNION ALL SELECT 1 FROM application a JOIN labour_need n ON n.id = a.need_id
                     WHERE a.worker_id = $1 AND n.host_id = $2 LIMIT 1`,
          [who.workerId, enterpriseId],
        )
      : await rowsOf(
          tx,
          `SELECT 1 FROM offer WHERE (host_id = $1 AND lender_id = $2) OR (host_id = $2 AND lender_id = $1)
           UNION ALL SELECT 1 FROM agreement WHERE (host_id = $1 AND lender_id = $2) OR (host_id = $2 AND lender_id = $1) LIMIT 1`,
          [who.enterpriseId, enterpriseId],
        );
  return rows.length > 0;
}
