import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { distanceSql } from '../open-work/open-work.loader.js';

/**
 * Finds a need, and what an import published beside it under one event, for every search that it fits: one statement over
 * all searches. What is barred to the worker, and hosts that one side blocked, are not found. Says for which searches anything
 * is new; a repeat finds nothing more.
 */
export async function findForSearches(tx: Tx, needId: string, now: Date): Promise<string[]> {
  const rows = await rowsOf<{ search_id: string }>(
    tx,
    `WITH asked AS (
       SELECT n.* FROM labour_need n WHERE n.id = $1
       UNION SELECT n.* FROM labour_need told JOIN labour_need n
         ON n.region_id = told.region_id AND n.state = 'open' AND n.published_at = told.published_at
       WHERE told.id = $1
     ), open_need AS (
       SELECT n.*, e.name AS host_name FROM asked n JOIN enterprise e ON e.id = n.host_id AND e.verification = 'verified'
       WHERE n.state = 'open'
         AND n.headcount > n.seats_taken + (SELECT count(*) FROM offer o WHERE o.need_id = n.id AND o.state = 'sent')
         AND NOT EXISTS (SELECT 1 FROM sanction_in_force s WHERE s.enterprise_id = n.host_id)
     ), found AS (
       INSERT INTO saved_search_hit (search_id, need_id, found_at)
       SELECT s.id, n.id, $2 FROM open_need n CROSS JOIN saved_search s
       CROSS JOIN LATERAL jsonb_to_record(s.filters) AS f (near jsonb, "regionId" text, "occupationId" text, text text,
         "minWageFen" int, "wageUnit" text, currency text, lodging boolean)
       CROSS JOIN LATERAL (SELECT (f.near ->> 'latitude')::float8 AS latitude, (f.near ->> 'longitude')::float8 AS longitude,
         (f.near ->> 'radiusM')::int AS radius) AS c
       WHERE (f."occupationId" IS NULL OR f."occupationId" = n.occupation_id)
         AND (f."wageUnit" IS NULL OR (f."wageUnit" = n.wage_unit AND f.currency = n.currency))
         AND (f."minWageFen" IS NULL OR f."minWageFen" <= n.wage_fen)
         AND (f.lodging IS NULL OR f.lodging = n.lodging)
         AND (f."regionId" IS NULL OR EXISTS (
           SELECT 1 FROM region_ancestor a WHERE a.region_id = n.region_id AND a.ancestor_id = f."regionId"))
         AND (c.radius IS NULL OR ${distanceSql('c.latitude', 'c.longitude')} <= c.radius)
         AND (f.text IS NULL OR n.occupation_id = ANY(s.occupation_ids) OR ${has('n.description')} OR ${has('n.host_name')}
           OR EXISTS (SELECT 1 FROM region_ancestor a JOIN region r ON r.id = a.ancestor_id
                      WHERE a.region_id = n.region_id AND (${begins('r.name_zh')} OR ${begins('r.name_en')})))
         AND NOT EXISTS (SELECT 1 FROM block b WHERE b.worker_id = s.worker_id AND b.enterprise_id = n.host_id)
         AND NOT EXISTS (SELECT 1 FROM barred_work b WHERE b.worker_id = s.worker_id AND b.need_id = n.id)
       ON CONFLICT (search_id, need_id) DO NOTHING RETURNING search_id
     ) SELECT DISTINCT search_id FROM found`,
    [needId, now],
  );
  return rows.map((row) => row.search_id);
}

// Not LIKE: what a person typed is never a wildcard.
const has = (column: string): string => `strpos(lower(${column}), lower(f.text)) > 0`;
const begins = (column: string): string => `starts_with(lower(${column}), lower(f.text))`;

/** Something to tell: how much was found for a search since the last alert, and the newest of it. */
export interface SearchAlert {
  readonly searchId: string;
  readonly workerId: string;
  readonly needId: string;
  readonly found: number;
}

/**
 * Marks as told what waits for searches with alerts whose last one is `quietMs` old; of these searches only, or of any, at
 * most 500. What is locked is being told by another.
 */
export async function takeDueAlerts(
  tx: Tx,
  now: Date,
  quietMs: number,
  searchIds: readonly string[] | null,
): Promise<SearchAlert[]> {
  return rowsOf<SearchAlert>(
    tx,
    `WITH due AS (
       SELECT s.id, s.worker_id FROM saved_search s
       WHERE s.alerts AND (s.alerted_at IS NULL OR s.alerted_at <= $1::timestamptz - $2 * interval '1 millisecond')
         AND ($3::uuid[] IS NULL OR s.id = ANY($3))
         AND EXISTS (SELECT 1 FROM saved_search_hit h JOIN labour_need n ON n.id = h.need_id AND n.state = 'open'
                     WHERE h.search_id = s.id AND h.told_at IS NULL)
       ORDER BY s.id LIMIT 500 FOR UPDATE SKIP LOCKED
     ), told AS (
       UPDATE saved_search_hit h SET told_at = $1 FROM due, labour_need n
       WHERE h.search_id = due.id AND h.told_at IS NULL AND n.id = h.need_id AND n.state = 'open'
       RETURNING h.search_id, h.need_id
     ), marked AS (
       UPDATE saved_search s SET alerted_at = $1 FROM due WHERE s.id = due.id
     )
     SELECT due.id AS "searchId", due.worker_id AS "workerId", count(*)::int AS found, max(told.need_id::text) AS "needId"
     FROM due JOIN told ON told.search_id = due.id GROUP BY due.id, due.worker_id`,
    [now, quietMs, searchIds],
  );
}

/** By search: how much was found since its worker last looked and still is open. */
export async function countNew(tx: EntityManager, searchIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ id: string; fresh: number }>(
    tx,
    `SELECT s.id, count(*)::int AS fresh FROM saved_search s JOIN saved_search_hit h ON h.search_id = s.id
       JOIN labour_need n ON n.id = h.need_id AND n.state = 'open'
     WHERE s.id = ANY($1) AND h.found_at > s.looked_at GROUP BY s.id`,
    [searchIds],
  );
  return new Map([...searchIds.map((id) => [id, 0] as const), ...rows.map(({ id, fresh }) => [id, fresh] as const)]);
}

/** What waited to be told is known: its worker looked, or wanted no alerts when it was found. */
export async function forgetUntold(tx: Tx, searchId: string, now: Date): Promise<void> {
  await tx.query('UPDATE saved_search_hit SET told_at = $2 WHERE search_id = $1 AND told_at IS NULL', [searchId, now]);
}

/** Holds back other writes of this worker's searches until the transaction ends, and says how many there are. */
export async function lockAndCount(tx: Tx, workerId: string): Promise<number> {
  await tx.query('SELECT 1 FROM worker WHERE id = $1 FOR UPDATE', [workerId]);
  const [row] = await rowsOf<{ kept: number }>(
    tx,
    'SELECT count(*)::int AS kept FROM saved_search WHERE worker_id = $1',
    [workerId],
  );
  return row?.kept ?? 0;
}
