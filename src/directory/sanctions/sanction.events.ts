import { defineEvent } from '../../platform/queue/job.js';

interface SanctionEvent {
  readonly sanctionId: string;
  readonly enterpriseId: string;
  /** Where the enterprise is. */
  readonly regionId: string;
}
/** A bureau put an enterprise of its jurisdiction on a list; while it is in force the enterprise cannot deal. */
export const sanctionImported = defineEvent<SanctionEvent>('directory.sanction.imported');
export const sanctionLifted = defineEvent<SanctionEvent>('directory.sanction.lifted');
