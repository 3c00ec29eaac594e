import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { Consents } from './consent.service.js';

export const expireConsents = defineJob<object>({ name: 'labour.expire-consents', queue: 'labour', everyMs: 60_000 });

@Injectable()
export class ConsentJobs {
  constructor(private readonly consents: Consents) {}

  /** Only what is due and not yet expired is touched, so running twice is harmless. */
  @OnJob(expireConsents)
  async expire(): Promise<void> {
    while ((await this.consents.expirePast()) > 0);
  }
}
