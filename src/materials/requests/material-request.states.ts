import { defineTransitions } from '../../platform/errors/index.js';

export type MaterialRequestState = 'open' | 'closed' | 'cancelled' | 'expired';

/** What was reserved or delivered for it is derived from the ledger, and no state. */
export const materialRequestTransitions = defineTransitions<MaterialRequestState>('open', {
  open: ['closed', 'cancelled', 'expired'],
  closed: [],
  cancelled: [],
  expired: [],
});
