import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { Database } from '../../platform/database/database.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { Finding } from '../compliance/finding.js';
import type { EndEmploymentInput } from './employment-end.input.js';
import { lockEmployed, reductionOf } from './employment-end.loader.js';
import { reductionDays, reductionFindings, refuseEndDay } from './employment-end.rules.js';
import { EmploymentReleases } from './employment-release.service.js';

/** R23: the employer states that a labour contract no longer holds. Its loan stops; from then on others may hire. */
@Injectable()
export class EmploymentEnds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly releases: EmploymentReleases,
  ) {}

  /** What the law has to say to an employer that lets many go. */
  async findings({ enterpriseId }: EnterpriseViewer): Promise<Finding[]> {
    const since = addDays(this.clock.today(), -reductionDays);
    return reductionFindings(await this.db.transaction((tx) => reductionOf(tx, enterpriseId, since)));
  }

  /** The employer states that the contract of one of its workers has ended. */
  async endEmployment(viewer: EnterpriseViewer, input: EndEmploymentInput): Promise<void> {
    const { workerId, endedOn, reason } = input;
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'endEmployment', input, async () => {
        const employed = await lockEmployed(tx, viewer.enterpriseId, workerId);
        refuse(
          (employed.length === 0 ? notFound('input.workerId') : undefined) ??
            refuseEndDay(endedOn, this.clock.today(), 'input.endedOn'),
        );
        const end = { on: endedOn, reason, why: 'contract_ended' as const };
        const loans = await this.releases.release(tx, viewer.enterpriseId, employed, end);
        await this.audit.record(tx, viewer, {
          ...{ action: 'employment.end', subjectType: 'worker', subjectId: workerId },
          details: { endedOn, reason, loans },
        });
        return workerId;
      }),
    );
  }
}
