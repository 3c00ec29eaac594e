import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { PersonalData } from './personal-data.service.js';

export const forgetOutlived = defineJob<object>({
  name: 'labour.forget-outlived',
  queue: 'labour',
  everyMs: 86_400_000,
});

@Injectable()
export class PersonalDataJobs {
  constructor(private readonly data: PersonalData) {}

  /** What is forgotten is found no more, so running twice is harmless. */
  @OnJob(forgetOutlived)
  async forget(): Promise<void> {
    while ((await this.data.forgetOutlived()) > 0);
  }
}
