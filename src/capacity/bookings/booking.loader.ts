import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { AttributeBound } from '../processes/process.rules.js';
import type { MaterialBy } from '../windows/window.entity.js';
import type { AskedDay, StepFacts } from './hold.rules.js';

/** A window with the line that it offers, as a hold decides by them. */
export interface OfferedWindow {
  readonly id: string;
  readonly lineId: string;
  readonly enterpriseId: string;
  readonly state: string;
  readonly setupMinutes: number;
  readonly minimumMinutes: number;
  readonly fenPerHour: number;
  readonly currency: string;
  readonly withOperators: boolean;
  readonly materialBy: MaterialBy;
  readonly noticeDays: number;
  readonly latePercent: number;
  readonly processId: string;
  readonly attributes: Readonly<Record<string, number>>;
}

/** Windows by id, each locked against being withdrawn, in the order of their ids. */
export async function lockWindows(tx: Tx, ids: readonly string[]): Promise<Map<string, OfferedWindow>> {
  const rows = await rowsOf<OfferedWindow>(
    tx,
    `SELECT w.id, w.line_id AS "lineId", w.enterprise_id AS "enterpriseId", w.state, w.setup_minutes AS "setupMinutes",
            w.minimum_minutes AS "minimumMinutes", w.fen_per_hour AS "fenPerHour", w.currency,
            w.with_operators AS "withOperators", w.material_by AS "materialBy", w.notice_days AS "noticeDays",
            w.late_percent AS "latePercent", t.process_id AS "processId", l.attributes
     FROM capacity_window w JOIN production_line l ON l.id = w.line_id JOIN machine_type t ON t.id = l.machine_type_id
     WHERE w.id = ANY($1) ORDER BY w.id FOR SHARE OF w`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Key of a window's day. */
export const dayKey = (windowId: string, day: string): string => `${windowId} ${day}`;

/** Locks days in the order that everybody takes, by window and then by day; the free minutes of those that are offered. */
export async function lockDays(
  tx: Tx,
  days: readonly { readonly windowId: string; readonly day: string }[],
): Promise<Map<string, number>> {
  const rows = await rowsOf<{ window_id: string; day: string; free: number }>(
    tx,
    `SELECT d.window_id, d.day::text AS day, d.minutes - d.booked_minutes AS free FROM capacity_day d
     WHERE (d.window_id, d.day) IN (SELECT * FROM unnest($1::uuid[], $2::date[]))
     ORDER BY d.window_id, d.day FOR UPDATE`,
    [days.map(({ windowId }) => windowId), days.map(({ day }) => day)],
  );
  return new Map(rows.map((row) => [dayKey(row.window_id, row.day), row.free]));
}

export async function insertBookingDays(
  tx: Tx,
  booking: { readonly id: string; readonly windowId: string },
  days: readonly AskedDay[],
): Promise<void> {
  await tx.query(
    `INSERT INTO capacity_booking_day (booking_id, window_id, day, minutes)
     SELECT $1, $2, * FROM unnest($3::date[], $4::int[])`,
    [booking.id, booking.windowId, days.map(({ day }) => day), days.map(({ minutes }) => minutes)],
  );
}

/** Frees the minutes of bookings. Their days, and all those of withdrawn windows, are locked first, in the common order. */
export async function freeDays(
  tx: Tx,
  bookingIds: readonly string[],
  closedWindowIds: readonly string[],
): Promise<void> {
  await tx.query(
    `SELECT 1 FROM capacity_day d
     WHERE d.window_id = ANY($2) OR (d.window_id, d.day) IN
           (SELECT b.window_id, b.day FROM capacity_booking_day b WHERE b.booking_id = ANY($1))
     ORDER BY d.window_id, d.day FOR UPDATE`,
    [bookingIds, closedWindowIds],
  );
  await tx.query('UPDATE capacity_booking_day SET is_held = false WHERE booking_id = ANY($1) AND is_held', [
    bookingIds,
  ]);
}

export interface BookingDayRow extends AskedDay {
  readonly bookingId: string;
  readonly recordedMinutes: number | null;
}

/** Days of bookings, in their order. */
export async function daysOfBookings(tx: EntityManager, bookingIds: readonly string[]): Promise<BookingDayRow[]> {
  return rowsOf(
    tx,
    `SELECT booking_id AS "bookingId", day::text AS day, minutes, recorded_minutes AS "recordedMinutes"
     FROM capacity_booking_day WHERE booking_id = ANY($1) ORDER BY booking_id, day`,
    [bookingIds],
  );
}

export async function recordDays(tx: Tx, bookingId: string, days: readonly AskedDay[]): Promise<void> {
  await tx.query(
    `UPDATE capacity_booking_day d SET recorded_minutes = r.minutes
     FROM unnest($2::date[], $3::int[]) AS r (day, minutes) WHERE d.booking_id = $1 AND d.day = r.day`,
    [bookingId, days.map(({ day }) => day), days.map(({ minutes }) => minutes)],
  );
}

/** A step of an open request of an enterprise, with what it lacks; the request is locked, so that two holds cannot both fill it. */
export async function lockStep(
  tx: Tx,
  {
    requestId,
    step,
    enterpriseId,
  }: { readonly requestId: string; readonly step: number; readonly enterpriseId: string },
): Promise<{ readonly state: string; readonly facts: StepFacts | undefined } | undefined> {
  const [request] = await rowsOf<{ state: string; from: string; until: string; split: boolean }>(
    tx,
    `SELECT state, earliest_start::text AS "from", due_date::text AS "until", split_allowed AS split
     FROM capacity_request WHERE id = $1 AND enterprise_id = $2 FOR UPDATE`,
    [requestId, enterpriseId],
  );
  if (!request) return undefined;
  const [row] = await rowsOf<{
    processId: string;
    attributes: AttributeBound[];
    needsOperators: StepFacts['needsOperators'];
    unmetMinutes: number;
  }>(
    tx,
    `SELECT s.process_id AS "processId", s.attributes, s.needs_operators AS "needsOperators",
            s.minutes - coalesce((SELECT sum(d.minutes - CASE WHEN d.day = b.starts_on THEN b.setup_minutes ELSE 0 END)
              FROM capacity_booking b JOIN capacity_booking_day d ON d.booking_id = b.id
              WHERE b.request_id = s.request_id AND b.step = s.step AND d.is_held), 0)::int AS "unmetMinutes"
     FROM capacity_request_step s WHERE s.request_id = $1 AND s.step = $2`,
    [requestId, step],
  );
  const period = { earliestStart: request.from, dueDate: request.until, splitAllowed: request.split };
  return { state: request.state, facts: row && { ...row, ...period } };
}
