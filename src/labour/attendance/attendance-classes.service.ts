import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import { system } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/database.js';
import { CalendarDays, type WorkCalendar } from '../../directory/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import { mondayOf } from '../working-time/local-time.rules.js';
import { classify, workedMinutes, type WorkedMinutes } from '../working-time/working-time.rules.js';
import { AttendanceDay } from './attendance.entity.js';
import { lockPlacement, type PlacementFacts, unsettledPlacements } from './attendance.loader.js';

/** Classifies worked minutes. A day's class depends on the other days of its week, so weeks are classified whole. */
@Injectable()
export class AttendanceClasses {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly calendars: CalendarDays,
  ) {}

  /** When silence becomes a yes to what is written now. */
  confirmBy(): Date {
    return this.clock.in(this.config.settings.ATTENDANCE_CONFIRM_HOURS * HOUR_MS);
  }

  /**
   * Classifies the weeks of these days of a locked placement. What both had confirmed, and is now of another class, waits
   * for them again. Returns what is to be recorded of days other than `own`, those being written.
   */
  async settleWeeks(
    tx: Tx,
    placement: PlacementFacts,
    days: readonly string[],
    own: ReadonlySet<string>,
  ): Promise<AuditEntry[]> {
    const calendar = await this.calendars.calendar(tx);
    const entries: AuditEntry[] = [];
    for (const monday of [...new Set(days.map(mondayOf))].sort()) {
      const week = await tx.find(AttendanceDay, {
        where: { placementId: placement.id, day: Between(monday, addDays(monday, 6)) },
        order: { day: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      for (const [day, classes] of classesOf(week, placement, calendar)) {
        if (day.settlementId !== null || isSame(day, classes)) continue;
        const isReopened = day.state === 'confirmed' && !own.has(day.id);
        const reopened = { state: 'recorded' as const, hostConfirmedAt: null, workerConfirmedAt: null };
        await tx.update(AttendanceDay, day.id, {
          ...classes,
          ...(isReopened && { ...reopened, confirmBy: this.confirmBy() }),
        });
        if (!own.has(day.id))
          entries.push({
            ...{ action: 'attendance.classify', subjectType: 'attendance_day', subjectId: day.id },
            details: { ...classes },
          });
      }
    }
    return entries;
  }

  /** The calendar of a day changed: classifies anew what was worked in its week, and in the night into it. */
  async calendarChanged(tx: Tx, day: string): Promise<void> {
    const entries: AuditEntry[] = [];
    for (const id of await unsettledPlacements(tx, addDays(mondayOf(day), -1), addDays(mondayOf(day), 6))) {
      const placement = await lockPlacement(tx, id);
      if (placement) entries.push(...(await this.settleWeeks(tx, placement, [addDays(day, -1), day], new Set())));
    }
    for (const entry of entries) await this.audit.record(tx, system, entry);
  }
}

/** The classes of a week's finished days, in order of the days. */
function classesOf(
  week: readonly AttendanceDay[],
  { terms }: PlacementFacts,
  calendar: WorkCalendar,
): [AttendanceDay, WorkedMinutes][] {
  let ordinalInWeek = 0;
  return week.flatMap((day): [AttendanceDay, WorkedMinutes][] => {
    const { checkInAt, checkOutAt, breakMinutes } = day;
    if (!checkInAt || !checkOutAt) return [];
    const shift = { checkInAt, checkOutAt, breakMinutes };
    if (workedMinutes(shift) > 0 && calendar.kindOf(day.day) !== 'holiday') ordinalInWeek += 1;
    return [[day, classify(shift, { calendar, terms, ordinalInWeek: Math.max(ordinalInWeek, 1) })]];
  });
}

const isSame = (day: WorkedMinutes, classes: WorkedMinutes): boolean =>
  day.normalMinutes === classes.normalMinutes &&
  day.overtimeMinutes === classes.overtimeMinutes &&
  day.restDayMinutes === classes.restDayMinutes &&
  day.holidayMinutes === classes.holidayMinutes;
