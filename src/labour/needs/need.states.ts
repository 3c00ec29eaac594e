import { defineTransitions } from '../../platform/errors/index.js';

export type NeedState = 'draft' | 'open' | 'closed' | 'cancelled' | 'expired';

/** `filled` is no state: it is derived from the seats taken. */
export const needTransitions = defineTransitions<NeedState>('draft', {
  draft: ['open', 'cancelled'],
  open: ['closed', 'cancelled', 'expired'],
  closed: [],
  cancelled: [],
  expired: [],
});
