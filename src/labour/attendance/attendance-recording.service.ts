import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import type { AuditEntry } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/database.js';
import { notFound, type Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { addDays } from '../../platform/clock/local-date.js';
import { MINUTE_MS } from '../working-time/local-time.rules.js';
import { AttendanceClasses } from './attendance-classes.service.js';
import { AttendanceDay, type AttendanceMethod } from './attendance.entity.js';
import { attendanceRecorded } from './attendance.events.js';
import { lockPlacement, type PlacementFacts } from './attendance.loader.js';
import { attendanceMessages } from './attendance.messages.js';
import { refuseOverlap, refusePlacement, refuseTimes, type Times } from './attendance.rules.js';

/** One day as the host states it. */
export interface StatedDay extends Times {
  readonly day: string;
}

export type Recorded = { readonly attendanceId: string } | { readonly refusal: Refusal };

/** What was written, in the order stated, and the entries for the trail that the caller records last. */
export interface Recording {
  readonly outcomes: readonly Recorded[];
  readonly entries: readonly AuditEntry[];
}

/** Writes days of one placement in the caller's transaction; each is judged alone. */
@Injectable()
export class AttendanceRecording {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly classes: AttendanceClasses,
  ) {}

  /** How long after its end a placement takes what is still missing. */
  get lateMs(): number {
    return this.config.settings.ATTENDANCE_CONFIRM_HOURS * HOUR_MS;
  }

  /** When silence becomes a yes to what is written now. */
  confirmBy(): Date {
    return this.classes.confirmBy();
  }

  async recordDays(
    tx: Tx,
    viewer: EnterpriseViewer,
    placementId: string,
    stated: readonly StatedDay[],
    method: AttendanceMethod,
  ): Promise<Recording> {
    const placement = await lockPlacement(tx, placementId, viewer.enterpriseId);
    if (!placement) return { outcomes: stated.map(() => ({ refusal: notFound('input.placementId') })), entries: [] };
    const known = await this.around(tx, placement, stated);
    const written: AttendanceDay[] = [];
    const outcomes: Recorded[] = [];
    for (const day of stated) {
      const standing = known.find((one) => one.placementId === placement.id && one.day === day.day);
      const others = [...known.filter((one) => one !== standing), ...written];
      const refusal = this.refuse(placement, day, standing, others);
      const repeated = standing && isSameDay(standing, day) ? standing : undefined;
      if (repeated) outcomes.push({ attendanceId: repeated.id });
      else if (refusal) outcomes.push({ refusal });
      else {
        const row = this.rowOf(placement, day, method, standing);
        written.push(row);
        outcomes.push({ attendanceId: row.id });
      }
    }
    if (written.length > 0) await tx.upsert(AttendanceDay, written, ['id']);
    return { outcomes, entries: await this.finish(tx, placement, written, 'attendance.record') };
  }

  /** Classifies what was written, tells of it, and answers what the trail is to hold. */
  async finish(
    tx: Tx,
    placement: PlacementFacts,
    written: readonly Pick<AttendanceDay, 'id' | 'day'>[],
    action: string,
  ): Promise<AuditEntry[]> {
    if (written.length === 0) return [];
    const ids = written.map(({ id }) => id);
    const days = written.map(({ day }) => day);
    const others = await this.classes.settleWeeks(tx, placement, days, new Set(ids));
    const { id: placementId, workerId, hostId, lenderId } = placement;
    await this.outbox.record(tx, attendanceRecorded({ attendanceIds: ids, placementId, workerId, hostId, lenderId }));
    const rows = await tx.find(AttendanceDay, { where: { id: In(ids) }, order: { day: 'ASC' } });
    return [...rows.map((row) => entryOf(action, row)), ...others];
  }

  private refuse(
    placement: PlacementFacts,
    day: StatedDay,
    standing: AttendanceDay | undefined,
    others: readonly Pick<AttendanceDay, 'placementId' | 'day' | 'checkInAt' | 'checkOutAt'>[],
  ): Refusal | undefined {
    const isTwice = others.some((one) => one.placementId === placement.id && one.day === day.day);
    const isStanding = standing?.checkOutAt || standing?.state === 'disputed' || isTwice;
    return (
      refusePlacement(placement, day.day, this.clock.now(), this.lateMs) ??
      refuseTimes(day.day, day, this.clock.now()) ??
      (isStanding
        ? { code: 'CONFLICT', message: attendanceMessages.alreadyRecorded, field: 'input.day' }
        : refuseOverlap(day, others))
    );
  }

  /** What is on record of the worker around these days, at any host. */
  private async around(tx: Tx, { workerId }: PlacementFacts, stated: readonly StatedDay[]): Promise<AttendanceDay[]> {
    const days = stated.map(({ day }) => day).sort();
    const [from = '', to = ''] = [days[0], days.at(-1)];
    return tx.find(AttendanceDay, {
      where: { workerId, day: Between(addDays(from, -1), addDays(to, 1)) },
      order: { day: 'ASC' },
    });
  }

  private rowOf(
    { id: placementId, workerId, hostId, lenderId }: PlacementFacts,
    { day, checkInAt, checkOutAt, breakMinutes, pieces }: StatedDay,
    method: AttendanceMethod,
    standing: AttendanceDay | undefined,
  ): AttendanceDay {
    return {
      ...(standing ?? newDay({ placementId, workerId, hostId, lenderId, day, method }, this.clock.now())),
      ...{ checkInAt, checkOutAt, breakMinutes, pieces, method, confirmBy: this.classes.confirmBy() },
    };
  }
}

/** A day with nothing on record yet. */
export function newDay(
  of: Pick<AttendanceDay, 'placementId' | 'workerId' | 'hostId' | 'lenderId' | 'day' | 'method'>,
  createdAt: Date,
): AttendanceDay {
  return {
    ...{ id: newId(), ...of, checkInAt: null, checkOutAt: null, breakMinutes: 0, pieces: null },
    ...{ normalMinutes: 0, overtimeMinutes: 0, restDayMinutes: 0, holidayMinutes: 0 },
    ...{ state: 'recorded', hostConfirmedAt: null, workerConfirmedAt: null, confirmBy: null },
    ...{ disputedBy: null, disputeReason: '', resolution: '', settlementId: null, createdAt },
    ...{ claimedCheckInAt: null, claimedCheckOutAt: null, claimedBreakMinutes: null, claimedPieces: null },
  };
}

/** What the trail holds of a day: its times and figures, never who it was. */
export function entryOf(action: string, day: AttendanceDay, more: object = {}): AuditEntry {
  const { checkInAt, checkOutAt, breakMinutes, pieces, method, state } = day;
  const { normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes } = day;
  return {
    ...{ action, subjectType: 'attendance_day', subjectId: day.id },
    details: {
      ...{ day: day.day, method, state, checkInAt, checkOutAt, breakMinutes, pieces },
      ...{ normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes },
      ...more,
    },
  };
}

const minuteOf = (instant: Date | null): number | undefined =>
  instant ? Math.floor(instant.getTime() / MINUTE_MS) : undefined;

/** Whether the same is stated again: a repeat changes nothing. */
function isSameDay(standing: AttendanceDay, day: StatedDay): boolean {
  return (
    minuteOf(standing.checkInAt) === minuteOf(day.checkInAt) &&
    minuteOf(standing.checkOutAt) === minuteOf(day.checkOutAt) &&
    standing.breakMinutes === day.breakMinutes &&
    standing.pieces === day.pieces
  );
}
