import { Injectable } from '@nestjs/common';
import { Enterprises, Occupations, WorkerPersons } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import type { Message } from '../../platform/i18n/message.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { AttendanceChecks, type CheckStep } from '../attendance/attendance-check.service.js';
import { Placements } from '../placements/placement.service.js';
import type { ScanWorkPassInput } from './pass.input.js';
import type { PassProblem } from './pass.messages.js';
import { maskedName, refusalOf } from './pass.rules.js';
import { type AdmittedPass, WorkPasses } from './pass.service.js';

/** What a gate is told of a pass that holds. */
export interface LookedAtPass {
  readonly initials: string;
  readonly occupation: Message;
  readonly needReference: string | null;
  readonly hostName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly workerName: string | null;
}

export interface ScannedPass {
  readonly placementId: string;
  readonly attendanceDayId: string;
  readonly direction: CheckStep;
}

/** Puts names to a pass, as far as the one who looks may know them. */
@Injectable()
export class PassLooks {
  constructor(
    private readonly db: Database,
    private readonly passes: WorkPasses,
    private readonly enterprises: Enterprises,
    private readonly occupations: Occupations,
    private readonly persons: WorkerPersons,
  ) {}

  async look(viewer: Viewer, text: string): Promise<LookedAtPass | PassProblem> {
    const pass = await this.passes.look(text);
    return typeof pass === 'string' ? pass : this.describe(viewer, pass);
  }

  private async describe(viewer: Viewer, pass: AdmittedPass): Promise<LookedAtPass> {
    const { workerId, hostId, occupationId, needReference, startsOn, endsOn } = pass;
    const [persons, hosts, occupations] = await Promise.all([
      this.persons.personOf(this.db.reader, [workerId]),
      this.enterprises.byIds([hostId]),
      this.occupations.byIds([occupationId]),
    ]);
    const name = persons.get(workerId)?.name ?? '';
    const occupation = occupations.get(occupationId);
    const isHost = viewer.kind === 'enterprise' && viewer.enterpriseId === hostId;
    return {
      initials: maskedName(name),
      occupation: { 'zh-CN': occupation?.nameZh ?? occupationId, en: occupation?.nameEn ?? occupationId },
      needReference: needReference || null,
      hostName: hosts.get(hostId)?.name ?? '',
      ...{ startsOn, endsOn, workerName: isHost ? name : null },
    };
  }
}

/** The host's gate: a pass that holds becomes attendance. */
@Injectable()
export class PassGate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly passes: WorkPasses,
    private readonly placements: Placements,
    private readonly checks: AttendanceChecks,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  async scan(viewer: EnterpriseViewer, input: ScanWorkPassInput): Promise<ScannedPass> {
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'scanWorkPass', input, () => this.letThrough(tx, viewer, input)),
    );
  }

  private async letThrough(
    tx: Tx,
    viewer: EnterpriseViewer,
    { pass: text, direction }: ScanWorkPassInput,
  ): Promise<ScannedPass> {
    const at = this.clock.now();
    const { placementId, hostId } = await this.passes.admit(tx, text, at);
    if (hostId !== viewer.enterpriseId) throw new RefusedError(refusalOf('OTHER_HOST'));
    // Who comes through the gate has come: the first scan begins the placement.
    await this.placements.startIn(tx, viewer, placementId);
    const checked = await this.checks.check(tx, viewer, placementId, at, 'pass', { step: direction });
    const attendanceDayId = checked.day.id;
    for (const entry of checked.entries) await this.audit.record(tx, viewer, entry);
    await this.audit.record(tx, viewer, {
      action: 'work_pass.scan',
      subjectType: 'placement',
      subjectId: placementId,
      details: { attendanceDayId, direction },
    });
    return { placementId, attendanceDayId, direction };
  }
}
