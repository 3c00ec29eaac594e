import { defineTransitions } from '../../platform/errors/index.js';

export type WindowState = 'open' | 'closed' | 'expired';

/** Whether it is booked out follows from its days. */
export const windowTransitions = defineTransitions<WindowState>('open', {
  open: ['closed', 'expired'],
  closed: [],
  expired: [],
});
