import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import { publicStates } from './review.states.js';

/** Every score that was given to a host, by what it is of. */
export interface HostScores {
  readonly paidOnTime: readonly number[];
  readonly termsKept: readonly number[];
  readonly again: readonly number[];
}

export async function hostScores(tx: EntityManager, hostId: string): Promise<HostScores> {
  const [row] = await rowsOf<HostScores>(
    tx,
    `SELECT coalesce(array_agg(paid_on_time) FILTER (WHERE paid_on_time IS NOT NULL), '{}') AS "paidOnTime",
            coalesce(array_agg(terms_kept) FILTER (WHERE terms_kept IS NOT NULL), '{}') AS "termsKept",
            coalesce(array_agg(again) FILTER (WHERE again IS NOT NULL), '{}') AS again
     FROM review WHERE host_id = $1 AND kind <> 'host_of_worker' AND state = ANY($2)`,
    [hostId, publicStates],
  );
  return row ?? { paidOnTime: [], termsKept: [], again: [] };
}
