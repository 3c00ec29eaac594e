import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { orderEnded, orderSecured } from '../orders.events.js';
import { OrderProposals } from './order-proposal.service.js';
import { sharesByOrder } from './proposed-shares.js';
import { planRegion } from './region-plan-desk.service.js';
import { outcomeOf } from './region-plan-outcome.js';
import { RegionPlanRun } from './region-plan-run.entity.js';
import { RegionPlanning } from './region-planning.service.js';

type OrderOf = DomainEvent<{ readonly orderId: string }>;

/** Makes plans of regions, and proposes to enterprises what they foresee. */
@Injectable()
export class RegionPlanJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly planning: RegionPlanning,
    private readonly proposals: OrderProposals,
  ) {}

  /** Safe twice: one that is over is left alone, one that was cut off begins anew. */
  @OnJob(planRegion)
  async make({ planId }: { readonly planId: string }): Promise<void> {
    const run = await this.begin(planId);
    if (!run) return;
    try {
      const planned = await this.planning.plan(run.regionId, run.byNumber);
      const byOrder = sharesByOrder(planned.market, planned.joint, planned.lacks, planned.shares);
      await this.db.transaction(async (tx) => {
        const done = { state: 'succeeded' as const, finishedAt: this.clock.now(), outcome: outcomeOf(planned) };
        const { affected } = await tx.update(RegionPlanRun, { id: planId, state: 'running' }, done);
        if (affected) await this.proposals.replace(tx, planId, run.regionId, byOrder);
      });
    } catch (error) {
      const failed = { state: 'failed' as const, finishedAt: this.clock.now() };
      await this.db.reader.update(RegionPlanRun, { id: planId, state: 'running' }, failed);
      throw error;
    }
  }

  /** However it was secured, there is nothing left to propose. */
  @OnEvent(orderSecured, 'orders.accept-proposal')
  async accept({ payload }: OrderOf, tx: Tx): Promise<void> {
    await this.proposals.end(tx, payload.orderId, 'accepted');
  }

  @OnEvent(orderEnded, 'orders.withdraw-proposal')
  async withdraw({ payload }: OrderOf, tx: Tx): Promise<void> {
    await this.proposals.end(tx, payload.orderId, 'withdrawn');
  }

  private async begin(id: string): Promise<RegionPlanRun | undefined> {
    return this.db.transaction(async (tx) => {
      const run = await tx.findOne(RegionPlanRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (run?.state !== 'queued' && run?.state !== 'running') return undefined;
      await tx.update(RegionPlanRun, id, { state: 'running' });
      return run;
    });
  }
}
