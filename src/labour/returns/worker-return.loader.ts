import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';

/** Of placements that ended: those whose worker has a later one that is planned, runs or was worked to its end. */
export async function placedAgain(tx: EntityManager, placementIds: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await rowsOf<{ id: string; isPlacedAgain: boolean }>(
    tx,
    `SELECT r.id, EXISTS (SELECT 1 FROM placement p WHERE p.worker_id = r.worker_id AND p.id > r.id
       AND p.state IN ('planned', 'active', 'completed')) AS "isPlacedAgain"
     FROM worker_return r WHERE r.id = ANY($1)`,
    [placementIds],
  );
  return new Map(rows.map(({ id, isPlacedAgain }) => [id, isPlacedAgain]));
}
