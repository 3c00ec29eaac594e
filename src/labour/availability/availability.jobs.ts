import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { Availabilities } from './availability.service.js';

export const closeAvailabilities = defineJob<object>({
  name: 'labour.close-availabilities',
  queue: 'labour',
  everyMs: 60_000,
});

@Injectable()
export class AvailabilityJobs {
  constructor(private readonly availabilities: Availabilities) {}

  /** Only what is open and past is touched, so running twice is harmless. */
  @OnJob(closeAvailabilities)
  async closePast(): Promise<void> {
    while ((await this.availabilities.closePast()) > 0);
  }
}
