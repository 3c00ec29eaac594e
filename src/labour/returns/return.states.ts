import { defineTransitions } from '../../platform/errors/index.js';

export type ReturnState = 'waiting' | 'due' | 'effective' | 'declined' | 'expired' | 'withdrawn';

/**
 * R19 takes effect at once, R20 waits for everyone's yes, R21 is due after the agreed notice. `expired`: nobody answered
 * in time, or the placement ended otherwise.
 */
export const returnTransitions = defineTransitions<ReturnState>('waiting', {
  waiting: ['due', 'effective', 'declined', 'expired', 'withdrawn'],
  due: ['effective', 'expired', 'withdrawn'],
  effective: [],
  declined: [],
  expired: [],
  withdrawn: [],
});
