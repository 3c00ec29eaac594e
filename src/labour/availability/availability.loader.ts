import { rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';

/** A head on a line of a listing. */
export interface OfferedHead {
  readonly workerId: string;
  readonly lineId: string;
}

/** Opens one availability per head, on its line's conditions and for its listing's period; one statement. */
export async function openForHeads(tx: Tx, heads: readonly OfferedHead[]): Promise<void> {
  await tx.query(
    `INSERT INTO availability (id, worker_id, surplus_line_id, starts_on, ends_on, wage_floor_fen, wage_unit, currency, radius_m, relocation_radius_m, state)
     SELECT h.id, h.worker_id, l.id, s.starts_on, s.ends_on, l.wage_floor_fen, l.wage_unit, l.currency, l.radius_m, l.relocation_radius_m, 'open'
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS h (id, worker_id, line_id)
     JOIN surplus_line l ON l.id = h.line_id JOIN surplus_listing s ON s.id = l.listing_id`,
    [heads.map(() => newId()), heads.map(({ workerId }) => workerId), heads.map(({ lineId }) => lineId)],
  );
}

// Whoever is booked or has an offer open stays on offer until that ends: see closeReleasedHead.
const isFree = `NOT EXISTS (SELECT 1 FROM worker_booking b WHERE b.worker_id = a.worker_id AND b.period && daterange(a.starts_on, a.ends_on, '[]'))
  AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.worker_id = a.worker_id AND o.state IN ('sent', 'accepted'))`;

/** Takes the free heads of listings off the market. Reads surplus_line_listing and availability_line. */
export async function closeFreeHeads(tx: Tx, listingIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE availability a SET state = 'closed' FROM surplus_line l
     WHERE l.id = a.surplus_line_id AND l.listing_id = ANY($1) AND a.state = 'open' AND ${isFree}`,
    [listingIds],
  );
}

/**
 * Takes a head off the market that its listing left there for a deal, once the deal holds it no more.
 * Returns the regions it was offered in; none when there was nothing to do.
 */
export async function closeReleasedHead(tx: Tx, workerId: string): Promise<string[]> {
  const rows = await rowsOf<{ region_id: string }>(
    tx,
    `UPDATE availability a SET state = 'closed' FROM surplus_line l JOIN surplus_listing s ON s.id = l.listing_id
     WHERE a.worker_id = $1 AND l.id = a.surplus_line_id AND s.state IN ('closed', 'expired') AND a.state = 'open' AND ${isFree} RETURNING l.region_id`,
    [workerId],
  );
  return rows.map((row) => row.region_id);
}

/** Ends availabilities of workers without employer whose last day is before `today`. Returns how many, at most 500. */
export async function closePastOwn(tx: Tx, today: string): Promise<number> {
  const rows = await rowsOf(
    tx,
    `UPDATE availability SET state = 'closed' WHERE id IN (
       SELECT id FROM availability WHERE state = 'open' AND surplus_line_id IS NULL AND ends_on < $1 LIMIT 500 FOR UPDATE SKIP LOCKED)
     RETURNING id`,
    [today],
  );
  return rows.length;
}

/** Makes concurrent changes to one worker's availabilities wait for each other; foreign keys go on. */
export async function lockWorker(tx: Tx, workerId: string): Promise<void> {
  await tx.query('SELECT 1 FROM worker WHERE id = $1 FOR NO KEY UPDATE', [workerId]);
}
