import type { Database } from '../../platform/database/database.js';
import { rowsOf } from '../../platform/database/database.js';
import { marketRegions } from '../runs/snapshot.js';

/** Groups that a snapshot does not know. They are read apart, so that nothing of them can come into a score. */
export interface Grouping {
  /** Worker → county; the region itself where it is larger. */
  readonly countyOf: ReadonlyMap<string, string>;
  /** Occupation → family. */
  readonly familyOf: ReadonlyMap<string, string>;
}

export async function readGrouping(db: Database, marketId: string): Promise<Grouping> {
  const counties = await rowsOf<{ id: string; county: string }>(
    db.reader,
    `WITH place AS (
       SELECT r.region_id, coalesce(max(c.id), r.region_id) AS county FROM (${marketRegions}) r
       JOIN region_ancestor a ON a.region_id = r.region_id LEFT JOIN region c ON c.id = a.ancestor_id AND c.level = 'county'
       GROUP BY r.region_id)
     SELECT w.id, p.county FROM availability a JOIN worker w ON w.id = a.worker_id JOIN place p USING (region_id)
     WHERE a.state = 'open'`,
    [marketId],
  );
  const families = await db.rows<{ id: string; family: string }>('SELECT id, family FROM occupation');
  return {
    countyOf: new Map(counties.map(({ id, county }) => [id, county])),
    familyOf: new Map(families.map(({ id, family }) => [id, family])),
  };
}
