import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';

/** Whether account `a` has an address for each channel. A number belongs to the person who logs in with it, or whose record it is. */
export const addresses = `a.email IS NOT NULL AS "hasEmail",
  (a.login LIKE '+%' OR EXISTS (SELECT 1 FROM worker_person w WHERE w.worker_id = a.worker_id AND w.phone <> '')) AS "hasPhone"`;

export interface Addresses {
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
}

export async function addressesOf(tx: EntityManager, accountId: string): Promise<Addresses> {
  const [row] = await rowsOf<Addresses>(tx, `SELECT ${addresses} FROM account a WHERE a.id = $1`, [accountId]);
  return row ?? { hasEmail: false, hasPhone: false };
}
