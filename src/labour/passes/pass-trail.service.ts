import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { workPassReplaced } from '../life.events.js';

/** What happens to passes: told to their worker, and kept in the audit trail. */
@Injectable()
export class PassTrail {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async tellReplaced(tx: Tx, { workerId }: WorkerViewer, placementId: string): Promise<void> {
    await this.outbox.record(tx, workPassReplaced({ placementId, workerId }));
  }

  /** Call it last in a transaction, like the trail itself. */
  async keepIssue(tx: Tx, viewer: WorkerViewer, placementId: string, serial: number): Promise<void> {
    await this.audit.record(tx, viewer, {
      action: 'work_pass.issue',
      subjectType: 'placement',
      subjectId: placementId,
      details: { serial },
    });
  }
}
