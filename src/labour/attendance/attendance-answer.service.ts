import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import {
  type BureauViewer,
  type EnterpriseViewer,
  system,
  type Viewer,
  type WorkerViewer,
} from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, RefusedError, refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { sideOf } from './attendance-action.rules.js';
import { AttendanceRecording, entryOf, type Recorded } from './attendance-recording.service.js';
import { AttendanceDay } from './attendance.entity.js';
import { attendanceDisputed, attendanceResolved } from './attendance.events.js';
import { lockPlacement, type PlacementFacts } from './attendance.loader.js';
import { attendanceOf } from './attendance.policy.js';
import {
  refuseConfirmation,
  refuseCorrection,
  refuseDispute,
  refuseResolution,
  refuseTimes,
  type ResolutionOutcome,
  type Times,
} from './attendance.rules.js';
import { attendanceMessages } from './attendance.messages.js';

type Side = EnterpriseViewer | WorkerViewer;

/** The answers to what is on record: confirm, dispute, correct, resolve; and the silence that confirms. */
@Injectable()
export class AttendanceAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly recording: AttendanceRecording,
  ) {}

  /** One side confirms many days: one outcome per id, in their order. Confirming again changes nothing. */
  async confirm(viewer: Side, ids: readonly string[]): Promise<Recorded[]> {
    return this.db.transaction(async (tx) => {
      const entries: AuditEntry[] = [];
      const outcomes = new Map<string, Recorded>();
      // In one order, so that two callers never wait for each other.
      for (const id of [...new Set(ids)].sort()) {
        const done = await this.db.attempt(tx, (inner) => this.confirmOne(inner, viewer, id));
        if (done instanceof RefusedError) {
          outcomes.set(id, { refusal: done.refusals[0] });
          continue;
        }
        outcomes.set(id, { attendanceId: id });
        if (done) entries.push(done);
      }
      for (const entry of entries) await this.audit.record(tx, viewer, entry);
      return ids.map((id) => outcomes.get(id) ?? { refusal: notFound('input.ids') });
    });
  }

  /** A side says that a day is wrong, why, and what is right. Only its own silence before does not bind it. */
  async dispute(viewer: Side, id: string, reason: string, claim: Times | undefined): Promise<AttendanceDay> {
    return this.db.transaction(async (tx) => {
      const { day } = await this.lock(tx, viewer, id);
      const by = this.sideOf(viewer, day);
      if (day.state === 'disputed' && day.disputedBy === by && day.disputeReason === reason) return day;
      refuse(refuseDispute(day, by) ?? (claim ? refuseTimes(day.day, claim, this.clock.now()) : undefined));
      const disputed = await this.change(tx, day, {
        ...{ state: 'disputed', disputedBy: by, disputeReason: reason },
        ...{ hostConfirmedAt: null, workerConfirmedAt: null },
        ...{ claimedCheckInAt: claim?.checkInAt ?? null, claimedCheckOutAt: claim?.checkOutAt ?? null },
        ...{ claimedBreakMinutes: claim?.breakMinutes ?? null, claimedPieces: claim?.pieces ?? null },
      });
      await this.outbox.record(tx, attendanceDisputed({ ...eventOf(day), by }));
      await this.audit.record(tx, viewer, entryOf('attendance.dispute', disputed, { by }));
      return disputed;
    });
  }

  /** The host corrects a day; both confirm it anew. In a dispute that is an offer, which ends it once both confirm. */
  async correct(viewer: EnterpriseViewer, id: string, times: Times): Promise<AttendanceDay> {
    return this.db.transaction(async (tx) => {
      const { day, placement } = await this.lock(tx, viewer, id);
      this.sideOf(viewer, day);
      refuse(refuseCorrection(day) ?? refuseTimes(day.day, times, this.clock.now()));
      const state = day.state === 'confirmed' ? 'recorded' : day.state;
      return this.rewrite(tx, viewer, placement, day, { ...times, state }, 'attendance.correct');
    });
  }

  /** Ends a dispute. */
  async resolve(
    viewer: Side | BureauViewer,
    id: string,
    { outcome, figures, resolution }: { outcome: ResolutionOutcome; figures?: Times; resolution: string },
  ): Promise<AttendanceDay> {
    return this.db.transaction(async (tx) => {
      const { day, placement } = await this.lock(tx, viewer, id);
      const side = viewer.kind === 'bureau' ? 'bureau' : this.sideOf(viewer, day);
      refuse(refuseResolution(day, side, outcome));
      const times = outcome === 'keep' ? undefined : orRefuse(outcome === 'claim' ? claimOf(day) : figures, noFigures);
      refuse(times && refuseTimes(day.day, times, this.clock.now()));
      const next = { ...times, state: 'resolved' as const, resolution };
      await this.outbox.record(tx, attendanceResolved(eventOf(day)));
      return this.rewrite(tx, viewer, placement, day, next, 'attendance.resolve', { side, outcome });
    });
  }

  /** Confirms what nobody disputed in time; safe to repeat. Returns how many. */
  async confirmSilent(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const silent = await tx
        .createQueryBuilder(AttendanceDay, 'attendance')
        .where(`attendance.state = 'recorded' AND attendance.confirmBy <= :now AND attendance.checkOutAt IS NOT NULL`, {
          now: this.clock.now(),
        })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(500)
        .getMany();
      for (const day of silent) {
        const confirmed = await this.change(tx, day, { state: 'confirmed' });
        await this.audit.record(tx, system, entryOf('attendance.confirm', confirmed, { by: 'silence' }));
      }
      return silent.length;
    });
  }

  private async confirmOne(tx: Tx, viewer: Side, id: string): Promise<AuditEntry | undefined> {
    const { day } = await this.lock(tx, viewer, id, 'input.ids');
    const side = this.sideOf(viewer, day, 'input.ids');
    const isHost = side === 'host';
    if (isHost ? day.hostConfirmedAt : day.workerConfirmedAt) return undefined;
    const refusal = refuseConfirmation(day);
    if (refusal) throw new RefusedError({ ...refusal, field: 'input.ids' });
    const now = this.clock.now();
    const isDisputed = day.state === 'disputed';
    const isBoth = Boolean(isHost ? day.workerConfirmedAt : day.hostConfirmedAt);
    const done = isDisputed ? ('resolved' as const) : ('confirmed' as const);
    const confirmed = await this.change(tx, day, {
      ...(isHost ? { hostConfirmedAt: now } : { workerConfirmedAt: now }),
      ...(isBoth && { state: done }),
    });
    if (isBoth && isDisputed) await this.outbox.record(tx, attendanceResolved(eventOf(day)));
    return entryOf('attendance.confirm', confirmed, { by: side });
  }

  /** A day the viewer may see, with its placement, both locked in the order in which recording locks them. */
  private async lock(
    tx: Tx,
    viewer: Viewer,
    id: string,
    field = 'input.attendanceId',
  ): Promise<{ day: AttendanceDay; placement: PlacementFacts }> {
    const query = tx.createQueryBuilder(AttendanceDay, 'attendance').where('attendance.id = :id', { id });
    const seen = orRefuse(await attendanceOf(query, viewer).getOne(), notFound(field));
    const placement = orRefuse(await lockPlacement(tx, seen.placementId), notFound(field));
    const lock = { mode: 'pessimistic_write' as const };
    return { day: orRefuse(await tx.findOne(AttendanceDay, { where: { id }, lock }), notFound(field)), placement };
  }

  /** The viewer's own side; a lender has none, and what is not one's own to change does not exist. */
  private sideOf(viewer: Side, day: AttendanceDay, field = 'input.attendanceId'): 'host' | 'worker' {
    return orRefuse(sideOf(viewer, day), notFound(field));
  }

  private async rewrite(
    tx: Tx,
    viewer: Viewer,
    placement: PlacementFacts,
    day: AttendanceDay,
    next: Partial<Times> & Pick<AttendanceDay, 'state'> & { resolution?: string },
    action: string,
    more: object = {},
  ): Promise<AttendanceDay> {
    const isOpen = next.state !== 'resolved';
    await tx.update(AttendanceDay, day.id, {
      ...next,
      ...(isOpen && { hostConfirmedAt: null, workerConfirmedAt: null, confirmBy: this.recording.confirmBy() }),
    });
    const entries = await this.recording.finish(tx, placement, [day], action);
    const before = { checkInAt: day.checkInAt, checkOutAt: day.checkOutAt, breakMinutes: day.breakMinutes };
    for (const [index, entry] of entries.entries())
      await this.audit.record(
        tx,
        viewer,
        index === 0 ? { ...entry, details: { ...entry.details, ...more, before } } : entry,
      );
    return tx.findOneByOrFail(AttendanceDay, { id: day.id });
  }

  private async change(tx: Tx, day: AttendanceDay, changes: Partial<AttendanceDay>): Promise<AttendanceDay> {
    await tx.update(AttendanceDay, day.id, changes);
    return { ...day, ...changes };
  }
}

const noFigures = {
  code: 'VALIDATION_FAILED',
  message: attendanceMessages.figuresNeeded,
  field: 'input.figures',
} as const;

function claimOf(day: AttendanceDay): Times | undefined {
  const { claimedCheckInAt, claimedCheckOutAt, claimedBreakMinutes, claimedPieces } = day;
  if (!claimedCheckInAt || !claimedCheckOutAt) return undefined;
  return {
    ...{ checkInAt: claimedCheckInAt, checkOutAt: claimedCheckOutAt, breakMinutes: claimedBreakMinutes ?? 0 },
    pieces: claimedPieces ?? day.pieces,
  };
}

function eventOf({ id: attendanceId, placementId, workerId, hostId, lenderId }: AttendanceDay) {
  return { attendanceId, placementId, workerId, hostId, lenderId };
}
