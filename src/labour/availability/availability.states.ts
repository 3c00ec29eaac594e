import { defineTransitions } from '../../platform/errors/index.js';

export type AvailabilityState = 'open' | 'closed';

export const availabilityTransitions = defineTransitions<AvailabilityState>('open', {
  open: ['closed'],
  closed: [],
});
