import { Injectable } from '@nestjs/common';
import { HOUR_MS } from '../../platform/clock/clock.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { WorkPasses } from './pass.service.js';

export const forgetPassUses = defineJob<object>({ name: 'labour.forget-pass-uses', queue: 'labour', everyMs: HOUR_MS });

@Injectable()
export class WorkPassJobs {
  constructor(private readonly passes: WorkPasses) {}

  /** Only uses of codes that are stale anyway go, so running twice is harmless. */
  @OnJob(forgetPassUses)
  async forgetPast(): Promise<void> {
    while ((await this.passes.forgetPast()) > 0);
  }
}
