import { refuse } from '../../platform/errors/index.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { columnsOf } from '../taxonomies/taxonomy.loader.js';
import { type Coded, idOfCode, parentsFirst, refuseParentCycle } from '../taxonomies/taxonomy.rules.js';
import type { RegionLevel } from './region.entity.js';

export interface RegionRow extends Coded {
  /** An id, `scheme:code`. */
  readonly parentId: string | null;
  readonly level: RegionLevel;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Inserts or brings up to date any number of regions; unchanged rows are not written. */
export async function upsertRegions(tx: Tx, rows: readonly RegionRow[]): Promise<void> {
  const named = rows.map((row) => ({ ...row, id: idOfCode(row) }));
  refuse(refuseParentCycle(named));
  const ordered = parentsFirst(named);
  const ids = ordered.map(({ id }) => id);
  const parents = ordered.map(({ parentId }) => parentId);
  const moved = await rowsOf(
    tx,
    `SELECT r.id FROM unnest($1::text[], $2::text[]) AS given(id, parent_id)
     JOIN region r USING (id) WHERE r.parent_id IS DISTINCT FROM given.parent_id LIMIT 1`,
    [ids, parents],
  );
  // The trigger that fills region_ancestor sees rows in this order, so a parent's line is complete before its children's.
  await tx.query(
    `INSERT INTO region (id, scheme, code, parent_id, level, name_zh, name_en, latitude, longitude)
     SELECT id, scheme, code, parent_id, level, name_zh, name_en, latitude, longitude
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::float8[])
       WITH ORDINALITY AS given(id, scheme, code, parent_id, level, name_zh, name_en, latitude, longitude, place)
     ORDER BY place
     ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, level = excluded.level, name_zh = excluded.name_zh,
       name_en = excluded.name_en, latitude = excluded.latitude, longitude = excluded.longitude
     WHERE (region.parent_id, region.level, region.name_zh, region.name_en, region.latitude, region.longitude)
       IS DISTINCT FROM (excluded.parent_id, excluded.level, excluded.name_zh, excluded.name_en, excluded.latitude, excluded.longitude)`,
    columnsOf(ordered, ['id', 'scheme', 'code', 'parentId', 'level', 'nameZh', 'nameEn', 'latitude', 'longitude']),
  );
  if (moved.length > 0) await relinkAncestors(tx);
}

/** Rebuilds region_ancestor from the parents: the trigger follows new regions, not ones that got another parent. */
async function relinkAncestors(tx: Tx): Promise<void> {
  await tx.query(
    `WITH RECURSIVE line AS (
       SELECT id AS region_id, id AS ancestor_id, parent_id FROM region
       UNION SELECT line.region_id, above.id, above.parent_id FROM line JOIN region above ON above.id = line.parent_id
     ), gone AS (
       DELETE FROM region_ancestor a
       WHERE NOT EXISTS (SELECT 1 FROM line WHERE line.region_id = a.region_id AND line.ancestor_id = a.ancestor_id)
     )
     INSERT INTO region_ancestor (region_id, ancestor_id) SELECT region_id, ancestor_id FROM line ON CONFLICT DO NOTHING`,
  );
}
