import { defineTransitions } from '../../platform/errors/index.js';

export type Verification = 'submitted' | 'verified' | 'rejected' | 'suspended';

/** A bureau verifies, rejects or suspends; only the enterprise itself submits again. */
export const verificationTransitions = defineTransitions<Verification>('submitted', {
  submitted: ['verified', 'rejected'],
  verified: ['suspended'],
  suspended: ['verified'],
  rejected: ['submitted'],
});
