import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { SurplusLine, SurplusListing } from './surplus.entity.js';

export interface LineCounts {
  /** Heads that have a name. */
  readonly named: number;
  /** Heads whose worker's consent is in force for the listing. */
  readonly consented: number;
}

/** How far a listing is: all of its heads, and of those with a name how the newest consent stands. */
export interface ListingProgress {
  readonly lineCount: number;
  readonly headcount: number;
  readonly named: number;
  readonly requested: number;
  readonly granted: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly expired: number;
}

const columnsOf = <T extends object>(rows: readonly T[], columns: readonly (keyof T)[]): unknown[][] =>
  columns.map((column) => rows.map((row) => row[column]));

/** One statement, however many listings. */
export async function insertListings(
  tx: Tx,
  rows: readonly Omit<SurplusListing, 'state' | 'createdAt'>[],
): Promise<void> {
  await tx.query(
    `INSERT INTO surplus_listing (id, lender_id, reason, starts_on, ends_on, state)
     SELECT *, 'open' FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[])`,
    columnsOf(rows, ['id', 'lenderId', 'reason', 'startsOn', 'endsOn']),
  );
}

/** One statement, however many lines. */
export async function insertLines(tx: Tx, rows: readonly SurplusLine[]): Promise<void> {
  await tx.query(
    `INSERT INTO surplus_line (id, listing_id, occupation_id, level, headcount, wage_floor_fen, wage_unit, currency,
       region_id, latitude, longitude, radius_m, relocation_radius_m, reference)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::smallint[], $5::int[], $6::int[], $7::text[], $8::text[],
       $9::text[], $10::float8[], $11::float8[], $12::int[], $13::int[], $14::text[])`,
    [
      ...columnsOf(rows, [
        'id',
        'listingId',
        'occupationId',
        'level',
        'headcount',
        'wageFloorFen',
        'wageUnit',
        'currency',
      ]),
      ...columnsOf(rows, ['regionId', 'latitude', 'longitude', 'radiusM', 'relocationRadiusM', 'reference']),
    ],
  );
}

/** Where the heads of a listing are, each region once. */
export async function regionsOf(tx: Tx, listingId: string): Promise<string[]> {
  const rows = await rowsOf<{ region_id: string }>(
    tx,
    'SELECT DISTINCT region_id FROM surplus_line WHERE listing_id = $1 ORDER BY region_id',
    [listingId],
  );
  return rows.map((row) => row.region_id);
}

/** Counts per line; reads availability_line. */
export async function countsOf(tx: EntityManager, lineIds: readonly string[]): Promise<Map<string, LineCounts>> {
  const rows = await rowsOf<LineCounts & { id: string }>(
    tx,
    `SELECT a.surplus_line_id AS id, count(p.worker_id)::int AS named,
            count(*) FILTER (WHERE EXISTS (
              SELECT 1 FROM consent c WHERE c.worker_id = a.worker_id AND c.lender_id = w.home_enterprise_id
                AND c.state = 'granted' AND c.starts_on <= a.starts_on AND c.ends_on >= a.ends_on))::int AS consented
     FROM availability a JOIN worker w ON w.id = a.worker_id LEFT JOIN worker_person p ON p.worker_id = a.worker_id
     WHERE a.surplus_line_id = ANY($1) GROUP BY a.surplus_line_id`,
    [lineIds],
  );
  return new Map(rows.map(({ id, named, consented }) => [id, { named, consented }]));
}

/** Those of the workers whose claim code waits to be used; the code itself is never read. */
export async function unclaimedAmong(tx: EntityManager, workerIds: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await rowsOf<{ worker_id: string; pending: boolean }>(
    tx,
    'SELECT worker_id, claim_code_hash IS NOT NULL AS pending FROM worker_person WHERE worker_id = ANY($1)',
    [workerIds],
  );
  return new Map(rows.map((row) => [row.worker_id, row.pending]));
}

/** Progress per listing; reads surplus_line_listing, availability_line and, for heads with a name, consent_worker. */
export async function progressOf(
  tx: EntityManager,
  listingIds: readonly string[],
): Promise<Map<string, ListingProgress>> {
  const rows = await rowsOf<ListingProgress & { id: string }>(
    tx,
    `SELECT s.id, count(DISTINCT l.id)::int AS "lineCount", count(a.id)::int AS headcount, count(p.worker_id)::int AS named,
            count(*) FILTER (WHERE c.state = 'requested')::int AS requested,
            count(*) FILTER (WHERE c.state = 'granted')::int AS granted,
            count(*) FILTER (WHERE c.state = 'refused')::int AS refused,
            count(*) FILTER (WHERE c.state = 'withdrawn')::int AS withdrawn,
            count(*) FILTER (WHERE c.state = 'expired')::int AS expired
     FROM surplus_listing s JOIN surplus_line l ON l.listing_id = s.id
       LEFT JOIN availability a ON a.surplus_line_id = l.id
       LEFT JOIN worker_person p ON p.worker_id = a.worker_id
       LEFT JOIN LATERAL (SELECT state FROM consent WHERE worker_id = p.worker_id AND lender_id = s.lender_id
                          ORDER BY id DESC LIMIT 1) c ON TRUE
     WHERE s.id = ANY($1) GROUP BY s.id`,
    [listingIds],
  );
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

/** The first lines of each listing, in the order given: an import can make thousands of them. */
export async function firstLinesOf(
  tx: EntityManager,
  listingIds: readonly string[],
  most: number,
): Promise<Map<string, string[]>> {
  const rows = await rowsOf<{ id: string; listing_id: string }>(
    tx,
    `SELECT l.id, s.id AS listing_id FROM unnest($1::uuid[]) AS s (id)
     CROSS JOIN LATERAL (SELECT id FROM surplus_line WHERE listing_id = s.id ORDER BY id LIMIT $2) l ORDER BY l.id`,
    [listingIds, most],
  );
  const lines = new Map<string, string[]>(listingIds.map((id) => [id, []]));
  for (const { id, listing_id: listingId } of rows) lines.get(listingId)?.push(id);
  return lines;
}
