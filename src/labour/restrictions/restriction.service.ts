import { Injectable } from '@nestjs/common';
import { workerChanged } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { WorkerRestriction } from './restriction.entity.js';
import { refusePastUntil, type WorkHazard } from './restriction.rules.js';

/** What workers state is not for them. Only they read it; matching leaves such work out for them. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** States it anew; an empty list takes everything back. The trail holds that it was stated, not what. */
  async state(
    viewer: WorkerViewer,
    hazards: readonly WorkHazard[],
    until: string | null,
  ): Promise<WorkerRestriction | undefined> {
    const { workerId } = viewer;
    refuse(refusePastUntil(until, this.clock.today()));
    await this.db.transaction(async (tx) => {
      if (hazards.length === 0) await tx.delete(WorkerRestriction, { workerId });
      else {
        const stated = { workerId, hazards: [...new Set(hazards)], until, statedAt: this.clock.now() };
        await tx.upsert(WorkerRestriction, stated, ['workerId']);
      }
      await this.outbox.record(tx, workerChanged({ workerId }));
      await this.audit.record(
        tx,
        { ...viewer, workerId },
        {
          action: 'worker.set-restrictions',
          subjectType: 'worker',
          subjectId: workerId,
        },
      );
    });
    return this.own(viewer);
  }

  async own({ workerId }: WorkerViewer): Promise<WorkerRestriction | undefined> {
    return (await this.db.reader.findOneBy(WorkerRestriction, { workerId })) ?? undefined;
  }
}
