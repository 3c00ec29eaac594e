import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';

/** What the whole platform stands at. */
export interface Totals {
  readonly openNeeds: number;
  readonly openSeats: number;
  readonly workersAvailable: number;
  readonly enterprises: number;
  readonly placementsRunning: number;
  readonly seatsFilledThisMonth: number;
}

const none: Totals = {
  ...{ openNeeds: 0, openSeats: 0, workersAvailable: 0 },
  ...{ enterprises: 0, placementsRunning: 0, seatsFilledThisMonth: 0 },
};

/** Counts as of `today`, a local date; the month is that of the place of work. Open needs and seats are those of openWork. */
export async function countTotals(tx: EntityManager, today: string): Promise<Totals> {
  const [totals = none] = await rowsOf<Totals>(
    tx,
    `SELECT d.needs AS "openNeeds", d.seats AS "openSeats",
       (SELECT count(DISTINCT s.worker_id)::int FROM labour_supply s WHERE s.ends_on >= $1::date
          AND NOT EXISTS (SELECT 1 FROM worker_booking b WHERE b.worker_id = s.worker_id AND b.period @> $1::date)) AS "workersAvailable",
       (SELECT count(*)::int FROM enterprise WHERE verification = 'verified') AS enterprises,
       (SELECT count(*)::int FROM placement WHERE state = 'active') AS "placementsRunning",
       (SELECT count(*)::int FROM placement WHERE state NOT IN ('cancelled', 'no_show')
          AND created_at >= date_trunc('month', $1::date::timestamp) AT TIME ZONE 'Asia/Shanghai') AS "seatsFilledThisMonth"
     FROM (SELECT count(*)::int AS needs, coalesce(sum(seats_open), 0)::int AS seats FROM labour_demand) d`,
    [today],
  );
  return totals;
}
