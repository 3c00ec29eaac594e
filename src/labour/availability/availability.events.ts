import { defineEvent } from '../../platform/queue/job.js';

/** One worker is available otherwise than before, or not any more. Whole listings: see surplus.events.ts. */
export const availabilityChanged = defineEvent<{ readonly workerId: string; readonly regionId: string }>(
  'labour.availability.changed',
);
