import { defineJob } from '../../platform/queue/job.js';

const [everyMs, hourMs] = [300_000, 3_600_000];

/** Looks at every rule of every bureau, but for those of forecasts. */
export const watchAlerts = defineJob<object>({ name: 'bureau.watch-alerts', queue: 'bureau', everyMs });

/** Looks at the rules of forecasts: they count from the source rows, and move by the week. */
export const watchForecasts = defineJob<object>({ name: 'bureau.watch-forecasts', queue: 'bureau', everyMs: hourMs });
