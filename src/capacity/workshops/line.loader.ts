import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';

/** How many windows of a line are open. */
export async function openWindowsOf(tx: EntityManager, lineId: string): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    `SELECT count(*)::int AS count FROM capacity_window WHERE line_id = $1 AND state = 'open'`,
    [lineId],
  );
  return row?.count ?? 0;
}

/** Bookings that hold days of a line in a period, oldest first, at most twenty. */
export async function bookingsOn(tx: Tx, lineId: string, startsOn: string, endsOn: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT DISTINCT b.id FROM capacity_booking b JOIN capacity_booking_day d ON d.booking_id = b.id
     WHERE b.line_id = $1 AND b.state IN ('held', 'confirmed') AND d.is_held AND d.day BETWEEN $2 AND $3
     ORDER BY b.id LIMIT 20`,
    [lineId, startsOn, endsOn],
  );
  return rows.map(({ id }) => id);
}

/** Locks a line's days of a period, in the order that everybody takes: by window, then by day. */
export async function lockLineDays(tx: Tx, lineId: string, startsOn: string, endsOn: string): Promise<void> {
  await tx.query(
    `SELECT 1 FROM capacity_day WHERE line_id = $1 AND day BETWEEN $2 AND $3 ORDER BY window_id, day FOR UPDATE`,
    [lineId, startsOn, endsOn],
  );
}

/** Gives days of a line their minutes: none while it is out, else what was planned. The days are locked. */
export async function applyOutages(tx: Tx, lineId: string, startsOn: string, endsOn: string): Promise<void> {
  await tx.query(
    `UPDATE capacity_day d
     SET minutes = CASE WHEN EXISTS (SELECT 1 FROM line_outage o WHERE o.line_id = d.line_id AND d.day BETWEEN o.starts_on AND o.ends_on)
                   THEN 0 ELSE d.planned_minutes END
     WHERE d.line_id = $1 AND d.day BETWEEN $2 AND $3`,
    [lineId, startsOn, endsOn],
  );
}
