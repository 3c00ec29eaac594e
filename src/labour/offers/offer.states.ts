import { defineTransitions } from '../../platform/errors/index.js';

export type OfferState = 'sent' | 'accepted' | 'confirmed' | 'declined' | 'withdrawn' | 'expired';

/** The worker accepts, the lender confirms; a direct hire needs no lender, so its acceptance confirms at once. */
export const offerTransitions = defineTransitions<OfferState>('sent', {
  sent: ['accepted', 'declined', 'withdrawn', 'expired'],
  accepted: ['confirmed', 'declined', 'withdrawn', 'expired'],
  confirmed: [],
  declined: [],
  withdrawn: [],
  expired: [],
});
