import { defineTransitions } from '../../platform/errors/index.js';

export type SettlementState = 'draft' | 'issued' | 'confirmed' | 'paid' | 'disputed';

/** The lender issues, the host confirms, both legs are paid and proven; either side disputes before money has come. */
export const settlementTransitions = defineTransitions<SettlementState>('draft', {
  draft: ['issued'],
  issued: ['confirmed', 'disputed'],
  confirmed: ['paid', 'disputed'],
  disputed: ['issued'],
  paid: [],
});

export type ObjectionState = 'open' | 'accepted' | 'rejected';

export const objectionTransitions = defineTransitions<ObjectionState>('open', {
  open: ['accepted', 'rejected'],
  accepted: [],
  rejected: [],
});
