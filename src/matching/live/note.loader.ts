import type { Database, Tx } from '../../platform/database/database.js';

export interface Note {
  readonly id: string;
  readonly worker_id: string | null;
  readonly need_id: string | null;
  readonly noted_at: Date;
  /** The span that made the change. */
  readonly traceparent: string | null;
}

/** A market's notes; where `limit` is given, its oldest. */
export async function readNotes(db: Database, marketId: string, limit?: number): Promise<Note[]> {
  return db.rows(
    'SELECT id, worker_id, need_id, noted_at, traceparent FROM market_change WHERE market_id = $1 ORDER BY id LIMIT $2',
    [marketId, limit ?? null],
  );
}

export async function dropNotes(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM market_change WHERE id = ANY($1)', [ids]);
}

/** Gives the notes of a region that belonged to no market to the one it belongs to now. */
export async function placeNotes(tx: Tx, regionId: string, marketId: string): Promise<void> {
  await tx.query('UPDATE market_change SET market_id = $2 WHERE market_id IS NULL AND region_id = $1', [
    regionId,
    marketId,
  ]);
}
