import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { Demand } from '../edges/candidate.js';
import {
  bookedList,
  certificateList,
  demandColumns,
  marketRegions,
  skillList,
  supplyColumns,
} from '../runs/snapshot.js';
import type { Candidate } from './empty-seat.rules.js';

/** A need with seats that no one holds, and the market where workers are looked for. */
export interface AskedNeed extends Demand {
  readonly marketId: string | null;
}

export async function readAskedNeeds(tx: EntityManager, needIds: readonly string[]): Promise<AskedNeed[]> {
  return rowsOf<AskedNeed>(
    tx,
    `SELECT ${demandColumns},
       (SELECT m.market_id FROM labour_market_region m WHERE m.region_id = d.region_id) AS "marketId"
     FROM labour_demand d WHERE d.need_id = ANY($1) ORDER BY d.need_id`,
    [needIds],
  );
}

/** By need: its region and all above it. */
export async function readRegions(tx: EntityManager, needIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await rowsOf<{ id: string; regions: string[] }>(
    tx,
    `SELECT n.id, array_agg(a.ancestor_id) AS regions FROM labour_need n JOIN region_ancestor a USING (region_id)
     WHERE n.id = ANY($1) GROUP BY n.id`,
    [needIds],
  );
  return new Map(rows.map(({ id, regions }) => [id, regions]));
}

/** Whom to look at: workers of one market with one of these occupations, there on some day of the span. */
export interface PoolQuery {
  readonly marketId: string;
  readonly occupationIds: readonly string[];
  readonly firstDay: number;
  readonly lastDay: number;
  readonly limit: number;
}

interface PoolRow extends Omit<
  Candidate,
  'workerIds' | 'certificates' | 'booked' | 'bookedFor' | 'offeredFor' | 'blockedHosts' | 'barredNeeds'
> {
  readonly certificates: Candidate['certificates'] | null;
  readonly booked: Candidate['booked'] | null;
  readonly bookedFor: readonly string[] | null;
  readonly offeredFor: readonly string[] | null;
  readonly blockedHosts: readonly string[] | null;
  readonly barredNeeds: readonly string[] | null;
}

/** At most `limit` rows: what is known of each worker is looked up only for those. */
export async function readPool(
  tx: EntityManager,
  { marketId, occupationIds, firstDay, lastDay, limit }: PoolQuery,
): Promise<Candidate[]> {
  const rows = await rowsOf<PoolRow>(
    tx,
    `WITH s AS MATERIALIZED (
       SELECT * FROM labour_pool
       WHERE region_id IN (${marketRegions})
         AND worker_id IN (SELECT worker_id FROM worker_skill WHERE occupation_id = ANY($2))
         AND starts_on <= DATE '1970-01-01' + $4::int AND ends_on >= DATE '1970-01-01' + $3::int
       ORDER BY worker_id, starts_on LIMIT $5)
     SELECT ${supplyColumns}, k.skills, c.certificates, b.booked, b.needs AS "bookedFor", o.needs AS "offeredFor", x.hosts AS "blockedHosts",
            y.needs AS "barredNeeds",
            (SELECT p.need_id FROM proposal p WHERE p.worker_id = s.worker_id AND p.state = 'proposed') AS "proposedFor"
     FROM s
     CROSS JOIN LATERAL (SELECT ${skillList} AS skills FROM worker_skill WHERE worker_id = s.worker_id) k
     CROSS JOIN LATERAL (SELECT ${certificateList} AS certificates FROM worker_certificate WHERE worker_id = s.worker_id) c
     CROSS JOIN LATERAL (SELECT ${bookedList} AS booked, array_agg(need_id) AS needs FROM worker_booking WHERE worker_id = s.worker_id) b
     CROSS JOIN LATERAL (SELECT array_agg(need_id) AS needs FROM offer WHERE worker_id = s.worker_id AND state IN ('sent', 'accepted')) o
     CROSS JOIN LATERAL (SELECT array_agg(DISTINCT enterprise_id) AS hosts FROM block WHERE worker_id = s.worker_id) x
     CROSS JOIN LATERAL (SELECT array_agg(need_id) AS needs FROM barred_work WHERE worker_id = s.worker_id) y
     ORDER BY s.worker_id, s.starts_on`,
    [marketId, occupationIds, firstDay, lastDay, limit],
  );
  return rows.map(({ certificates, booked, bookedFor, offeredFor, blockedHosts, barredNeeds, ...row }) => ({
    ...row,
    workerIds: [row.workerId],
    certificates: certificates ?? [],
    booked: booked ?? [],
    bookedFor: bookedFor ?? [],
    offeredFor: offeredFor ?? [],
    ...(blockedHosts && { blockedHosts }),
    ...(barredNeeds && { barredNeeds }),
  }));
}
