import type { Database } from '../../platform/database/database.js';
import type { Period } from '../reports/period.rules.js';
import type { Flow } from './flow.rules.js';
import type { FlowGrouping } from './labour-flow.input.js';

/** Placements that began: `$1` a region that their home or their site lies in, `$2` and `$3` first and last day. */
const begunSql = `
  below AS MATERIALIZED (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1),
  begun AS (
    SELECT p.lender_id, p.host_id, w.region_id AS home_id, n.region_id AS site_id, w.latitude AS home_lat, w.longitude AS home_lon,
           n.latitude AS site_lat, n.longitude AS site_lon, w.region_id IN (SELECT region_id FROM below) AS is_own
    FROM placement p JOIN worker w ON w.id = p.worker_id JOIN labour_need n ON n.id = p.need_id
    WHERE p.starts_on BETWEEN $2 AND $3 AND p.started_at IS NOT NULL
      AND (w.region_id IN (SELECT region_id FROM below) OR n.region_id IN (SELECT region_id FROM below)))`;

const byIndustrySql = `WITH ${begunSql}
  SELECT CASE WHEN b.lender_id IS NOT NULL THEN coalesce(l.industry_id, '') END AS source, coalesce(h.industry_id, '') AS target, count(*)::int AS heads, bool_and(b.is_own) AS "isOwn"
  FROM begun b LEFT JOIN enterprise l ON l.id = b.lender_id JOIN enterprise h ON h.id = b.host_id GROUP BY 1, 2`;

/** The region of a level that a region lies in, or the region itself. */
const regionOf = (
  region: string,
): string => `coalesce((SELECT c.id FROM region_ancestor a JOIN region c ON c.id = a.ancestor_id
    WHERE a.region_id = ${region} AND c.level = $4 LIMIT 1), ${region})`;

// Regions are looked up of pairs, which are few, rather than of placements.
const byRegionSql = `WITH ${begunSql},
  pair AS (SELECT home_id, site_id, is_own, count(*) AS heads FROM begun GROUP BY 1, 2, 3)
  SELECT ${regionOf('home_id')} AS source, ${regionOf('site_id')} AS target, sum(heads)::int AS heads, bool_and(is_own) AS "isOwn"
  FROM pair GROUP BY 1, 2`;

/** Flows of the placements that began in a period; enterprises that state no industry are one of their own, ''. */
export function findFlows(db: Database, regionId: string, { from, until }: Period, by: FlowGrouping): Promise<Flow[]> {
  return by === 'industry'
    ? db.rows<Flow>(byIndustrySql, [regionId, from, until])
    : db.rows<Flow>(byRegionSql, [regionId, from, until, by]);
}

export interface DistanceRow {
  readonly band: number;
  readonly heads: number;
  readonly medianKm: number;
  readonly p90Km: number;
}

const distancesSql = `WITH ${begunSql},
  far AS (SELECT 2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(site_lat - home_lat) / 2), 2)
            + cos(radians(home_lat)) * cos(radians(site_lat)) * power(sin(radians(site_lon - home_lon) / 2), 2)))) AS km FROM begun),
  middle AS (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY km) AS median, percentile_disc(0.9) WITHIN GROUP (ORDER BY km) AS p90 FROM far)
  SELECT width_bucket(km, $4::float8[]) AS band, count(*)::int AS heads, min(median) AS "medianKm", min(p90) AS "p90Km"
  FROM far CROSS JOIN middle GROUP BY 1 ORDER BY 1`;

/** How far people have to work, by band, with the median and the 90th percentile (nearest rank) of all on each row. */
export function findDistances(
  db: Database,
  regionId: string,
  { from, until }: Period,
  ends: readonly number[],
): Promise<DistanceRow[]> {
  return db.rows<DistanceRow>(distancesSql, [regionId, from, until, ends]);
}
