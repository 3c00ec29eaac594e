import { rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';

/** Two who find no market must not make two, and nobody moves a region while another does. Until the end of the transaction. */
export async function lockMarkets(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('labour_market'))`);
}

export async function marketOf(tx: Tx, regionId: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ market_id: string }>(
    tx,
    'SELECT market_id FROM labour_market_region WHERE region_id = $1',
    [regionId],
  );
  return row?.market_id;
}

/** A region that came after the markets joins that of the nearest region above it; undefined where none has one. */
export async function joinMarketAbove(tx: Tx, regionId: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ market_id: string }>(
    tx,
    `INSERT INTO labour_market_region (region_id, market_id)
     SELECT $1, m.market_id FROM region_ancestor a JOIN labour_market_region m ON m.region_id = a.ancestor_id
     WHERE a.region_id = $1
     ORDER BY (SELECT count(*) FROM region_ancestor up WHERE up.region_id = a.ancestor_id) DESC LIMIT 1
     RETURNING market_id`,
    [regionId],
  );
  return row?.market_id;
}

/** A market of the prefecture that a region lies in (or the topmost region), without what belongs to others already. */
export async function createMarketAround(tx: Tx, regionId: string): Promise<string> {
  const id = newId();
  await tx.query(
    `WITH seat AS (
       SELECT r.* FROM region_ancestor a JOIN region r ON r.id = a.ancestor_id WHERE a.region_id = $2
       ORDER BY r.level = 'prefecture' DESC, r.parent_id IS NULL DESC LIMIT 1),
     market AS (INSERT INTO labour_market (id, name_zh, name_en) SELECT $1, name_zh, name_en FROM seat)
     INSERT INTO labour_market_region (region_id, market_id)
     SELECT below.region_id, $1 FROM seat JOIN region_ancestor below ON below.ancestor_id = seat.id
     ON CONFLICT DO NOTHING`,
    [id, regionId],
  );
  return id;
}

/** Moves regions and all below them to a market; answers the markets that lost some. */
export async function moveRegions(tx: Tx, marketId: string, regionIds: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ market_id: string }>(
    tx,
    `WITH moved AS (
       SELECT DISTINCT a.region_id, m.market_id FROM region_ancestor a LEFT JOIN labour_market_region m USING (region_id)
       WHERE a.ancestor_id = ANY($2) AND m.market_id IS DISTINCT FROM $1),
     written AS (
       INSERT INTO labour_market_region (region_id, market_id) SELECT region_id, $1 FROM moved
       ON CONFLICT (region_id) DO UPDATE SET market_id = excluded.market_id)
     SELECT DISTINCT market_id FROM moved WHERE market_id IS NOT NULL ORDER BY market_id`,
    [marketId, regionIds],
  );
  return rows.map(({ market_id: id }) => id);
}

/** Which of some regions do not lie inside another. */
export async function outside(tx: Tx, regionIds: readonly string[], jurisdiction: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT r.id FROM unnest($1::text[]) AS r (id)
     WHERE NOT EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id = r.id AND a.ancestor_id = $2)`,
    [regionIds, jurisdiction],
  );
  return rows.map(({ id }) => id);
}

/** All regions of a market. */
export async function regionsOf(tx: Tx, marketId: string): Promise<string[]> {
  const rows = await rowsOf<{ region_id: string }>(
    tx,
    'SELECT region_id FROM labour_market_region WHERE market_id = $1',
    [marketId],
  );
  return rows.map(({ region_id: id }) => id);
}
