import { defineEvent } from '../../platform/queue/job.js';

interface SurplusEvent {
  /** Null when an import published many listings at once. */
  readonly listingId: string | null;
  /** Where the heads are, each region once. */
  readonly regionIds: readonly string[];
}
export const surplusPublished = defineEvent<SurplusEvent>('labour.surplus.published');
/** Closed by the lender, or expired. */
export const surplusClosed = defineEvent<SurplusEvent>('labour.surplus.closed');
