import { Injectable } from '@nestjs/common';
import { Bureaus } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { defineJob } from '../../platform/queue/job.js';
import { orderMessages } from '../orders.messages.js';
import type { PlanRegionInput, RegionPlanListArgs } from './region-plan.input.js';
import { RegionPlanRun } from './region-plan-run.entity.js';

export const planRegion = defineJob<{ readonly planId: string }>({
  name: 'orders.plan-region',
  queue: 'orders',
  attempts: 2,
});

export type PlanViewer = BureauViewer | OperatorViewer;

/** Asking for plans of a region and reading them; the job makes them. */
@Injectable()
export class RegionPlanDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly bureaus: Bureaus,
  ) {}

  /** A region outside the viewer's jurisdiction is NOT_FOUND; CONFLICT while a plan of it is under way. */
  async ask(viewer: PlanViewer, input: PlanRegionInput): Promise<RegionPlanRun> {
    const { regionId, byNumber } = input;
    await this.require(viewer, regionId, 'input.regionId');
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'planRegion', input, async () => {
        await this.refuseSecond(tx, regionId);
        const { accountId } = viewer;
        const run = { id: newId(), regionId, byNumber, accountId, requestedAt: this.clock.now() };
        await tx.insert(RegionPlanRun, { ...run, state: 'queued' });
        await this.outbox.requestJob(tx, planRegion, { planId: run.id });
        await this.audit.record(tx, viewer, {
          ...{ action: 'region.plan', subjectType: 'region', subjectId: regionId },
          details: { planId: run.id, byNumber },
        });
        return run.id;
      }),
    );
    return this.db.reader.findOneByOrFail(RegionPlanRun, { id });
  }

  /** A plan of a region that the viewer looks after; NOT_FOUND otherwise. */
  async get(viewer: PlanViewer, id: string): Promise<RegionPlanRun> {
    const run = orRefuse(await this.db.reader.findOneBy(RegionPlanRun, { id }), notFound('id'));
    await this.require(viewer, run.regionId, 'id');
    return run;
  }

  /** Plans of one region, newest first. */
  async list(viewer: PlanViewer, { regionId, ...page }: RegionPlanListArgs): Promise<Page<RegionPlanRun>> {
    await this.require(viewer, regionId, 'regionId');
    const query = this.db.reader
      .createQueryBuilder(RegionPlanRun, 'plan')
      .where('plan.regionId = :regionId', { regionId });
    return pageOf(query, page);
  }

  private async require(viewer: PlanViewer, regionId: string, field: string): Promise<void> {
    const { reader } = this.db;
    const known = await this.db.rows<object>('SELECT FROM region WHERE id = $1', [regionId]);
    const isOpen =
      known.length > 0 &&
      (viewer.kind === 'operator' || (await this.bureaus.covers(reader, viewer.regionId, regionId)));
    refuse(isOpen ? undefined : notFound(field));
  }

  private async refuseSecond(tx: Tx, regionId: string): Promise<void> {
    // Who asks at the same moment waits here, and then finds the other's.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('region_plan'), hashtext($1))`, [regionId]);
    const isUnderWay = await tx.existsBy(RegionPlanRun, [
      { regionId, state: 'queued' },
      { regionId, state: 'running' },
    ]);
    const second = { code: 'CONFLICT', message: orderMessages.planUnderWay, field: 'input.regionId' } as const;
    refuse(isUnderWay ? second : undefined);
  }
}
