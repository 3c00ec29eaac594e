import type { Database } from '../../platform/database/database.js';

/** Ids of the newest run of each market; one that was never solved is missing. */
export async function latestRunIds(
  db: Database,
  marketIds: readonly string[],
): Promise<{ readonly marketId: string; readonly runId: string }[]> {
  return db.rows(
    `SELECT m.id AS "marketId", r.id AS "runId" FROM unnest($1::uuid[]) AS m (id)
     CROSS JOIN LATERAL (SELECT id FROM match_run WHERE market_id = m.id ORDER BY id DESC LIMIT 1) r`,
    [marketIds],
  );
}

/** Those of the markets that a job process keeps up to date at this moment. */
export async function keptMarkets(db: Database, marketIds: readonly string[]): Promise<string[]> {
  const rows = await db.rows<{ id: string }>('SELECT market_id AS id FROM market_kept WHERE market_id = ANY ($1)', [
    marketIds,
  ]);
  return rows.map(({ id }) => id);
}
