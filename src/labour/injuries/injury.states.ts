import { defineTransitions } from '../../platform/errors/index.js';

export type InjuryState = 'reported' | 'lender_notified' | 'applied' | 'decided' | 'compensated' | 'closed';

/** From the report to the paid compensation; what was not recognised as a work injury is closed without one. */
export const injuryTransitions = defineTransitions<InjuryState>('reported', {
  reported: ['lender_notified', 'applied'],
  lender_notified: ['applied'],
  applied: ['decided'],
  decided: ['compensated', 'closed'],
  compensated: ['closed'],
  closed: [],
});
