import { defineTransitions } from '../../platform/errors/index.js';

export type OrderProposalState = 'proposed' | 'accepted' | 'declined' | 'withdrawn';

export const orderProposalTransitions = defineTransitions<OrderProposalState>('proposed', {
  proposed: ['accepted', 'declined', 'withdrawn'],
  accepted: [],
  declined: [],
  withdrawn: [],
});
