import type { Database } from '../../platform/database/database.js';
import type { FreeDay, OpenStep } from './capacity-market.js';

export interface CapacityMarket {
  readonly slots: readonly FreeDay[];
  readonly steps: readonly OpenStep[];
}

/** Where nothing is said of the road to the next step, a day is taken. */
const roadDays = 1;

/** Free days of open windows from tomorrow on, and the steps that lack minutes: by request and step. */
export async function readCapacityMarket(db: Database, today: string): Promise<CapacityMarket> {
  const [slots, steps] = await Promise.all([
    db.rows<FreeDay>(
      `SELECT window_id AS "windowId", enterprise_id AS "enterpriseId", process_id AS "processId", attributes,
              with_operators AS "withOperators", currency, fen_per_hour AS "fenPerHour", setup_minutes AS "setupMinutes",
              minimum_minutes AS "minimumMinutes", day - date '1970-01-01' AS day, free_minutes AS free, latitude, longitude
       FROM capacity_supply WHERE day > $1 ORDER BY window_id, day`,
      [today],
    ),
    db.rows<OpenStep>(
      `SELECT request_id AS "requestId", step::int, enterprise_id AS "enterpriseId", process_id AS "processId", attributes,
              needs_operators AS "needsOperators", unmet_minutes AS unmet,
              coalesce(transport_days, $1)::int AS "transportDays",
              greatest(earliest_start, booked_before + $1::int + 1) - date '1970-01-01' AS "from",
              least(due_date, booked_after - coalesce(transport_days, $1)::int - 1) - date '1970-01-01' AS "until",
              max_distance_m AS "maxDistanceM", max_fen_per_hour AS "maxFenPerHour", currency,
              split_allowed AS "splitAllowed", all_or_nothing AS "allOrNothing", latitude, longitude
       FROM capacity_demand ORDER BY request_id, step`,
      [roadDays],
    ),
  ]);
  return { slots, steps };
}
