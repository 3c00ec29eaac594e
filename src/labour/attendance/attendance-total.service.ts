import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { CalendarDays, type WorkCalendar } from '../../directory/index.js';
import { dayLoads } from '../working-time/day-load.loader.js';
import { type DayLoad, type HoursFinding, hoursFindings } from '../working-time/hours-guard.rules.js';
import { addDays } from '../../platform/clock/local-date.js';
import { monthPeriod } from '../working-time/local-time.rules.js';
import type { AttendanceTotalsArgs } from './attendance.input.js';
import { AttendanceDay } from './attendance.entity.js';
import { placementFactsOf } from './attendance.loader.js';
import { attendanceMessages } from './attendance.messages.js';
import type { AttendanceTotalsView } from './attendance-total.view.js';

type Figure = 'normalMinutes' | 'overtimeMinutes' | 'restDayMinutes' | 'holidayMinutes' | 'otherMinutes' | 'pieces';

/** A month of a placement, with the guard of hours over all that its worker worked (R16). */
@Injectable()
export class AttendanceTotals {
  constructor(
    private readonly db: Database,
    private readonly calendars: CalendarDays,
  ) {}

  async month(
    viewer: EnterpriseViewer | WorkerViewer,
    { placementId, month }: AttendanceTotalsArgs,
  ): Promise<AttendanceTotalsView> {
    const reader = this.db.reader;
    const placement = orRefuse(await placementFactsOf(reader, placementId, viewer), notFound('placementId'));
    const { from, to } = monthPeriod(month);
    const calendar = await this.calendars.calendar(reader);
    const days = await reader.findBy(AttendanceDay, { placementId, day: Between(from, to) });
    const loads = await dayLoads(reader, placement.workerId, { from: addDays(from, -6), to }, calendar);
    const finished = days.filter(({ checkOutAt }) => checkOutAt);
    const { overtimePercent, restDayPercent, holidayPercent } = placement.terms;
    return {
      ...{ placementId, month, workedDays: finished.length, openDays: days.length - finished.length },
      waitingDays: finished.filter(({ state }) => state === 'recorded').length,
      disputedDays: days.filter(({ state }) => state === 'disputed').length,
      ...{ ...classTotals(days), pieces: sumOf(days, 'pieces'), otherMinutes: elsewhere(loads, days, month) },
      ...{ overtimePercent, restDayPercent, holidayPercent },
      found: [...hoursFindings(loads, month), ...unknownCalendar(calendar, days, month)],
    };
  }
}

const classTotals = (rows: readonly Omit<DayLoad, 'isDayOff' | 'hasNoBreak' | 'otherMinutes' | 'day'>[]) => ({
  normalMinutes: sumOf(rows, 'normalMinutes'),
  overtimeMinutes: sumOf(rows, 'overtimeMinutes'),
  restDayMinutes: sumOf(rows, 'restDayMinutes'),
  holidayMinutes: sumOf(rows, 'holidayMinutes'),
});

const total = (classes: ReturnType<typeof classTotals>): number =>
  classes.normalMinutes + classes.overtimeMinutes + classes.restDayMinutes + classes.holidayMinutes;

/** What was worked in the month, but not in these days. */
function elsewhere(loads: readonly DayLoad[], days: readonly AttendanceDay[], month: string): number {
  const inMonth = loads.filter(({ day }) => day.startsWith(month));
  return total(classTotals(inMonth)) + sumOf(inMonth, 'otherMinutes') - total(classTotals(days));
}

function sumOf<K extends Figure>(rows: readonly { readonly [key in K]: number | null }[], figure: K): number {
  return rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0);
}

/** Work in a year whose official list nobody has entered is classified by plain weekends: that is told. */
function unknownCalendar(calendar: WorkCalendar, days: readonly AttendanceDay[], month: string): HoursFinding[] {
  if (days.length === 0 || calendar.isKept(`${month}-01`)) return [];
  const params = { year: month.slice(0, 4) };
  return [
    {
      ...{ rule: 'R17' as const, severity: 'warning' as const, message: attendanceMessages.calendarUnknown, params },
      ...{ day: null, figure: days.length, limit: 0 },
    },
  ];
}
