import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { InjuryClocks } from './injury-clock.service.js';

export const watchInjuries = defineJob<object>({ name: 'labour.watch-injuries', queue: 'labour', everyMs: 3_600_000 });

@Injectable()
export class InjuryJobs {
  constructor(private readonly clocks: InjuryClocks) {}

  /** Each injury is marked once for each day, so running twice is harmless. */
  @OnJob(watchInjuries)
  async watch(): Promise<void> {
    while ((await this.clocks.markDueSoon()) > 0);
    while ((await this.clocks.markOverdue()) > 0);
  }
}
