import { defineEvent } from '../../platform/queue/job.js';

/** A worker and an enterprise no longer may, or again may, be proposed to each other. Who said so is not told. */
export const blocksChanged = defineEvent<{ readonly workerId: string }>('labour.blocks.changed');
