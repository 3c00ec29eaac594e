import type { Refusal } from '../../platform/errors/index.js';
import type { RowOf } from '../../platform/spreadsheet/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import { instantAt } from '../working-time/local-time.rules.js';
import type { attendanceColumns } from './attendance-import.columns.js';
import type { StatedPlacementDay } from './attendance-batch.service.js';
import type { NamedPlacement } from './attendance.loader.js';
import { attendanceMessages as messages } from './attendance.messages.js';

export type AttendanceRow = RowOf<typeof attendanceColumns>;

/** What is wrong with a cell, by the column's key. */
export interface CellRefusal {
  readonly column: keyof AttendanceRow;
  readonly refusal: Refusal;
}

const refusal = (message: Refusal['message']): Refusal => ({ code: 'VALIDATION_FAILED', message });
const clock = /^(?:(\d{4}-\d{2}-\d{2})[T ])?([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/;

/** A time of day `8:00`, or with its date `2026-11-23 08:00`, as an instant; undefined where it is neither. */
export function instantOf(text: string, day: string): Date | undefined {
  const [, date, hour = '', minute = ''] = clock.exec(text.replace(/[./](?=\d{2})/g, '-')) ?? [];
  return minute === '' ? undefined : instantAt(date ?? day, `${hour.padStart(2, '0')}:${minute}`);
}

/** The placement a row names, by its id or else by its worker's name on that day. */
export function placementOf(
  row: Pick<AttendanceRow, 'placement' | 'worker' | 'day'>,
  placements: readonly NamedPlacement[],
): { readonly id: string } | CellRefusal {
  if (row.placement !== undefined) {
    const id = row.placement.toLowerCase();
    const found = placements.find((one) => one.id === id);
    return found ? { id } : { column: 'placement', refusal: refusal(messages.noPlacement) };
  }
  const named = placements.filter(
    ({ name, startsOn, endsOn }) => name === row.worker && startsOn <= row.day && row.day <= endsOn,
  );
  const [only] = named;
  if (named.length === 1 && only) return { id: only.id };
  return { column: 'worker', refusal: refusal(named.length > 1 ? messages.ambiguous : messages.noPlacement) };
}

/** A row as a day of a placement, or all that is wrong with its cells. An end before the start is on the next day. */
export function dayOf(row: AttendanceRow, placements: readonly NamedPlacement[]): StatedPlacementDay | CellRefusal[] {
  const placement = placementOf(row, placements);
  const checkInAt = instantOf(row.in, row.day);
  const sameDay = instantOf(row.out, row.day);
  const faults = [
    ...('column' in placement ? [placement] : []),
    ...(checkInAt ? [] : [{ column: 'in' as const, refusal: refusal(messages.badTime) }]),
    ...(sameDay ? [] : [{ column: 'out' as const, refusal: refusal(messages.badTime) }]),
  ];
  if ('column' in placement || !checkInAt || !sameDay) return faults;
  const isNight = sameDay <= checkInAt && !/\d-\d/.test(row.out);
  const checkOutAt = isNight ? instantOf(row.out, addDays(row.day, 1)) : sameDay;
  return {
    ...{ placementId: placement.id, day: row.day, checkInAt, checkOutAt: checkOutAt ?? sameDay },
    ...{ breakMinutes: row.break ?? 0, pieces: row.pieces ?? null },
  };
}

/** The column that a refusal of the recording rules is about. */
export function columnOf({ field }: Refusal): keyof AttendanceRow {
  const columns: Readonly<Record<string, keyof AttendanceRow>> = {
    ...{ placementId: 'placement', checkInAt: 'in', checkOutAt: 'out', breakMinutes: 'break' },
  };
  return columns[field?.split('.').at(-1) ?? ''] ?? 'day';
}
