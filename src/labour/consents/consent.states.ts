import { defineTransitions } from '../../platform/errors/index.js';

export type ConsentState = 'requested' | 'granted' | 'refused' | 'withdrawn' | 'expired';

/** Silence is refusal: what nobody answers expires. Withdrawing is one step, as granting is. */
export const consentTransitions = defineTransitions<ConsentState>('requested', {
  requested: ['granted', 'refused', 'expired'],
  granted: ['withdrawn', 'expired'],
  refused: [],
  withdrawn: [],
  expired: [],
});
