import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { EventDefinition } from '../../platform/queue/job.js';
import type { Agreement } from './agreement.entity.js';
import type { AgreementEvent } from './agreement.events.js';

type Parties = Pick<Agreement, 'id' | 'hostId' | 'lenderId'>;

/** What happened to agreements: told to whom it concerns, and kept in the audit trail. */
@Injectable()
export class AgreementTrail {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async tell(tx: Tx, viewer: Viewer, event: EventDefinition<AgreementEvent>, agreement: Parties): Promise<void> {
    const { id: agreementId, hostId, lenderId } = agreement;
    const by = viewer.kind === 'enterprise' ? viewer.enterpriseId : null;
    await this.outbox.record(tx, event({ agreementId, hostId, lenderId, by }));
  }

  /** Call it last in a transaction, like the trail itself. */
  async keep(
    tx: Tx,
    viewer: Viewer,
    action: string,
    agreementId: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.audit.record(tx, viewer, { action, subjectType: 'agreement', subjectId: agreementId, details });
  }
}
