import { Injectable } from '@nestjs/common';
import { OnJob } from '../platform/queue/handlers.js';
import { defineJob } from '../platform/queue/job.js';
import { MaterialLotLife } from './lots/material-lot-life.service.js';
import { PoolClosing } from './pools/pool-closing.service.js';
import { MaterialRequests } from './requests/material-request.service.js';
import { Shortfalls } from './returns/shortfall.service.js';
import { MaterialHolds } from './transfers/hold.service.js';

const everyMs = 60_000;
const job = (name: string) => defineJob<object>({ name: `materials.${name}`, queue: 'materials', everyMs });
export const expireMaterialLots = job('expire-lots');
export const expireMaterialRequests = job('expire-requests');
export const expireMaterialHolds = job('expire-holds');
export const closePooledPurchases = job('close-pools');
export const remindOfReturns = job('remind-of-returns');

/** What time alone changes. Each step moves only what is due and not yet moved, so running twice is harmless. */
@Injectable()
export class MaterialJobs {
  constructor(
    private readonly lots: MaterialLotLife,
    private readonly requests: MaterialRequests,
    private readonly holds: MaterialHolds,
    private readonly shortfalls: Shortfalls,
    private readonly pools: PoolClosing,
  ) {}

  @OnJob(expireMaterialLots)
  async expireLots(): Promise<void> {
    await untilNone(() => this.lots.expirePast());
  }

  @OnJob(expireMaterialRequests)
  async expireRequests(): Promise<void> {
    await untilNone(() => this.requests.expirePast());
  }

  @OnJob(expireMaterialHolds)
  async expireHolds(): Promise<void> {
    await untilNone(() => this.holds.expirePast());
  }

  @OnJob(closePooledPurchases)
  async closePools(): Promise<void> {
    await untilNone(() => this.pools.closePast());
  }

  @OnJob(remindOfReturns)
  async remindOfReturns(): Promise<void> {
    await untilNone(() => this.shortfalls.tellDueSoon());
    await untilNone(() => this.shortfalls.tellOverdue());
  }
}

/** Repeats a batch until it finds nothing more to do. */
async function untilNone(batch: () => Promise<number>): Promise<void> {
  while ((await batch()) > 0);
}
