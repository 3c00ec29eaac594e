import { Injectable } from '@nestjs/common';
import { Between, type EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { daysBetween } from '../../platform/clock/local-date.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { refuseBackwardRange, refuseLongRange } from './calendar-day.rules.js';
import { CalendarDay } from './calendar-day.entity.js';
import { calendarDayChanged } from './calendar-day.events.js';
import type { CalendarDayArgs, SetCalendarDayInput } from './calendar-day.input.js';
import type { CalendarDayView } from './calendar-day.view.js';
import { calendarOf, type WorkCalendar } from './calendar.rules.js';

/** The calendar of work: the published lists, with what the operator has entered over them. */
@Injectable()
export class CalendarDays {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The calendar as it stands; the entered days are few. */
  async calendar(tx: EntityManager): Promise<WorkCalendar> {
    const entered = await tx.find(CalendarDay);
    return calendarOf(new Map(entered.map(({ day, kind }) => [day, kind])));
  }

  /** Enters a day; the same again changes nothing. */
  async set(viewer: OperatorViewer, { day, kind, note }: SetCalendarDayInput): Promise<CalendarDayView> {
    await this.db.transaction(async (tx) => {
      const known = await tx.findOne(CalendarDay, { where: { day }, lock: { mode: 'pessimistic_write' } });
      if (known?.kind === kind.valueOf() && known.note === note) return;
      await tx.upsert(CalendarDay, { day, kind, note, changedAt: this.clock.now() }, ['day']);
      if (known?.kind !== kind.valueOf()) await this.outbox.record(tx, calendarDayChanged({ day }));
      await this.audit.record(tx, viewer, {
        ...{ action: 'calendar-day.set', subjectType: 'calendar_day', subjectId: day },
        details: { kind, before: known?.kind ?? null },
      });
    });
    const [view] = await this.list({ from: day, to: day });
    return view ?? { day, kind, note, isAdjusted: false, isKept: true, isEntered: true };
  }

  async list({ from, to }: CalendarDayArgs): Promise<CalendarDayView[]> {
    refuse(refuseBackwardRange(from, to) ?? refuseLongRange(from, to));
    const calendar = await this.calendar(this.db.reader);
    const entered = await this.db.reader.findBy(CalendarDay, { day: Between(from, to) });
    const notes = new Map(entered.map(({ day, note }) => [day, note]));
    return daysBetween(from, to).map((day) => ({
      ...{ day, kind: calendar.kindOf(day), isAdjusted: calendar.isAdjusted(day), isKept: calendar.isKept(day) },
      ...{ isEntered: notes.has(day), note: notes.get(day) ?? '' },
    }));
  }
}
