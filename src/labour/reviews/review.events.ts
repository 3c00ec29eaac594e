import { defineEvent } from '../../platform/queue/job.js';

interface ReviewEvent {
  readonly reviewId: string;
  readonly placementId: string;
  /** What kind it is says who wrote it and whom it is about. */
  readonly kind: 'host_of_worker' | 'worker_of_host' | 'lender_of_host';
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
}
export const reviewPublished = defineEvent<ReviewEvent>('labour.review.published');
/** Whom it is about appealed to the bureau; it is hidden until that decides. */
export const reviewAppealed = defineEvent<ReviewEvent>('labour.review.appealed');
export const reviewAppealDecided = defineEvent<ReviewEvent & { readonly state: 'upheld' | 'removed' }>(
  'labour.review.appeal-decided',
);
