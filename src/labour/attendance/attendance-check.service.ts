import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import { CalendarDays } from '../../directory/index.js';
import { dayLoads } from '../working-time/day-load.loader.js';
import { type HoursFinding, startFindings } from '../working-time/hours-guard.rules.js';
import { addDays } from '../../platform/clock/local-date.js';
import { localDateOf } from '../working-time/local-time.rules.js';
import { assumedBreak } from '../working-time/working-time.rules.js';
import { AttendanceClasses } from './attendance-classes.service.js';
import { AttendanceRecording, entryOf, newDay } from './attendance-recording.service.js';
import { AttendanceDay, type AttendanceMethod } from './attendance.entity.js';
import { lockPlacement, type PlacementFacts } from './attendance.loader.js';
import { attendanceMessages } from './attendance.messages.js';
import { refusePlacement, refuseTimes } from './attendance.rules.js';

export type CheckStep = 'in' | 'out';

export interface CheckOptions {
  /** What is wanted; without it, an open shift is checked out of, and else a new one begins. */
  readonly step?: CheckStep;
  /** The host takes the shift on although the guard of hours finds that it exceeds (R16). */
  readonly acceptsExcess?: boolean;
}

export interface Checked {
  readonly day: AttendanceDay;
  readonly step: CheckStep;
  /** What the guard of hours has to say of a shift that begins. */
  readonly findings: readonly HoursFinding[];
  /** For the trail, which the caller records last; none for a repeat. */
  readonly entries: readonly AuditEntry[];
}

/** A second look at the same pass within this time is the same look. */
const repeatMs = 5 * 60_000;

/** Check-in and check-out, one at a time: at the gate by pass, or on the host's list. */
@Injectable()
export class AttendanceChecks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly recording: AttendanceRecording,
    private readonly classes: AttendanceClasses,
    private readonly calendars: CalendarDays,
  ) {}

  /** One step now, on the host's list. */
  async checkNow(viewer: EnterpriseViewer, placementId: string, options: CheckOptions): Promise<Checked> {
    return this.db.transaction(async (tx) => {
      const checked = await this.check(tx, viewer, placementId, this.clock.now(), 'list', options);
      for (const entry of checked.entries) await this.audit.record(tx, viewer, entry);
      return checked;
    });
  }

  /**
   * One step at an instant, in the caller's transaction. At the gate whoever comes is let in and the findings are told; on
   * the list, where a shift is decided on, one that exceeds is refused until the host accepts the excess.
   */
  async check(
    tx: Tx,
    viewer: EnterpriseViewer,
    placementId: string,
    at: Date,
    method: Exclude<AttendanceMethod, 'sheet'>,
    options: CheckOptions = {},
  ): Promise<Checked> {
    const found = await lockPlacement(tx, placementId, viewer.enterpriseId);
    const placement = orRefuse(found, notFound('input.placementId'));
    const repeated = await this.repeatOf(tx, placement, at, options.step);
    if (repeated) return repeated;
    const open = await tx.findOne(AttendanceDay, {
      where: { placementId, checkInAt: MoreThan(new Date(at.getTime() - DAY_MS)), checkOutAt: IsNull() },
      order: { day: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
    const step = options.step ?? (open ? 'out' : 'in');
    if (step === 'in') return this.checkIn(tx, placement, at, method, open, options);
    const message = attendanceMessages.nothingOpen;
    return this.checkOut(tx, placement, at, orRefuse(open, { code: 'CONFLICT', message, field: 'input.placementId' }));
  }

  private async checkIn(
    tx: Tx,
    placement: PlacementFacts,
    at: Date,
    method: AttendanceMethod,
    open: AttendanceDay | null,
    { acceptsExcess = false }: CheckOptions,
  ): Promise<Checked> {
    const day = localDateOf(at);
    const field = 'input.placementId';
    refuse(
      refusePlacement(placement, day, this.clock.now(), 0) ??
        (open ? { code: 'CONFLICT', message: attendanceMessages.alreadyIn, field } : undefined) ??
        ((await tx.existsBy(AttendanceDay, { placementId: placement.id, day }))
          ? { code: 'CONFLICT', message: attendanceMessages.alreadyRecorded, field }
          : undefined),
    );
    const findings = await this.ahead(tx, placement.workerId, day);
    if (method === 'list' && !acceptsExcess)
      refuseAll(findings.map(({ rule, message, params }) => breaks(rule, message, params, 'input.acceptsExcess')));
    const { id: placementId, workerId, hostId, lenderId } = placement;
    const of = { placementId, workerId, hostId, lenderId, day, method };
    const row = { ...newDay(of, this.clock.now()), checkInAt: at };
    await tx.insert(AttendanceDay, row);
    const excess = findings.length > 0 ? { exceeds: findings.map(({ rule }) => rule) } : {};
    return { day: row, step: 'in', findings, entries: [entryOf('attendance.check-in', row, excess)] };
  }

  private async checkOut(tx: Tx, placement: PlacementFacts, at: Date, open: AttendanceDay): Promise<Checked> {
    const checkInAt = open.checkInAt ?? at;
    const breakMinutes = assumedBreak({ checkInAt, checkOutAt: at }, placement.terms);
    const times = { checkInAt, checkOutAt: at, breakMinutes, pieces: open.pieces };
    refuse(refuseTimes(open.day, times, this.clock.now()));
    await tx.update(AttendanceDay, open.id, { checkOutAt: at, breakMinutes, confirmBy: this.classes.confirmBy() });
    const entries = await this.recording.finish(tx, placement, [open], 'attendance.check-out');
    return { day: await tx.findOneByOrFail(AttendanceDay, { id: open.id }), step: 'out', findings: [], entries };
  }

  /** The step that was just taken, if this is the same one again. */
  private async repeatOf(
    tx: Tx,
    { id: placementId }: PlacementFacts,
    at: Date,
    step: CheckStep | undefined,
  ): Promise<Checked | undefined> {
    const last = await tx.findOne(AttendanceDay, {
      where: { placementId, checkInAt: Not(IsNull()) },
      order: { day: 'DESC' },
    });
    const told = last?.checkOutAt ?? last?.checkInAt;
    if (!last || !told || Math.abs(at.getTime() - told.getTime()) > repeatMs) return undefined;
    const taken = last.checkOutAt ? 'out' : 'in';
    if (step !== undefined && step !== taken) return undefined;
    return { day: last, step: taken, findings: [], entries: [] };
  }

  /** What the guard finds in a shift that begins on a day, over both employers. */
  private async ahead(tx: Tx, workerId: string, day: string): Promise<HoursFinding[]> {
    const calendar = await this.calendars.calendar(tx);
    const monthStart = `${day.slice(0, 7)}-01`;
    const weekBefore = addDays(day, -6);
    const from = weekBefore < monthStart ? weekBefore : monthStart;
    return startFindings(await dayLoads(tx, workerId, { from, to: day }, calendar), day);
  }
}
