import { defineEvent } from '../../platform/queue/job.js';

/** A bureau verified an enterprise, for the first time or again after a suspension. */
export const enterpriseVerified = defineEvent<{ enterpriseId: string }>('directory.enterprise.verified');
export const enterpriseRejected = defineEvent<{ enterpriseId: string }>('directory.enterprise.rejected');
/** From now on it can neither lend nor host anew. */
export const enterpriseSuspended = defineEvent<{ enterpriseId: string }>('directory.enterprise.suspended');
