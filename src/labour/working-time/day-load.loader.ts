import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { WorkCalendar } from '../../directory/index.js';
import { type DayLoad, isWithoutBreak } from './hours-guard.rules.js';
import type { WorkedMinutes } from './working-time.rules.js';

interface LoadRow extends WorkedMinutes {
  readonly day: string;
  readonly breakMinutes: number;
  readonly otherMinutes: number;
}

/** All that a worker worked from the first day to the last, at every host and at home. Uses attendance_day_worker. */
const loadSql = `
  SELECT day::text, break_minutes AS "breakMinutes", normal_minutes AS "normalMinutes", overtime_minutes AS "overtimeMinutes",
         rest_day_minutes AS "restDayMinutes", holiday_minutes AS "holidayMinutes", 0 AS "otherMinutes"
  FROM attendance_day WHERE worker_id = $1 AND day BETWEEN $2 AND $3 AND check_out_at IS NOT NULL
  UNION ALL
  SELECT day::text, 0, 0, 0, 0, 0, minutes FROM other_work_day WHERE worker_id = $1 AND day BETWEEN $2 AND $3`;

/** A worker's days over all employers, in order. */
export async function dayLoads(
  tx: EntityManager,
  workerId: string,
  { from, to }: { readonly from: string; readonly to: string },
  calendar: WorkCalendar,
): Promise<DayLoad[]> {
  const rows = await rowsOf<LoadRow>(tx, loadSql, [workerId, from, to]);
  const loads = new Map<string, DayLoad>();
  for (const { breakMinutes, ...row } of rows) {
    const worked = row.normalMinutes + row.overtimeMinutes + row.restDayMinutes + row.holidayMinutes;
    const hasNoBreak = isWithoutBreak(worked, breakMinutes);
    const known = loads.get(row.day);
    loads.set(row.day, known ? sum(known, { ...row, hasNoBreak }) : first({ ...row, hasNoBreak }, calendar));
  }
  return [...loads.values()].sort((a, b) => a.day.localeCompare(b.day));
}

const first = (row: Omit<DayLoad, 'isDayOff'>, calendar: WorkCalendar): DayLoad => ({
  ...row,
  isDayOff: calendar.kindOf(row.day) !== 'workday',
});

function sum(known: DayLoad, row: Omit<DayLoad, 'isDayOff'>): DayLoad {
  return {
    ...known,
    normalMinutes: known.normalMinutes + row.normalMinutes,
    overtimeMinutes: known.overtimeMinutes + row.overtimeMinutes,
    restDayMinutes: known.restDayMinutes + row.restDayMinutes,
    holidayMinutes: known.holidayMinutes + row.holidayMinutes,
    otherMinutes: known.otherMinutes + row.otherMinutes,
    hasNoBreak: known.hasNoBreak || row.hasNoBreak,
  };
}
