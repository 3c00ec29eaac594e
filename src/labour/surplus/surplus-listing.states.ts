import { defineTransitions } from '../../platform/errors/index.js';

export type SurplusListingState = 'draft' | 'open' | 'closed' | 'expired';

export const surplusListingTransitions = defineTransitions<SurplusListingState>('draft', {
  draft: ['open', 'closed'],
  open: ['closed', 'expired'],
  closed: [],
  expired: [],
});
