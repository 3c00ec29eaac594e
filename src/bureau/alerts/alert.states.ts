import { defineTransitions } from '../../platform/errors/index.js';

export type AlertState = 'open' | 'acknowledged' | 'closed';

export const alertTransitions = defineTransitions<AlertState>('open', {
  open: ['acknowledged', 'closed'],
  acknowledged: ['closed'],
  closed: [],
});
