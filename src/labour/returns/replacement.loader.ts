import type { Tx } from '../../platform/database/database.js';

interface NewReplacement {
  readonly id: string;
  readonly placementId: string;
  readonly needId: string;
  readonly hostId: string;
  readonly note: string;
  readonly offerId: string;
}

/**
 * Records the request and gives the seat of the worked days back; the counter of the need follows by a trigger. A no-show
 * has no booking left: its seat is free already.
 */
export async function insertReplacement(tx: Tx, row: NewReplacement): Promise<void> {
  await tx.query(
    `INSERT INTO replacement_request (id, placement_id, need_id, host_id, note) VALUES ($1, $2, $3, $4, $5)`,
    [row.id, row.placementId, row.needId, row.hostId, row.note],
  );
  await tx.query('UPDATE worker_booking SET holds_seat = false WHERE offer_id = $1 AND holds_seat', [row.offerId]);
}
