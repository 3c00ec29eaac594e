import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { PlannedDay } from '../workshops/line-calendar.rules.js';

/** Days of a line in a period that a window holds already: an open one, or one given up with bookings on them. */
export async function takenDays(tx: Tx, lineId: string, startsOn: string, endsOn: string): Promise<Set<string>> {
  const rows = await rowsOf<{ day: string }>(
    tx,
    `SELECT day::text FROM capacity_day WHERE line_id = $1 AND day BETWEEN $2 AND $3`,
    [lineId, startsOn, endsOn],
  );
  return new Set(rows.map(({ day }) => day));
}

export async function insertDays(
  tx: Tx,
  window: { readonly id: string; readonly lineId: string },
  days: readonly PlannedDay[],
): Promise<void> {
  await tx.query(
    `INSERT INTO capacity_day (window_id, line_id, day, planned_minutes, minutes)
     SELECT $1, $2, * FROM unnest($3::date[], $4::int[], $5::int[])`,
    [
      ...[window.id, window.lineId],
      ...[days.map(({ day }) => day), days.map((one) => one.plannedMinutes), days.map(({ minutes }) => minutes)],
    ],
  );
}

/** Gives up what nobody has booked of a window: free days, and the free minutes of others. Locks by day. */
export async function giveUpFree(tx: Tx, windowId: string): Promise<void> {
  await tx.query('SELECT 1 FROM capacity_day WHERE window_id = $1 ORDER BY day FOR UPDATE', [windowId]);
  await tx.query('DELETE FROM capacity_day WHERE window_id = $1 AND booked_minutes = 0', [windowId]);
  await tx.query(
    `UPDATE capacity_day SET minutes = booked_minutes, planned_minutes = booked_minutes
     WHERE window_id = $1 AND planned_minutes > booked_minutes`,
    [windowId],
  );
}

export interface CapacityDayRow {
  readonly windowId: string;
  readonly lineId: string;
  readonly day: string;
  readonly offeredMinutes: number;
  readonly bookedMinutes: number;
}

const dayColumns = `window_id AS "windowId", line_id AS "lineId", day::text AS day, minutes AS "offeredMinutes", booked_minutes AS "bookedMinutes"`;

/** Days of windows within a period, by day. Uses the primary key of capacity_day. */
export async function daysOfWindows(
  tx: EntityManager,
  windowIds: readonly string[],
  from: string,
  until: string,
): Promise<CapacityDayRow[]> {
  return rowsOf(
    tx,
    `SELECT ${dayColumns} FROM capacity_day WHERE window_id = ANY($1) AND day BETWEEN $2 AND $3 ORDER BY day`,
    [windowIds, from, until],
  );
}

/** Days that any window of these lines offers within a period. Uses capacity_day_once. */
export async function daysOfLines(
  tx: EntityManager,
  lineIds: readonly string[],
  from: string,
  until: string,
): Promise<CapacityDayRow[]> {
  return rowsOf(
    tx,
    `SELECT ${dayColumns} FROM capacity_day WHERE line_id = ANY($1) AND day BETWEEN $2 AND $3 ORDER BY day`,
    [lineIds, from, until],
  );
}
