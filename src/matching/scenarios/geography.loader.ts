import { type Database, rowsOf } from '../../platform/database/database.js';
import { marketRegions } from '../runs/snapshot.js';
import type { Geography } from './world.js';

/** Where a market's regions, workers and needs lie. */
export async function readGeography(db: Database, marketId: string): Promise<Geography> {
  const read = <T>(sql: string): Promise<T[]> => rowsOf<T>(db.reader, sql, [marketId]);
  const regions = await read<{
    id: string;
    above: string[];
    county: string | null;
    latitude: number | null;
    longitude: number | null;
  }>(
    `SELECT r.id, r.latitude, r.longitude, array_agg(a.ancestor_id) AS above, max(c.id) AS county
     FROM region r JOIN region_ancestor a ON a.region_id = r.id LEFT JOIN region c ON c.id = a.ancestor_id AND c.level = 'county'
     WHERE r.id IN (${marketRegions}) GROUP BY r.id`,
  );
  const workers = await read<{ id: string; region: string }>(
    `SELECT worker_id AS id, region_id AS region FROM labour_supply WHERE region_id IN (${marketRegions})`,
  );
  const needs = await read<{ id: string; region: string }>(
    `SELECT need_id AS id, region_id AS region FROM labour_demand WHERE region_id IN (${marketRegions})`,
  );
  return {
    above: new Map(regions.map(({ id, above }) => [id, new Set(above)])),
    countyOf: new Map(regions.map(({ id, county }) => [id, county ?? id])),
    centres: new Map(
      regions.map(({ id, latitude, longitude }) => [id, { latitude: latitude ?? 0, longitude: longitude ?? 0 }]),
    ),
    regionOfWorker: new Map(workers.map(({ id, region }) => [id, region])),
    regionOfNeed: new Map(needs.map(({ id, region }) => [id, region])),
  };
}
