import { defineTransitions } from '../../platform/errors/index.js';

export type ProposalState = 'proposed' | 'taken' | 'declined' | 'superseded' | 'expired';

/** A proposal whose offer lapses is not revived: the next run proposes afresh. */
export const proposalTransitions = defineTransitions<ProposalState>('proposed', {
  proposed: ['taken', 'declined', 'superseded', 'expired'],
  taken: [],
  declined: [],
  superseded: [],
  expired: [],
});
