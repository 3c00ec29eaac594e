import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { hostAndWork, named, one } from '../inbox/fact.loader.js';
import type { Side } from '../inbox/notification.rules.js';

/** Whether a return ended this placement, which is told by itself. */
export async function endedByReturn(tx: Tx, placementId: string): Promise<boolean> {
  const rows = await rowsOf(tx, `SELECT 1 FROM placement_return WHERE placement_id = $1 AND state = 'effective'`, [
    placementId,
  ]);
  return rows.length > 0;
}

export function ofPause(tx: Tx, pauseId: string): Promise<{ pausedBy: Side; pausedFrom: string; pausedUntil: string }> {
  return one(
    tx,
    `SELECT paused_by AS "pausedBy", starts_on::text AS "pausedFrom", ends_on::text AS "pausedUntil"
     FROM placement_pause WHERE id = $1`,
    pauseId,
  );
}

export function ofAttendance(tx: Tx, attendanceId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT ${named}, d.day::text AS day FROM attendance_day d JOIN placement p ON p.id = d.placement_id
     JOIN labour_need n ON n.id = p.need_id ${hostAndWork} WHERE d.id = $1`,
    attendanceId,
  );
}

/** Whether any of these days is whole and waits for its worker. */
export async function awaitsWorker(tx: Tx, attendanceIds: readonly string[]): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    `SELECT 1 FROM attendance_day
     WHERE id = ANY($1) AND state = 'recorded' AND check_out_at IS NOT NULL AND worker_confirmed_at IS NULL LIMIT 1`,
    [attendanceIds],
  );
  return rows.length > 0;
}
