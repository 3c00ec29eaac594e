import { v7 } from 'uuid';
import type { TestApp } from './app.js';

export interface Crew {
  readonly needId: string;
  readonly placementIds: readonly string[];
}

/** People who live near `home` and are to begin at a host's on a day; by SQL: how they were hired is another story. */
export async function crewOf(
  app: TestApp,
  hostId: string,
  heads: number,
  startsOn: string,
  { home = { latitude: 24.96, longitude: 118.39 }, regionId = 'GB2260:350583' } = {},
): Promise<Crew> {
  const needId = v7();
  await app.db.rows(
    `INSERT INTO labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, headcount, region_id, latitude, longitude,
       starts_on, ends_on, shift, wage_fen, wage_unit, currency, lodging, state)
     VALUES ($1, $2, 'GJ:RT-WEAVE', 1, true, $3, 'GB2260:350524', 25.06, 118.19, $4, $4::date + 30, 'day', 2000, 'hour', 'CNY', false, 'closed')`,
    [needId, hostId, heads, startsOn],
  );
  const placementIds: string[] = [];
  for (let at = 0; at < heads; at++) {
    const [workerId, offerId, placementId] = [v7(), v7(), v7()];
    await app.db.rows('INSERT INTO worker (id, region_id, latitude, longitude) VALUES ($1, $2, $3, $4)', [
      ...[workerId, regionId, home.latitude + (at % 5) * 0.004, home.longitude + (at % 3) * 0.004],
    ]);
    await app.db.rows(
      `INSERT INTO worker_person (worker_id, name, phone, birth_year, id_number_cipher, id_number_index)
       VALUES ($1::uuid, '林小竹', $2, 1990, '', decode(replace($1::uuid::text, '-', ''), 'hex'))`,
      [workerId, `138${String(10_000_000 + at)}`],
    );
    await app.db.rows(
      `INSERT INTO offer (id, need_id, worker_id, host_id, kind, starts_on, ends_on, wage_fen, wage_unit, currency, state, expires_at)
       VALUES ($1, $2, $3, $4, 'direct', $5, $5::date + 30, 2000, 'hour', 'CNY', 'confirmed', now())`,
      [offerId, needId, workerId, hostId, startsOn],
    );
    await app.db.rows(
      `INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, kind, starts_on, ends_on, state)
       VALUES ($1, $2, $3, $4, $5, 'direct', $6, $6::date + 30, 'planned')`,
      [placementId, offerId, needId, workerId, hostId, startsOn],
    );
    placementIds.push(placementId);
  }
  return { needId, placementIds };
}

/** A plan of buses of the bureau of a region, with one seat, by the names of the input fields and queries that take their ids. */
export async function transportOf(
  app: TestApp,
  regionId: string,
  rider: { readonly placementId: string | undefined; readonly workerId: string | undefined },
): Promise<Record<string, string>> {
  const [transportPlanId, tripId, stopId, leaveId, seatId] = [v7(), v7(), v7(), v7(), v7()];
  await app.db.rows(
    `WITH plan AS (
       INSERT INTO transport_plan (id, bureau_id, day, direction, origin_id, destination_id, minute, walk_m, km_per_hour, vehicles, account_id, state, requested_at, outcome)
       SELECT $1, b.id, current_date + 3, 'out', $2, $2, 480, 3000, 45, '[]', (SELECT id FROM account LIMIT 1), 'published', now(), '{}'
       FROM bureau b WHERE b.region_id = $2 LIMIT 1 RETURNING id),
     trip AS (INSERT INTO transport_trip (id, plan_id, nth, vehicle, seats, cost_fen, km) SELECT $3, id, 1, 'x', 19, 1, 1 FROM plan RETURNING id),
     stop AS (INSERT INTO transport_stop (id, trip_id, nth, kind, name, latitude, longitude, minute)
       SELECT s.id, trip.id, s.nth, s.kind, 'x', 25, 118, 400 FROM trip, (VALUES ($4::uuid, 1, 'home'), ($5::uuid, 2, 'work')) s (id, nth, kind))
     INSERT INTO transport_seat (id, trip_id, placement_id, worker_id, direction, boards_at, leaves_at, state)
     SELECT $6, id, $7, $8, 'out', $4, $5, 'asked' FROM trip`,
    [transportPlanId, regionId, tripId, stopId, leaveId, seatId, rider.placementId, rider.workerId],
  );
  return { transportPlanId, stopId, seatId, 'transportPlan.id': transportPlanId };
}
