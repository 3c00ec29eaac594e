import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Placement } from '../placements/placement.entity.js';
import { AttendanceDay } from './attendance.entity.js';
import type { AttendanceListArgs } from './attendance.input.js';
import { attendanceHistory, type HistoryRow } from './attendance.loader.js';
import { attendanceOf } from './attendance.policy.js';

/** Attendance as it is read. What is written: attendance-recording, -check and -answer. */
@Injectable()
export class Attendance {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** A day the viewer may see; NOT_FOUND otherwise. */
  async require(viewer: Viewer, id: string): Promise<AttendanceDay> {
    const query = this.db.reader.createQueryBuilder(AttendanceDay, 'attendance').where('attendance.id = :id', { id });
    return orRefuse(await attendanceOf(query, viewer).getOne(), notFound('id'));
  }

  /** Days the viewer may see, the newest recorded first. */
  async list(viewer: Viewer, args: AttendanceListArgs): Promise<Page<AttendanceDay>> {
    const query = attendanceOf(this.db.reader.createQueryBuilder(AttendanceDay, 'attendance').where('TRUE'), viewer);
    if (args.placementId) query.andWhere('attendance.placementId = :placementId', args);
    if (args.from) query.andWhere('attendance.day >= :from', args);
    if (args.to) query.andWhere('attendance.day <= :to', args);
    if (args.state) query.andWhere('attendance.state = :state', args);
    return pageOf(query, args);
  }

  /** Placements at the viewer's enterprise that are active today, newest first. */
  async onSite(viewer: EnterpriseViewer, page: PageArgs): Promise<Page<Placement>> {
    const query = this.db.reader
      .createQueryBuilder(Placement, 'placement')
      .where(`placement.hostId = :hostId AND placement.state = 'active'`, { hostId: viewer.enterpriseId })
      .andWhere(':today BETWEEN placement.startsOn AND placement.endsOn', { today: this.clock.today() });
    return pageOf(query, page);
  }

  readonly byIds: BatchLoad<AttendanceDay> = async (ids) => {
    const rows = await this.db.reader.findBy(AttendanceDay, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By placement: today's day, or the night shift that is still open. */
  readonly todayOf: BatchLoad<AttendanceDay> = async (placementIds) => {
    const rows = await this.db.reader
      .createQueryBuilder(AttendanceDay, 'attendance')
      .where('attendance.placementId IN (:...placementIds)', { placementIds })
      .andWhere('(attendance.day = :today OR (attendance.checkOutAt IS NULL AND attendance.checkInAt > :yesterday))', {
        today: this.clock.today(),
        yesterday: this.clock.in(-DAY_MS),
      })
      .orderBy('attendance.day', 'ASC')
      .getMany();
    return new Map(rows.map((row) => [row.placementId, row]));
  };

  /** By day: what the trail holds of it, oldest first. */
  readonly historyOf: BatchLoad<HistoryRow[]> = async (ids) => {
    const history = new Map<string, HistoryRow[]>();
    for (const row of await attendanceHistory(this.db.reader, ids))
      history.set(row.subjectId, [...(history.get(row.subjectId) ?? []), row]);
    return history;
  };
}
