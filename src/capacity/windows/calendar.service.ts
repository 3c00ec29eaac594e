import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CalendarDays } from '../../directory/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { daysBetween } from '../../platform/clock/local-date.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import type { Page } from '../../platform/graphql/connection.js';
import { isOut, workedMinutes } from '../workshops/line-calendar.rules.js';
import { LineOutage, type ProductionLine } from '../workshops/workshop.entity.js';
import { refuseBackward, refuseLong } from '../workshops/workshop.rules.js';
import { Workshops } from '../workshops/workshop.service.js';
import type { CapacityCalendarArgs } from './calendar.input.js';
import { daysOfLines } from './window.loader.js';

const maxDays = 92;

export interface LineDay {
  readonly day: string;
  readonly workedMinutes: number;
  readonly isOut: boolean;
  readonly offeredMinutes: number;
  readonly bookedMinutes: number;
}

export interface LineCalendar {
  readonly id: string;
  readonly line: ProductionLine;
  readonly days: readonly LineDay[];
}

/** What lines of an enterprise do, day by day. */
@Injectable()
export class CapacityCalendar {
  constructor(
    private readonly db: Database,
    private readonly calendars: CalendarDays,
    private readonly workshops: Workshops,
  ) {}

  /** Calendars of the viewer's lines, the newest line first. Three reads, however many lines. */
  async mine(viewer: EnterpriseViewer, args: CapacityCalendarArgs): Promise<Page<LineCalendar>> {
    const { from, until } = args;
    const period = { startsOn: from, endsOn: until };
    refuse(refuseBackward(period, 'until') ?? refuseLong(period, maxDays, 'until'));
    const page = await this.workshops.myLines(viewer, { ...args, withRetired: false });
    const ids = page.rows.map(({ id }) => id);
    const offered = await daysOfLines(this.db.reader, ids, from, until);
    const outages = await this.db.reader.findBy(LineOutage, { lineId: In(ids) });
    const calendar = await this.calendars.calendar(this.db.reader);
    const rows = page.rows.map((line) => {
      const ofLine = new Map(offered.filter(({ lineId }) => lineId === line.id).map((row) => [row.day, row]));
      const out = outages.filter(({ lineId }) => lineId === line.id);
      const days = daysBetween(from, until).map((day) => ({
        ...{ day, workedMinutes: workedMinutes(line, day, calendar), isOut: isOut(out, day) },
        offeredMinutes: ofLine.get(day)?.offeredMinutes ?? 0,
        bookedMinutes: ofLine.get(day)?.bookedMinutes ?? 0,
      }));
      return { id: line.id, line, days };
    });
    return { ...page, rows };
  }
}
