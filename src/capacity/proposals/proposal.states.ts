import { defineTransitions } from '../../platform/errors/index.js';

export type CapacityProposalState = 'proposed' | 'taken' | 'superseded' | 'declined';

export const capacityProposalTransitions = defineTransitions<CapacityProposalState>('proposed', {
  proposed: ['taken', 'superseded', 'declined'],
  taken: [],
  superseded: [],
  declined: [],
});
