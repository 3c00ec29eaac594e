import { type Database, rowsOf } from '../../platform/database/database.js';
import type { Demand, Substitutes, Supply } from '../edges/candidate.js';
import {
  bookedList,
  certificateList,
  demandColumns,
  readSubstitutes,
  skillList,
  supplyColumns,
} from '../runs/snapshot.js';
import type { Places } from './interaction.js';
import type { Flow } from './partition.js';

/** Who could do what anywhere, as far as a sample shows. */
export interface Reachability {
  readonly supplies: readonly Supply[];
  readonly demands: readonly Demand[];
  readonly substitutes: Substitutes;
  readonly places: Places;
}

/** Shares between counties of thousands of workers are the same to a percent or two; a country is measured in seconds. */
const mostSampled = 20_000;

/** The county that a row's region is or lies in; the region itself where there is none. */
const county = (region: string): string =>
  `coalesce((SELECT c.id FROM region_ancestor a JOIN region c ON c.id = a.ancestor_id AND c.level = 'county' WHERE a.region_id = ${region}), ${region})`;

interface SampledRow extends Omit<Supply, 'workerIds' | 'certificates' | 'booked'> {
  readonly workerId: string;
  readonly place: string;
  readonly certificates: Supply['certificates'] | null;
  readonly booked: Supply['booked'] | null;
}

export async function readReachability(db: Database): Promise<Reachability> {
  return db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [counted] = await rowsOf<{ workers: number }>(tx, 'SELECT count(*)::int AS workers FROM labour_supply');
    const workersEach = Math.max(1, Math.ceil((counted?.workers ?? 0) / mostSampled));
    const rows = await rowsOf<SampledRow>(
      tx,
      `SELECT DISTINCT ON (s.worker_id) ${supplyColumns}, ${county('s.region_id')} AS place,
         (SELECT ${skillList} FROM worker_skill k WHERE k.worker_id = s.worker_id) AS skills,
         (SELECT ${certificateList} FROM worker_certificate c WHERE c.worker_id = s.worker_id) AS certificates,
         (SELECT ${bookedList} FROM worker_booking b WHERE b.worker_id = s.worker_id) AS booked
       FROM labour_supply s
       WHERE (hashtext(s.worker_id::text) & 2147483647) % $1 = 0 AND EXISTS (SELECT 1 FROM worker_skill k WHERE k.worker_id = s.worker_id)
       ORDER BY s.worker_id, s.starts_on`,
      [workersEach],
    );
    const demands = await rowsOf<Demand & { readonly place: string }>(
      tx,
      `SELECT ${demandColumns}, ${county('d.region_id')} AS place FROM labour_demand d ORDER BY d.need_id`,
    );
    return {
      supplies: rows.map(({ workerId, certificates, booked, ...facts }) => ({
        ...facts,
        workerIds: [workerId],
        certificates: certificates ?? [],
        booked: booked ?? [],
      })),
      demands,
      substitutes: await readSubstitutes(tx),
      places: { ofSupply: rows.map(({ place }) => place), ofDemand: demands.map(({ place }) => place), workersEach },
    };
  });
}

/** Puts what was measured in place of what was measured before. */
export async function writeInteraction(db: Database, flows: readonly Flow[], measuredAt: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('LOCK TABLE region_interaction IN SHARE ROW EXCLUSIVE MODE');
    await tx.query('DELETE FROM region_interaction');
    await tx.query(
      `INSERT INTO region_interaction (worker_region_id, need_region_id, workers, seats, measured_at)
       SELECT f.*, $5 FROM unnest($1::text[], $2::text[], $3::float8[], $4::float8[]) AS f`,
      [
        ...[flows.map(({ from }) => from), flows.map(({ to }) => to)],
        ...[flows.map(({ workers }) => workers), flows.map(({ seats }) => seats), measuredAt],
      ],
    );
  });
}

/** What was measured of a region's counties among each other, and since when it is so; undefined where it never was. */
export async function readInteraction(
  db: Database,
  regionId: string,
): Promise<{ readonly flows: readonly Flow[]; readonly measuredAt: Date } | undefined> {
  const rows = await db.rows<Flow & { readonly measuredAt: Date }>(
    `SELECT i.worker_region_id AS "from", i.need_region_id AS "to", i.workers, i.seats, i.measured_at AS "measuredAt"
     FROM region_interaction i
     JOIN region_ancestor w ON w.region_id = i.worker_region_id AND w.ancestor_id = $1
     JOIN region_ancestor n ON n.region_id = i.need_region_id AND n.ancestor_id = $1
     ORDER BY 1, 2`,
    [regionId],
  );
  const [first] = rows;
  return first && { flows: rows, measuredAt: first.measuredAt };
}
