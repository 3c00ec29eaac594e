import { defineTransitions } from '../../platform/errors/index.js';

export type MaterialProposalState = 'proposed' | 'taken' | 'superseded' | 'declined';

export const materialProposalTransitions = defineTransitions<MaterialProposalState>('proposed', {
  proposed: ['taken', 'superseded', 'declined'],
  taken: [],
  superseded: [],
  declined: [],
});
