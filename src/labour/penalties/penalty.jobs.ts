import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { Penalties } from './penalty.service.js';

export const upholdPenalties = defineJob<object>({ name: 'labour.uphold-penalties', queue: 'labour', everyMs: 60_000 });

@Injectable()
export class PenaltyJobs {
  constructor(private readonly penalties: Penalties) {}

  /** Only what is past its appeal and still proposed is touched, so running twice is harmless. */
  @OnJob(upholdPenalties)
  async uphold(): Promise<void> {
    while ((await this.penalties.upholdPast()) > 0);
  }
}
