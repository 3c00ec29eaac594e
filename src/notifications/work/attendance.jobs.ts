import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { attendanceDisputed, attendanceRecorded, attendanceResolved } from '../../labour/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { ofPlacement } from '../inbox/fact.loader.js';
import { type Deal, placementLinks, readersOf, sidesBut, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { awaitsWorker, ofAttendance } from './work.loader.js';

type RecordedOf = DomainEvent<Deal & { readonly placementId: string; readonly attendanceIds: readonly string[] }>;
type DisputedOf = DomainEvent<Deal & { readonly attendanceId: string; readonly by: 'host' | 'worker' }>;
type ResolvedOf = DomainEvent<Deal & { readonly attendanceId: string }>;

const links = { ...placementLinks, worker: '/my/attendance' };

/** Days of work: the worker checks them, everybody concerned hears of disputes. */
@Injectable()
export class AttendanceNotificationJobs {
  constructor(
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  /** A host may record many times a day; its worker is asked to look once a day. */
  @OnEvent(attendanceRecorded, 'notifications.attendance-recorded')
  async recorded({ payload }: RecordedOf, tx: Tx): Promise<void> {
    if (!(await awaitsWorker(tx, payload.attendanceIds))) return;
    const params = await ofPlacement(tx, payload.placementId);
    const readers = readersOf(payload, ['worker'], links);
    const once = dailyId(payload.workerId, this.clock.today());
    await this.notifications.tell(tx, once, toEach(readers, 'attendanceToConfirm', params));
  }

  @OnEvent(attendanceDisputed, 'notifications.attendance-disputed')
  async disputed({ id, payload }: DisputedOf, tx: Tx): Promise<void> {
    const readers = readersOf(payload, sidesBut(payload.by), links);
    const params = await ofAttendance(tx, payload.attendanceId);
    await this.notifications.tell(tx, id, toEach(readers, 'attendanceDisputed', params));
  }

  @OnEvent(attendanceResolved, 'notifications.attendance-resolved')
  async resolved({ id, payload }: ResolvedOf, tx: Tx): Promise<void> {
    const params = await ofAttendance(tx, payload.attendanceId);
    await this.notifications.tell(
      tx,
      id,
      toEach(readersOf(payload, sidesBut(null), links), 'attendanceResolved', params),
    );
  }
}

/** Stands for all that was recorded of a worker on a day, in the place of an event's id: 128 bits, as a uuid is. */
function dailyId(workerId: string, today: string): string {
  return createHash('sha256').update(`attendance ${workerId} ${today}`).digest('hex').slice(0, 32);
}
