import { v7 } from 'uuid';
import { addDays, weekdayOf } from '../../src/platform/clock/local-date.js';
import type { TestApp } from './app.js';
import { inDays } from './facts.js';

/** The Monday so many weeks from the one of this week. */
export const mondayIn = (weeks: number): string => addDays(inDays(0), 1 - weekdayOf(inDays(0)) + 7 * weeks);

export interface WeekOfNeeds {
  /** Which week, counted from this one. */
  readonly week: number;
  readonly headcount: number;
  readonly filled: number;
  /** Days before its Monday on which it was published, and on which its people were agreed. */
  readonly publishedBefore: number;
  readonly agreedBefore: number;
  readonly occupationId?: string;
  readonly regionId?: string;
}

/** Needs of a host for a week, from Monday to Saturday, with their placements; by SQL, since they lie in the past. */
export async function weeksOfNeeds(app: TestApp, hostId: string, weeks: readonly WeekOfNeeds[]): Promise<void> {
  const workers = await workersFor(app, Math.max(0, ...weeks.map(({ filled }) => filled)));
  for (const { week, headcount, filled, publishedBefore, agreedBefore, ...what } of weeks) {
    const { occupationId = 'GJ:RT-WEAVE', regionId = 'GB2260:350524' } = what;
    const [needId, monday, state] = [v7(), mondayIn(week), week < 0 ? 'completed' : 'planned'];
    await app.db.rows(
      `INSERT INTO labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, headcount, region_id, latitude, longitude,
         starts_on, ends_on, shift, wage_fen, wage_unit, currency, lodging, state, published_at)
       VALUES ($1, $2, $3, 1, true, $4, $5, 25.06, 118.19, $6, $6::date + 5, 'day', 2000, 'hour', 'CNY', false, $7, $8::timestamptz)`,
      [
        ...[needId, hostId, occupationId, headcount, regionId, monday, week < 0 ? 'expired' : 'open'],
        `${addDays(monday, -publishedBefore)}T04:00:00Z`,
      ],
    );
    for (const workerId of workers.slice(0, filled)) {
      const offerId = v7();
      await app.db.rows(
        `INSERT INTO offer (id, need_id, worker_id, host_id, kind, starts_on, ends_on, wage_fen, wage_unit, currency, state, expires_at)
         VALUES ($1, $2, $3, $4, 'direct', $5, $5::date + 5, 2000, 'hour', 'CNY', 'confirmed', now())`,
        [offerId, needId, workerId, hostId, monday],
      );
      await app.db.rows(
        `INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, kind, starts_on, ends_on, state, created_at, ended_at)
         VALUES ($1, $2, $3, $4, $5, 'direct', $6::date, $6::date + 5, $7, $8::timestamptz, $9::timestamptz)`,
        [
          ...[v7(), offerId, needId, workerId, hostId, monday, state, `${addDays(monday, -agreedBefore)}T04:00:00Z`],
          week < 0 ? `${addDays(monday, 5)}T10:00:00Z` : null,
        ],
      );
    }
  }
}

async function workersFor(app: TestApp, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => v7());
  for (const id of ids)
    await app.db.rows(
      `INSERT INTO worker (id, region_id, latitude, longitude) VALUES ($1, 'GB2260:350524', 25.06, 118.19)`,
      [id],
    );
  return ids;
}

/** An open order that lacks people of an occupation in a week. */
export async function orderLacking(
  app: TestApp,
  enterpriseId: string,
  { heads, week, occupationId = 'GJ:RT-WEAVE' }: { heads: number; week: number; occupationId?: string },
): Promise<void> {
  const orderId = v7();
  await app.db.rows(
    `INSERT INTO production_order (id, enterprise_id, reference, product, quantity, value_fen, region_id, latitude, longitude,
       earliest_start, due_date, state, placed_at)
     VALUES ($1, $2, 'x', 'x', 1, 1, 'GB2260:350524', 25.06, 118.19, $3::date, $3::date + 6, 'open', now())`,
    [orderId, enterpriseId, mondayIn(week)],
  );
  await app.db.rows(
    `INSERT INTO order_requirement (id, order_id, position, leg, thing_id, quantity, own_quantity, starts_on, ends_on, min_level, ceiling_fen, wage_unit)
     VALUES ($1, $2, 1, 'labour', $3, $4, 2, $5::date, $5::date + 6, 1, 2000, 'hour')`,
    [v7(), orderId, occupationId, heads + 2, mondayIn(week)],
  );
}
