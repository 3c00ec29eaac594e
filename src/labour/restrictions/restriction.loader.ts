import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';

/** Of these open needs, those whose work is barred to the worker. */
export async function barredAmong(
  tx: EntityManager,
  workerId: string,
  needIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ need_id: string }>(
    tx,
    'SELECT need_id FROM barred_work WHERE worker_id = $1 AND need_id = ANY($2)',
    [workerId, needIds],
  );
  return new Set(rows.map((row) => row.need_id));
}
