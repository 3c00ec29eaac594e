import type { Tx } from '../../platform/database/database.js';
import { one } from '../inbox/fact.loader.js';

export function regionOfEnterprise(tx: Tx, enterpriseId: string): Promise<{ regionId: string }> {
  return one(tx, `SELECT region_id AS "regionId" FROM enterprise WHERE id = $1`, enterpriseId);
}

/** Whose account wrote it, and against whom; never what it says. */
export function ofComplaint(tx: Tx, complaintId: string): Promise<{ accountId: string; against: string }> {
  return one(
    tx,
    `SELECT c.account_id AS "accountId", e.name AS against FROM complaint c JOIN enterprise e ON e.id = c.against_id
     WHERE c.id = $1`,
    complaintId,
  );
}
