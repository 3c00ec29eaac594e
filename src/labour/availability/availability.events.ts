import { defineEvent } from '../../platform/queue/job.js';

/** A worker without employer is available otherwise than before, or not any more. */
export const availabilityChanged = defineEvent<{ readonly workerId: string; readonly regionId: string }>(
  'labour.availability.changed',
);
