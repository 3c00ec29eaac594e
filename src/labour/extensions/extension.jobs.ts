import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { PlacementExtensions } from './extension.service.js';

export const expireExtensions = defineJob<object>({
  ...{ name: 'labour.expire-extensions', queue: 'labour', everyMs: 60_000 },
});

@Injectable()
export class ExtensionJobs {
  constructor(private readonly extensions: PlacementExtensions) {}

  /** Only what is due and still waits is touched, so running twice is harmless. */
  @OnJob(expireExtensions)
  async expire(): Promise<void> {
    while ((await this.extensions.expirePast()) > 0);
  }
}
