import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import { publicStates } from './review.states.js';

/** Every score that was given to a host, by what it is of. */
export interface HostScores {
  readonly paidOnTime: readonly number[];
  readonly termsKept: readonly number[];
  readonly again: readonly number[];
}

/** By host; none for a host that nobody reviewed. */
export async function scoresOfHosts(
  tx: EntityManager,
  hostIds: readonly string[],
): Promise<ReadonlyMap<string, HostScores>> {
  const rows = await rowsOf<HostScores & { hostId: string }>(
    tx,
    `SELECT host_id AS "hostId", coalesce(array_agg(paid_on_time) FILTER (WHERE paid_on_time IS NOT NULL), '{}') AS "paidOnTime",
            coalesce(array_agg(terms_kept) FILTER (WHERE terms_kept IS NOT NULL), '{}') AS "termsKept",
            coalesce(array_agg(again) FILTER (WHERE again IS NOT NULL), '{}') AS again
     FROM review WHERE host_id = ANY($1) AND kind <> 'host_of_worker' AND state = ANY($2) GROUP BY host_id`,
    [hostIds, publicStates],
  );
  return new Map(rows.map((row) => [row.hostId, row]));
}
