import { defineEvent } from '../../platform/queue/job.js';

/** A worker's place, skills or certificates are other than they were. */
export const workerChanged = defineEvent<{ workerId: string }>('directory.worker.changed');
