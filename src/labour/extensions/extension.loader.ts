import { rowsOf, type Tx } from '../../platform/database/database.js';

/** The last day of the labour contract that the lender has stated; null when it is open-ended or none is stated. */
export async function contractEnd(tx: Tx, workerId: string, lenderId: string): Promise<string | null> {
  const [row] = await rowsOf<{ endsOn: string | null }>(
    tx,
    `SELECT ends_on::text AS "endsOn" FROM employment WHERE worker_id = $1 AND enterprise_id = $2 AND ended_on IS NULL`,
    [workerId, lenderId],
  );
  return row?.endsOn ?? null;
}
