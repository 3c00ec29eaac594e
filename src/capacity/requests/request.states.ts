import { defineTransitions } from '../../platform/errors/index.js';

export type CapacityRequestState = 'open' | 'closed' | 'cancelled' | 'expired';

/** Whether it is met follows from the bookings of its steps. */
export const capacityRequestTransitions = defineTransitions<CapacityRequestState>('open', {
  open: ['closed', 'cancelled', 'expired'],
  closed: [],
  cancelled: [],
  expired: [],
});
