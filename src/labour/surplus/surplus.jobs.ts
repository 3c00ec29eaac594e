import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/queue/handlers.js';
import { defineJob, type DomainEvent } from '../../platform/queue/job.js';
import { offerLapsed, placementEnded } from '../labour.events.js';
import { Surplus } from './surplus.service.js';

export const expireSurplus = defineJob<object>({ name: 'labour.expire-surplus', queue: 'labour', everyMs: 60_000 });

interface WorkerEvent {
  readonly workerId: string;
}

/** What time and the end of deals change about listings. Each step finds nothing left to do when it runs again. */
@Injectable()
export class SurplusJobs {
  constructor(private readonly surplus: Surplus) {}

  @OnJob(expireSurplus)
  async expire(): Promise<void> {
    while ((await this.surplus.expirePast()) > 0);
  }

  @OnEvent(offerLapsed, 'labour.surplus.release-on-offer-lapsed')
  async onOfferLapsed({ payload }: DomainEvent<WorkerEvent>, tx: Tx): Promise<void> {
    await this.surplus.release(tx, payload.workerId);
  }

  @OnEvent(placementEnded, 'labour.surplus.release-on-placement-ended')
  async onPlacementEnded({ payload }: DomainEvent<WorkerEvent>, tx: Tx): Promise<void> {
    await this.surplus.release(tx, payload.workerId);
  }
}
