import { defineJob } from '../../platform/queue/job.js';

const everyMs = 300_000;

/** Looks at every rule of every bureau. */
export const watchAlerts = defineJob<object>({ name: 'bureau.watch-alerts', queue: 'bureau', everyMs });
