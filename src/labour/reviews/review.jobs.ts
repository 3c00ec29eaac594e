import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { ReviewPublication } from './review-publication.service.js';

export const publishReviews = defineJob<object>({ name: 'labour.publish-reviews', queue: 'labour', everyMs: 60_000 });

@Injectable()
export class ReviewJobs {
  constructor(private readonly publication: ReviewPublication) {}

  /** Only what is due and still sealed is touched, so running twice is harmless. */
  @OnJob(publishReviews)
  async publish(): Promise<void> {
    while ((await this.publication.publishDue()) > 0);
  }
}
