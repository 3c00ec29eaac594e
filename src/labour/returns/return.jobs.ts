import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { PlacementReturns } from './return.service.js';

const everyMs = 60_000;
export const takeDueReturns = defineJob<object>({ name: 'labour.take-due-returns', queue: 'labour', everyMs });
export const expireReturns = defineJob<object>({ name: 'labour.expire-returns', queue: 'labour', everyMs });

/** Each step moves only what is due and not yet moved, so running twice is harmless. */
@Injectable()
export class ReturnJobs {
  constructor(private readonly returns: PlacementReturns) {}

  @OnJob(takeDueReturns)
  async takeDue(): Promise<void> {
    while ((await this.returns.takeDue()) > 0);
  }

  @OnJob(expireReturns)
  async expire(): Promise<void> {
    while ((await this.returns.expirePast()) > 0);
  }
}
