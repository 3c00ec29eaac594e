import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { AttendanceRecording, type Recorded, type StatedDay } from './attendance-recording.service.js';
import type { AttendanceMethod } from './attendance.entity.js';
import type { RecordAttendanceInput } from './attendance.input.js';

/** A day stated of a placement. */
export interface StatedPlacementDay extends StatedDay {
  readonly placementId: string;
}

/** Many days at once: what can be recorded is, and what cannot says why. */
@Injectable()
export class AttendanceBatches {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly recording: AttendanceRecording,
  ) {}

  /** One outcome per day, in their order. The same key again answers the same outcomes, refusals included. */
  async record(viewer: EnterpriseViewer, input: RecordAttendanceInput): Promise<Recorded[]> {
    const days = input.days.map((day) => ({ ...day, pieces: day.pieces ?? null }));
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'recordAttendance', input, async () => {
        const outcomes = await this.recordAll(tx, viewer, days, 'list');
        return outcomes.map((outcome, index) => fieldAt(index, outcome));
      }),
    );
  }

  /** In the caller's transaction; the trail is written last. */
  async recordAll(
    tx: Tx,
    viewer: EnterpriseViewer,
    days: readonly StatedPlacementDay[],
    method: AttendanceMethod,
  ): Promise<Recorded[]> {
    const byPlacement = new Map<string, number[]>();
    for (const [index, { placementId }] of days.entries())
      byPlacement.set(placementId, [...(byPlacement.get(placementId) ?? []), index]);
    const outcomes = new Map<number, Recorded>();
    const entries: AuditEntry[] = [];
    // In one order, so that two batches never wait for each other.
    for (const [placementId, indices] of [...byPlacement].sort(([a], [b]) => a.localeCompare(b))) {
      const stated = indices.flatMap((index) => days[index] ?? []);
      const recording = await this.recording.recordDays(tx, viewer, placementId, stated, method);
      entries.push(...recording.entries);
      for (const [at, index] of indices.entries())
        outcomes.set(index, recording.outcomes[at] ?? { refusal: notFound('input.placementId') });
    }
    for (const entry of entries) await this.audit.record(tx, viewer, entry);
    return days.map((_, index) => outcomes.get(index) ?? { refusal: notFound('input.placementId') });
  }
}

/** A refusal of a day, its field named as part of the batch's input: `input.days.2.checkInAt`. */
function fieldAt(index: number, outcome: Recorded): Recorded {
  if (!('refusal' in outcome)) return outcome;
  const name = outcome.refusal.field?.replace(/^input\.?/, '');
  return { refusal: { ...outcome.refusal, field: `input.days.${index}${name ? `.${name}` : ''}` } };
}
